import type { LibrdkafkaSetting } from '../../../catalogue/clients/librdkafka';
import { tableOf } from '../../../model/tableOf';

export type ValueVerdict =
  | { readonly kind: 'fine' }
  /** Refused: the client cannot be made. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Taken, but only its first digits are read. */
  | { readonly kind: 'cut'; readonly read: string };

const FINE: ValueVerdict = { kind: 'fine' };
const BOOLEANS: ReadonlySet<string> = new Set(['true', 't', '1', 'false', 'f', '0']);
/** As C's strtol reads digits: decimal, octal with a leading 0, hexadecimal. */
const INTEGER = /^\s*[-+]?(?:0x[0-9a-f]+|0[0-7]*|[1-9]\d*)/i;
const FLOAT = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i;
const WORDS: Readonly<Record<string, readonly string[]>> = tableOf({ 'request.required.acks': ['all'] });

/** What librdkafka's own `rd_kafka_conf_set` says to a text. */
export function verdictOn(setting: LibrdkafkaSetting, text: string): ValueVerdict {
  switch (setting.type) {
    case 'boolean':
      return BOOLEANS.has(text.toLowerCase()) ? FINE : refused('it must be `true` or `false`');
    case 'integer':
      return numberVerdict(setting, text, INTEGER);
    case 'float':
      return numberVerdict(setting, text, FLOAT);
    case 'enum':
      return enumVerdict(setting, text);
    case 'list':
      return listVerdict(setting, text);
    default:
      return FINE;
  }
}

function numberVerdict({ key, aliasOf, min, max }: LibrdkafkaSetting, text: string, pattern: RegExp): ValueVerdict {
  if (text === '') return refused('it must not be empty');
  const digits = pattern.exec(text)?.[0];
  if (digits === undefined) {
    const isWord = WORDS[aliasOf ?? key]?.includes(text.toLowerCase());
    return isWord ? FINE : refused('it must be a number');
  }
  const number = numberOf(digits.trim());
  if (min !== undefined && max !== undefined && (number < min || number > max)) {
    return refused(`it must be from ${min} to ${max}`);
  }
  return digits.length < text.trimEnd().length ? { kind: 'cut', read: digits.trim() } : FINE;
}

function numberOf(digits: string): number {
  const octal = /^([-+]?)0([0-7]+)$/.exec(digits);
  return octal ? Number(`${octal[1]}1`) * Number.parseInt(octal[2] ?? '0', 8) : Number(digits);
}

function enumVerdict({ values = [] }: LibrdkafkaSetting, text: string): ValueVerdict {
  const isOne = values.length === 0 || values.some((value) => value.toLowerCase() === text.toLowerCase());
  return isOne ? FINE : refused(`it must be one of ${values.join(', ')}`);
}

function listVerdict({ key, values = [] }: LibrdkafkaSetting, text: string): ValueVerdict {
  if (key !== 'debug') return FINE;
  if (text === '') return refused('it must not be empty');
  const wrong = text
    .split(',')
    .map((one) => one.trim().replace(/^[-+]/, ''))
    .find((one) => one !== '' && !values.includes(one.toLowerCase()));
  return wrong === undefined ? FINE : refused(`it has no \`${wrong}\``);
}

function refused(why: string): ValueVerdict {
  return { kind: 'refused', why };
}
