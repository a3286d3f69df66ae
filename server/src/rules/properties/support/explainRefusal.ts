import type { ConfigType, Setting } from '../../../catalogue/types';
import type { Refusal } from './refusal';

const LARGEST: Readonly<Partial<Record<ConfigType, string>>> = {
  SHORT: '32767',
  INT: '2147483647',
  LONG: '9223372036854775807',
};

/** What the setting takes, as the end of "... is not accepted for the key, ...". */
export function explainRefusal([setting]: readonly Setting[], text: string, refusal: Refusal): string {
  switch (refusal.kind) {
    case 'wrong-type':
      return setting ? typeText(setting, text) : 'which is of another type';
    case 'out-of-range':
      return `which is ${rangeText(refusal.min, refusal.max)}`;
    case 'not-one-of':
      return `which is one of ${refusal.allowed.map((value) => (value === '' ? 'nothing' : value)).join(', ')}`;
    case 'empty':
      return 'which must not be empty';
    case 'empty-element':
      return 'which must have no empty element';
    case 'malformed':
      return `which is ${refusal.form}`;
  }
}

function typeText({ type, constraint }: Setting, text: string): string {
  if (type === 'BOOLEAN') return 'which is true or false';
  const noun = type === 'DOUBLE' ? 'a number' : 'an integer';
  const { min, max } = constraint ?? {};
  // Digits alone are refused only when there are too many of them.
  const largest = /^[+-]?\d+$/.test(text) ? LARGEST[type] : undefined;
  const range = rangeText(min, max ?? largest);
  return range === '' ? `which is ${noun}` : `which is ${noun}, ${range}`;
}

function rangeText(min: string | undefined, max: string | undefined): string {
  if (min !== undefined && max !== undefined) return `from ${min} to ${max}`;
  if (min !== undefined) return `at least ${min}`;
  return max === undefined ? '' : `at most ${max}`;
}
