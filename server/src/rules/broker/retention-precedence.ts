import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

interface Rank {
  readonly key: string;
  /** What one unit is worth, for telling whether two keys say the same; 0 where they are not numbers. */
  readonly factor: number;
}

/** What Kafka before 3.0 looks at where the listeners are not set. */
const OLD: readonly (readonly Rank[])[] = [
  ['listeners', 'port'],
  ['listeners', 'host.name'],
  ['advertised.listeners', 'advertised.port'],
  ['advertised.listeners', 'advertised.host.name'],
].map((keys) => keys.map((key) => ({ key, factor: 0 })));

/** Groups of keys for one thing; the first that is set wins. */
const GROUPS: readonly (readonly Rank[])[] = [
  [
    { key: 'log.retention.ms', factor: 1 },
    { key: 'log.retention.minutes', factor: 60_000 },
    { key: 'log.retention.hours', factor: 3_600_000 },
  ],
  [
    { key: 'log.roll.ms', factor: 1 },
    { key: 'log.roll.hours', factor: 3_600_000 },
  ],
  [
    { key: 'log.roll.jitter.ms', factor: 1 },
    { key: 'log.roll.jitter.hours', factor: 3_600_000 },
  ],
  [
    { key: 'log.dirs', factor: 0 },
    { key: 'log.dir', factor: 0 },
  ],
];

export const rule: ScopeRule = {
  id: 'broker/retention-precedence',
  summary: 'A setting is ignored because a finer one for the same thing is set too',
  severity: 'warning',
  roles: SERVER_ROLES,
  sources: [
    'AbstractKafkaConfig.logRetentionTimeMillis, logRollTimeMillis, logDirs',
    'KafkaConfig.listeners, advertisedListeners of Kafka 2.8 (host.name and port are for files without them)',
  ],
  *check(reader: Reader): Iterable<Report> {
    // Where the file is known to be for 3.0 or later, they are reported as removed.
    const isKnown = !['newest', 'content'].includes(reader.scope.target.source);
    const groups = isKnown && reader.atLeast('3.0') ? GROUPS : [...GROUPS, ...OLD];
    for (const group of groups) {
      const [winner, ...losers] = group.flatMap((rank) => {
        const entry = reader.entry(rank.key);
        return entry ? [{ ...rank, entry }] : [];
      });
      if (!winner) continue;
      for (const loser of losers) {
        if (isSame(winner, loser)) continue;
        yield {
          span: loser.entry.span,
          message: `${loser.key} is ignored, because ${winner.key} is set too and wins.`,
          tags: ['unnecessary'],
          related: [{ span: winner.entry.span, message: `${winner.key} wins` }],
          fixes: [removeEntry(loser.entry, 'ignored', { safe: true })],
        };
      }
    }
  },
};

interface Ranked extends Rank {
  readonly entry: Entry;
}

function isSame(a: Ranked, b: Ranked): boolean {
  const [left, right] = [a, b].map(({ entry, factor }) => {
    const text = entry.value.text.trim();
    return factor === 0 ? text : String(Number(text) * factor);
  });
  return left === right;
}
