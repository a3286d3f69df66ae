import { definitionsOf, listenerOf } from '../../../catalogue/ownership';
import type { Reader } from '../../../catalogue/reader';
import type { SettingHistory } from '../../../catalogue/types';
import type { Entry } from '../../../model/entry';
import { isAtLeast } from '../../../model/version';
import { boundListeners } from '../../broker/support/listeners';
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

/** Judges an entry, once for all the rules that ask. */
export function verdictOf(reader: Reader, entry: Entry): Verdict {
  return reader.once(judge, entry);
}

function judge(reader: Reader, entry: Entry): Verdict {
  if (entry.overriddenBy) return { kind: 'overridden' };
  const key = keyVerdict(reader, entry);
  if (key.kind === 'foreign') return refusedElsewhere(reader, entry) ?? key;
  if (key.kind !== 'known') return key;
  const value = verdictOfValue(reader, entry);
  if (value.kind !== 'fine') return value;
  const { version } = reader.scope.target;
  const old = key.histories.every(({ deprecated }) => deprecated && isAtLeast(version, deprecated));
  const [history] = key.histories;
  return old && history ? { kind: 'deprecated', history } : value;
}

/** A worker's clients reject the value of a key that is none of the worker's own, and so does a listener its own. */
function refusedElsewhere(reader: Reader, entry: Entry): ValueVerdict | undefined {
  const listener = listenerOf(entry.key);
  if (listener !== undefined && !isBound(reader, listener)) return undefined;
  const verdict = verdictOfValue(reader, entry);
  return verdict.kind === 'invalid' || verdict.kind === 'unit' ? verdict : undefined;
}

/** Kafka looks for the settings of a listener under its name in small letters. */
function isBound(reader: Reader, listener: string): boolean {
  return boundListeners(reader)?.listeners.some(({ name }) => name.toLowerCase() === listener) ?? false;
}

/** A file for clients in general has to suit one of them; workers and Streams hand a key on to all that know it. */
function verdictOfValue({ scope }: Reader, entry: Entry): ValueVerdict {
  // Nobody means what is left of a number that wraps around, and there is a rule about that.
  if (entry.value.kind === 'literal' && entry.value.wraps) return { kind: 'fine' };
  const settings = definitionsOf(scope, entry.key);
  if (scope.role === 'client') return valueVerdict(entry, settings);
  const verdicts = settings.map((setting) => valueVerdict(entry, [setting]));
  return verdicts.find(({ kind }) => kind !== 'fine') ?? { kind: 'fine' };
}
