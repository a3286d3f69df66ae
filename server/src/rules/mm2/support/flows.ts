import type { Entry } from '../../../model/entry';
import type { Scope } from '../../../model/scope';

/** A direction in which records are mirrored. */
export interface Flow {
  readonly source: string;
  readonly target: string;
  /** The entry that switches it on. */
  readonly entry: Entry;
}

/** `primary->backup.enabled`: the flow, and the setting of it. */
const FLOW_KEY = /^([^\s>]+)->([^\s.]+)\.(.+)$/;

/** What a MirrorMaker's file says of single flows; the keys are whole as they are written. */
export function flowEntries({ parts }: Scope): readonly Entry[] {
  return parts.flatMap(({ part, entries }) => (part?.kind === 'flow' ? entries : []));
}

/** The flows that MirrorMaker's settings switch on. */
export function flowsOf(scope: Scope): Flow[] {
  return flowEntries(scope).flatMap((entry) => {
    const [, source = '', target = '', key] = FLOW_KEY.exec(entry.writtenKey) ?? [];
    const isOn = key === 'enabled' && !entry.overriddenBy && entry.value.text.trim().toLowerCase() === 'true';
    return isOn ? [{ source, target, entry }] : [];
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
export function settingOf(scope: Scope, { source, target }: Flow, key: string): Entry | undefined {
  const entries = [...flowEntries(scope), ...scope.entries];
  const names = [`${source}->${target}.${key}`, key];
  for (const name of names) {
    const found = entries.find((entry) => entry.writtenKey === name && !entry.overriddenBy);
    if (found) return found;
  }
  return undefined;
}
