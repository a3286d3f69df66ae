import type { Entry, Value } from '../../model/entry';
import type { ScopeFacts, WrittenSetting } from '../../model/project';
import type { Role, Scope } from '../../model/scope';
import { NOWHERE } from '../../model/span';
import { isAskedFor } from './keys';
import type { Places } from './places';

/** A setting of a scope as Kafka's own clients would have it. */
export interface Meant {
  /** Kafka's own name. */
  readonly key: string;
  readonly value: Value;
  readonly entry: Entry;
  /** The index of the scope that has the entry. */
  readonly scope: number;
  readonly settable: boolean;
}

export type Settings = Pick<ScopeFacts, 'scope' | 'settings'>;

/** A scope that is no more than the settings asked for: the last one of each key. */
export function slimScope(
  of: Scope,
  meant: readonly Meant[],
  places: Places,
  overrides: {
    readonly role?: Role;
    readonly completeness?: Scope['completeness'];
    readonly defaults?: Scope['defaults'];
    /** What runs is compared with all that is written, not only with what rules ask for. */
    readonly isWhole?: boolean;
  },
): Settings {
  const settings = new Map<string, WrittenSetting>();
  const entries: Entry[] = [];
  const wanted = new Map(meant.filter(({ key }) => overrides.isWhole || isAskedFor(key)).map((one) => [one.key, one]));
  for (const { key, value, entry, scope, settable } of wanted.values()) {
    const text = value.kind === 'literal' ? value.text.trim() : undefined;
    const site = places.at(entry.span);
    settings.set(key, { site, scope, key: entry.key, text, settable: settable && !entry.elsewhere });
    entries.push({
      key,
      writtenKey: entry.writtenKey,
      keySpan: NOWHERE,
      span: NOWHERE,
      value: { ...value, span: NOWHERE },
    });
  }
  const { target, environment, brokers, release } = of;
  const defaults = overrides.defaults ?? of.defaults;
  const scope: Scope = {
    role: overrides.role ?? of.role,
    client: 'java',
    target,
    span: NOWHERE,
    entries,
    calls: [],
    parts: [],
    others: [],
    written: (key) => key,
    completeness: overrides.completeness ?? of.completeness,
    environment,
    ...(brokers !== undefined && { brokers }),
    ...(release !== undefined && { release }),
    ...(defaults && { defaults }),
  };
  return { scope, settings };
}
