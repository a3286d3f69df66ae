import type { ConfigType, Setting } from '../../../catalogue/types';
import type { Refusal } from './valueVerdict';

const TYPES: Readonly<Partial<Record<ConfigType, string>>> = {
  BOOLEAN: 'which is true or false',
  SHORT: 'which is an integer from -32768 to 32767',
  INT: 'which is an integer from -2147483648 to 2147483647',
  LONG: 'which is a 64-bit integer',
  DOUBLE: 'which is a number',
};

/** What the setting takes, as the end of "... is not accepted for the key, ...". */
export function explainRefusal([setting]: readonly Setting[], refusal: Refusal): string {
  switch (refusal.kind) {
    case 'wrong-type':
      return (setting && TYPES[setting.type]) ?? 'which is of another type';
    case 'out-of-range':
      return rangeText(refusal.min, refusal.max);
    case 'not-one-of':
      return `which is one of ${refusal.allowed.map((value) => (value === '' ? 'nothing' : value)).join(', ')}`;
    case 'empty':
      return 'which must not be empty';
  }
}

function rangeText(min: string | undefined, max: string | undefined): string {
  if (min !== undefined && max !== undefined) return `which is from ${min} to ${max}`;
  return min !== undefined ? `which is at least ${min}` : `which is at most ${max}`;
}
