import type { Entry } from '../../../model/entry';
import type { Scope } from '../../../model/scope';

/** A direction in which records are mirrored. */
export interface Flow {
  readonly source: string;
  readonly target: string;
  /** The entry that switches it on. */
  readonly entry: Entry;
  /** All that is set for it alone. */
  readonly entries: readonly Entry[];
}

/** The flows that MirrorMaker's settings switch on. */
export function flowsOf({ parts }: Scope): Flow[] {
  return parts.flatMap(({ part, entries }) => {
    const { kind, source, cluster: target } = part ?? {};
    if (kind !== 'flow' || source === undefined || target === undefined) return [];
    const entry = entries.find(({ key, overriddenBy }) => key === 'enabled' && !overriddenBy);
    return entry?.value.text.trim().toLowerCase() === 'true' ? [{ source, target, entry, entries }] : [];
  });
}

/** Two flows that mirror between the same two clusters in opposite directions. */
export function bothWays(flows: readonly Flow[]): readonly [Flow, Flow] | undefined {
  const seen = new Map<string, Flow>();
  for (const flow of flows) {
    const back = seen.get(`${flow.target}->${flow.source}`);
    if (back) return [back, flow];
    seen.set(`${flow.source}->${flow.target}`, flow);
  }
  return undefined;
}

/** A flow's own setting, else that of all flows; undefined when neither is written. */
export function settingOf(scope: Scope, flow: Flow, key: string): Entry | undefined {
  const isIt = (entry: Entry): boolean => entry.key === key && !entry.overriddenBy;
  return flow.entries.find(isIt) ?? scope.entries.find(isIt);
}
