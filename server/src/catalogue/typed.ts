import { splitAtCommas } from './javaSplit';
import type { Constraint, Setting } from './types';

export type TypedResult = number | boolean | string | readonly string[];

/** A text as Kafka's ConfigDef reads it for a setting. */
export type TypedValue =
  | { readonly kind: 'ok'; readonly value: TypedResult }
  | { readonly kind: 'wrong-type' }
  | { readonly kind: 'out-of-range'; readonly min?: string; readonly max?: string }
  | { readonly kind: 'not-one-of'; readonly allowed: readonly string[]; readonly offending: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'empty-element' };

const LIMITS = {
  SHORT: [-(2n ** 15n), 2n ** 15n - 1n],
  INT: [-(2n ** 31n), 2n ** 31n - 1n],
  LONG: [-(2n ** 63n), 2n ** 63n - 1n],
} as const;

const INTEGER = /^[+-]?\d+$/;

// What Double.parseDouble takes, without hexadecimal notation, which nobody writes into a configuration.
const DOUBLE = /^[+-]?(?:NaN|Infinity|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)$/;

/** Reads as `ConfigDef.parseType` and the setting's validator do: trimmed, case-sensitive unless stated. */
export function parseValue(setting: Setting, text: string): TypedValue {
  const trimmed = trimAsJava(text);
  switch (setting.type) {
    case 'BOOLEAN':
      return parseBoolean(trimmed);
    case 'INT':
    case 'SHORT':
    case 'LONG':
      return parseInteger(setting.type, trimmed, setting.constraint);
    case 'DOUBLE':
      return parseDouble(trimmed, setting.constraint);
    case 'LIST':
      return parseList(trimmed, setting.constraint);
    case 'STRING':
      return parseString(trimmed, setting.constraint);
    case 'CLASS':
      // No class has an empty name, and Kafka looks for it all the same.
      return trimmed === '' ? { kind: 'empty' } : { kind: 'ok', value: trimmed };
    case 'PASSWORD':
      return { kind: 'ok', value: trimmed };
  }
}

/** `String.trim` cuts every character up to U+0020, and no other. */
export function trimAsJava(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return text.slice(start, end);
}

function parseBoolean(text: string): TypedValue {
  const lower = text.toLowerCase();
  if (lower === 'true' || lower === 'false') return { kind: 'ok', value: lower === 'true' };
  return { kind: 'wrong-type' };
}

function parseInteger(type: keyof typeof LIMITS, text: string, constraint: Constraint | undefined): TypedValue {
  const ascii = INTEGER.test(text) ? text : text.replace(/\p{Nd}/gu, digitAsJava);
  if (!INTEGER.test(ascii)) return { kind: 'wrong-type' };
  const value = BigInt(ascii.startsWith('+') ? ascii.slice(1) : ascii);
  const [low, high] = LIMITS[type];
  if (value < low || value > high) return { kind: 'wrong-type' };
  const { min, max } = constraint ?? {};
  if ((min !== undefined && value < BigInt(min)) || (max !== undefined && value > BigInt(max))) {
    return outOfRange(constraint);
  }
  return { kind: 'ok', value: Number(value) };
}

/** Java reads the digits of every script; their blocks of ten start at a code point that ends in 0 or 6. */
function digitAsJava(digit: string): string {
  const code = digit.charCodeAt(0);
  const low = code % 16;
  const startsAtZero = /\p{Nd}/u.test(String.fromCharCode(code - low));
  return digit.length > 1 ? digit : String(startsAtZero ? low : low - 6);
}

function parseDouble(text: string, constraint: Constraint | undefined): TypedValue {
  if (!DOUBLE.test(text)) return { kind: 'wrong-type' };
  const value = Number(text.replace(/[fFdD]$/, ''));
  const { min, max } = constraint ?? {};
  if ((min !== undefined && value < Number(min)) || (max !== undefined && value > Number(max))) {
    return outOfRange(constraint);
  }
  return { kind: 'ok', value };
}

function outOfRange(constraint: Constraint | undefined): TypedValue {
  const { min, max } = constraint ?? {};
  return { kind: 'out-of-range', ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function parseList(text: string, constraint: Constraint | undefined): TypedValue {
  const elements = text === '' ? [] : splitAtCommas(text);
  const value = constraint?.distinct ? [...new Set(elements)] : elements;
  if (value.length === 0 && constraint?.nonEmpty) return { kind: 'empty' };
  if (constraint?.distinct && value.includes('')) return { kind: 'empty-element' };
  const offending = constraint?.oneOf && value.find((one) => !isAllowed(one, constraint));
  if (offending !== undefined) return { kind: 'not-one-of', allowed: constraint?.oneOf ?? [], offending };
  return { kind: 'ok', value };
}

function parseString(text: string, constraint: Constraint | undefined): TypedValue {
  if (text === '' && constraint?.nonEmpty) return { kind: 'empty' };
  if (constraint?.oneOf && !isAllowed(text, constraint)) {
    return { kind: 'not-one-of', allowed: constraint.oneOf, offending: text };
  }
  return { kind: 'ok', value: text };
}

function isAllowed(text: string, { oneOf = [], ignoreCase }: Constraint): boolean {
  if (!ignoreCase) return oneOf.includes(text);
  return oneOf.some((one) => one.toLowerCase() === text.toLowerCase());
}
