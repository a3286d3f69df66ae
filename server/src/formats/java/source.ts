import { settingAt } from '../../catalogue/catalogue';
import { constantNamed } from '../../catalogue/constants';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { quote } from '../code/literals';

/** Where an entry stands in a string of its own, such as `"max.poll.records=10"` of an annotation. */
export function isInText(text: string, { keySpan, writtenKey }: Entry): boolean {
  return text[keySpan.start - 1] === '"' && text.slice(keySpan.start, keySpan.end) === writtenKey;
}

/** Source text for a value that takes another's place. */
export function valueSource(text: string, entry: Entry, value: string): string {
  if (isInText(text, entry)) return value;
  const form = entry.value.kind === 'literal' ? entry.value.form : undefined;
  if (!isBare(value) || form === 'string' || form === 'enum' || form === 'list') return quote(value, '"');
  return form === 'long' && /^-?\d+$/.test(value) ? `${value}L` : value;
}

/** Numbers and truth values need no quotes. */
export function isBare(value: string): boolean {
  if (/^(?:true|false)$/.test(value)) return true;
  return /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) <= 2_147_483_647;
}

const CONSTANT = /^(\w+)\s*\.\s*[A-Z][A-Z_\d]*$/;

/** Source text for a key in the manner of another one: a constant of the same class, else a string. */
export function keySource(text: string, like: Entry, scope: Scope, key: string): string {
  if (isInText(text, like)) return key;
  const owner = CONSTANT.exec(text.slice(like.keySpan.start, like.keySpan.end))?.[1];
  const constant = owner === undefined ? undefined : constantNamed(owner, key);
  // A release that does not know the setting has no constant for it.
  const isKnown = settingAt(scope.role, key, scope.target.version) !== undefined;
  return constant !== undefined && isKnown ? `${owner}.${constant}` : quote(key, '"');
}
