import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LagHistory, type SavedHistory } from '../../../server/src/cluster/trend/history';
import { boundedHistory, readHistory } from './savedHistory';

/** The lag that was seen of each cluster, kept over restarts in a file each. */
export interface HistoryStore {
  of(clusterName: string): LagHistory;
  /** Writes what there is; what cannot be written is lost, which costs no more than the start of a chart. */
  save(): void;
}

/** `folder` need not exist. */
export function createHistoryStore(folder: string, now: () => number = Date.now): HistoryStore {
  const histories = new Map<string, LagHistory>();
  // A cluster's name may hold anything, and a file's may not.
  const fileOf = (name: string): string =>
    join(folder, `lag-${createHash('sha256').update(name).digest('hex').slice(0, 32)}.json`);
  const load = (name: string): SavedHistory => {
    try {
      return readHistory(JSON.parse(readFileSync(fileOf(name), 'utf8')));
    } catch {
      // There is none yet, or another version wrote it.
      return {};
    }
  };
  return {
    of(name) {
      const known = histories.get(name) ?? new LagHistory(boundedHistory(load(name), now()));
      histories.set(name, known);
      return known;
    },
    save() {
      try {
        mkdirSync(folder, { recursive: true });
        for (const [name, history] of histories) {
          writeFileSync(fileOf(name), JSON.stringify(boundedHistory(history.toJSON(), now())));
        }
      } catch {
        // A full disk must not keep the editor from closing.
      }
    },
  };
}
