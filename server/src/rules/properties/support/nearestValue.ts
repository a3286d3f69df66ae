import { trimAsJava } from '../../../catalogue/typed';
import type { Setting } from '../../../catalogue/types';
import { tableOf } from '../../../model/tableOf';
import { nearest } from '../../support/nearest';
import type { Refusal } from './refusal';

export interface BetterValue {
  readonly value: string;
  /** Only the case of letters changes, so that there is no doubt about what was meant. */
  readonly sameWord: boolean;
}

/** Other words for the same thing: old names, the other side's names, and the codecs' numbers. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = tableOf({
  smallest: ['earliest'],
  beginning: ['earliest'],
  largest: ['latest'],
  end: ['latest'],
  none: ['uncompressed'],
  uncompressed: ['none'],
  producer: ['none'],
  exactly_once: ['exactly_once_v2'],
  exactly_once_beta: ['exactly_once_v2'],
  gz: ['gzip'],
  zstandard: ['zstd'],
  quorum: ['all'],
  '2': ['all'],
});
const CODECS = ['none', 'gzip', 'snappy', 'lz4', 'zstd'];
const TRUE = /^(?:yes|on|1|enabled?|t|y|true[;,])$/i;
const FALSE = /^(?:no|off|0|disabled?|f|n|false[;,])$/i;

/** The accepted value that was most likely meant; undefined when none is near. */
export function nearestValue({ key, type }: Setting, text: string, refusal: Refusal): BetterValue | undefined {
  switch (refusal.kind) {
    case 'wrong-type':
      return type === 'BOOLEAN' ? nearestBoolean(text) : withoutPunctuation(text);
    case 'out-of-range':
      return nearestBound(text, refusal.min, refusal.max);
    case 'not-one-of':
      return nearestList(key, text, refusal.allowed);
    case 'empty-element':
      return withoutEmptyElements(text);
    case 'empty':
    case 'malformed':
      return undefined;
  }
}

function nearestBoolean(text: string): BetterValue | undefined {
  const value = TRUE.test(text) ? 'true' : FALSE.test(text) ? 'false' : nearest(text.toLowerCase(), ['true', 'false']);
  return value === undefined ? undefined : { value, sameWord: false };
}

/** `10;` and `10,`, as they are left over from code and from JSON. */
function withoutPunctuation(text: string): BetterValue | undefined {
  const value = /^([+-]?\d+(?:\.\d+)?)\s*[;,]$/.exec(text)?.[1];
  return value === undefined ? undefined : { value, sameWord: false };
}

function withoutEmptyElements(text: string): BetterValue | undefined {
  const elements = text.split(',').map(trimAsJava);
  const value = elements.filter((element) => element !== '').join(',');
  return value === '' ? undefined : { value, sameWord: true };
}

function nearestBound(text: string, min: string | undefined, max: string | undefined): BetterValue | undefined {
  const isLow = min !== undefined && Number(text) < Number(min);
  const value = isLow ? min : max;
  return value === undefined ? undefined : { value, sameWord: false };
}

function nearestList(key: string, text: string, allowed: readonly string[]): BetterValue | undefined {
  const elements = text.split(',').map(trimAsJava);
  const offending = elements.filter((element) => !allowed.includes(element));
  const replacements = new Map(offending.map((word) => [word, nearestWord(key, word, allowed)]));
  if ([...replacements.values()].includes(undefined)) return undefined;
  const value = elements.map((element) => replacements.get(element) ?? element).join(',');
  const sameWord = offending.every((word) => replacements.get(word)?.toLowerCase() === word.toLowerCase());
  return { value, sameWord };
}

function nearestWord(key: string, word: string, allowed: readonly string[]): string | undefined {
  const folded = allowed.find((value) => value.toLowerCase() === word.toLowerCase());
  if (folded !== undefined) return folded;
  const codec = key.endsWith('compression.type') && /^[0-4]$/.test(word) ? CODECS[Number(word)] : undefined;
  const synonyms = [...(SYNONYMS[word.toLowerCase()] ?? []), ...(codec ? [codec, 'uncompressed'] : [])];
  return synonyms.find((value) => allowed.includes(value)) ?? nearest(word, allowed);
}
