import { isNumeric } from '../../../catalogue/ownership';
import { parseValue, trimAsJava } from '../../../catalogue/typed';
import type { Setting } from '../../../catalogue/types';
import type { Entry } from '../../../model/entry';
import type { Refusal } from './refusal';
import { specialRefusal } from './specialValidators';
import { readUnitNumber, type UnitNumber } from './units';

export type ValueVerdict =
  | { readonly kind: 'fine' }
  /** `value # comment`; `refused` tells whether Kafka stops over it or takes the comment for a part of the value. */
  | { readonly kind: 'comment'; readonly value: string; readonly comment: string; readonly refused: boolean }
  | { readonly kind: 'quoted'; readonly inner: string; readonly refused: boolean }
  | { readonly kind: 'unit'; readonly number: UnitNumber }
  | { readonly kind: 'invalid'; readonly refusal: Refusal };

const FINE: ValueVerdict = { kind: 'fine' };
/** Free texts in which quotes, blanks and hash signs are everyday: passwords, JAAS, rules, patterns. */
const ANY_TEXT = /jaas|password|secret|rules|regex|pattern|headers|principal|token|credentials|script|command/;
const COMMENT = /\s[#!]+[ \t]*/;
/** In a free text only a hash between blanks is taken for a comment. */
const CLEAR_COMMENT = /\s#+\s+/;
/** In a password only words, several of them, behind such a hash. */
const SENTENCE = /\s#+\s+(?=[a-z]+\s+[a-z]+\s+[a-z]+)/i;
const QUOTED = /^(["'])(.*)\1$/s;

/**
 * What Kafka makes of a known key's value. `settings` are all the definitions that may apply; the value is refused
 * when every one of them refuses it.
 */
export function valueVerdict({ key, value }: Entry, settings: readonly Setting[]): ValueVerdict {
  const [setting] = settings;
  if (!setting || value.kind === 'dynamic') return FINE;
  const text = trimAsJava(value.text);
  const refusal = refusalByAll(settings, text);
  const comment = refusal || setting.type === 'CLASS' ? partedBy(COMMENT, text) : clearComment(key, setting, text);
  if (comment && !refusalByAll(settings, comment.value)) {
    const refused = refusal !== undefined || setting.type === 'CLASS';
    return { kind: 'comment', ...comment, refused };
  }
  const inner = QUOTED.exec(text)?.[2];
  if (inner !== undefined && isQuotedByMistake(key, setting) && !refusalByAll(settings, inner)) {
    return { kind: 'quoted', inner, refused: refusal !== undefined || isReadAsName(key, setting) };
  }
  if (!refusal) return FINE;
  const number = isNumeric(setting.type) ? readUnitNumber(key, text) : undefined;
  return number ? { kind: 'unit', number } : { kind: 'invalid', refusal };
}

/** The first definition's refusal, when all of them refuse. */
export function refusalByAll(settings: readonly Setting[], text: string): Refusal | undefined {
  let first: Refusal | undefined;
  for (const setting of settings) {
    const result = parseValue(setting, text);
    const refusal = result.kind === 'ok' ? specialRefusal(setting, text) : result;
    if (!refusal) return undefined;
    first ??= refusal;
  }
  return first;
}

function clearComment(key: string, setting: Setting, text: string): Commented | undefined {
  if (setting.type === 'PASSWORD' && !/jaas/.test(key)) return partedBy(SENTENCE, text);
  return ANY_TEXT.test(key) ? undefined : partedBy(CLEAR_COMMENT, text);
}

interface Commented {
  readonly value: string;
  readonly comment: string;
}

/** What stands before and behind the first such mark, when anything stands before it. */
function partedBy(mark: RegExp, text: string): Commented | undefined {
  const found = mark.exec(text);
  const value = found && text.slice(0, found.index).trimEnd();
  return value ? { value, comment: text.slice(found.index + found[0].length) } : undefined;
}

function isQuotedByMistake(key: string, setting: Setting): boolean {
  return setting.type !== 'PASSWORD' && !ANY_TEXT.test(key);
}

/** A quote is no part of a class's name or a host's, so Kafka stops although ConfigDef has no word about it. */
function isReadAsName(key: string, setting: Setting): boolean {
  return setting.type === 'CLASS' || key === 'bootstrap.servers';
}
