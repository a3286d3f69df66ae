import type { Reader } from '../../../catalogue/reader';
import type { SettingHistory } from '../../../catalogue/types';
import type { Entry } from '../../../model/entry';
import type { Scope } from '../../../model/scope';
import { isAtLeast } from '../../../model/version';
import { definitionsOf } from '../../support/definitions';
import { type KeyVerdict, keyVerdict } from './keyVerdict';
import { type ValueVerdict, valueVerdict } from './valueVerdict';

/**
 * The one thing that the generic rules have to say about an entry. Each of them asks here and speaks only of its
 * own kind, so that an entry has one generic finding: about being overridden, else about the key, else about
 * the value, else about the key's age.
 */
export type Verdict =
  | { readonly kind: 'overridden' }
  | Exclude<KeyVerdict, { kind: 'known' }>
  | ValueVerdict
  | { readonly kind: 'deprecated'; readonly history: SettingHistory };

export interface Judged {
  readonly entry: Entry;
  readonly verdict: Verdict;
}

const cache = new WeakMap<Scope, readonly Judged[]>();

/** Judges every entry of the scope, once for all the rules that ask. */
export function verdictsOf(reader: Reader): readonly Judged[] {
  const known = cache.get(reader.scope);
  if (known) return known;
  const judged = reader.scope.entries.map((entry) => ({ entry, verdict: judge(reader, entry) }));
  cache.set(reader.scope, judged);
  return judged;
}

/** The entries with a verdict of that kind. */
export function* verdictsOfKind<Kind extends Verdict['kind']>(
  reader: Reader,
  kind: Kind,
): Iterable<{ readonly entry: Entry; readonly verdict: Extract<Verdict, { kind: Kind }> }> {
  for (const { entry, verdict } of verdictsOf(reader)) {
    if (isKind(verdict, kind)) yield { entry, verdict };
  }
}

function isKind<Kind extends Verdict['kind']>(
  verdict: Verdict,
  kind: Kind,
): verdict is Extract<Verdict, { kind: Kind }> {
  return verdict.kind === kind;
}

function judge(reader: Reader, entry: Entry): Verdict {
  if (entry.overriddenBy) return { kind: 'overridden' };
  const key = keyVerdict(reader, entry);
  if (key.kind !== 'known') return key;
  const value = valueVerdict(entry, definitionsOf(reader.scope, entry.key));
  if (value.kind !== 'fine') return value;
  const { version } = reader.scope.target;
  const old = key.histories.every(({ deprecated }) => deprecated && isAtLeast(version, deprecated));
  const [history] = key.histories;
  return old && history ? { kind: 'deprecated', history } : value;
}
