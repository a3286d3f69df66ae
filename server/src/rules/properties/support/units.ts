import { tableOf } from '../../../model/tableOf';

/** A number with a unit or separators, which Kafka refuses, and the plain number that was meant where it is certain. */
export interface UnitNumber {
  /** The plain integer in the key's own unit; absent when the key's unit or the amount leaves room for doubt. */
  readonly plain?: string;
  /** True when the digits stay as they are and only something that adds nothing goes, as in `500ms` or `16_384`. */
  readonly sameDigits: boolean;
}

const TIME_UNITS: Readonly<Record<string, bigint>> = tableOf({
  ms: 1n,
  s: 1_000n,
  sec: 1_000n,
  seconds: 1_000n,
  m: 60_000n,
  min: 60_000n,
  minutes: 60_000n,
  h: 3_600_000n,
  hours: 3_600_000n,
  d: 86_400_000n,
  days: 86_400_000n,
});

const SIZE_UNITS: Readonly<Record<string, bigint>> = tableOf({
  b: 1n,
  bytes: 1n,
  k: 1n << 10n,
  kb: 1n << 10n,
  kib: 1n << 10n,
  m: 1n << 20n,
  mb: 1n << 20n,
  mib: 1n << 20n,
  g: 1n << 30n,
  gb: 1n << 30n,
  gib: 1n << 30n,
  t: 1n << 40n,
  tb: 1n << 40n,
  tib: 1n << 40n,
});

/** Longer than any number that somebody means, and short enough for arithmetic on it to take no time. */
const LONGEST = 60;

const WITH_UNIT = /^([+-]?\d+)\s*([a-z]+)$/i;
const WITH_SEPARATORS = /^[+-]?\d{1,3}(?:([_,'])\d{3})(?:\1\d{3})*$/;
const PRODUCT = /^\d+(?:\s*\*\s*\d+)+$/;

/** Reads `16KB`, `500 ms`, `16_384`, `1024*1024`; undefined for anything else. */
export function readUnitNumber(key: string, value: string): UnitNumber | undefined {
  if (value.length > LONGEST) return undefined;
  if (WITH_SEPARATORS.test(value)) {
    return { plain: value.replace(/[_,']/g, ''), sameDigits: value.includes('_') };
  }
  if (PRODUCT.test(value)) return { plain: String(product(value)), sameDigits: false };
  const match = WITH_UNIT.exec(value);
  if (!match?.[1] || !match[2]) return undefined;
  return withUnit(key, BigInt(match[1]), match[2].toLowerCase());
}

function product(value: string): bigint {
  return value.split('*').reduce((result, factor) => result * BigInt(factor.trim()), 1n);
}

function withUnit(key: string, amount: bigint, unit: string): UnitNumber | undefined {
  if (TIME_UNITS[unit] === undefined && SIZE_UNITS[unit] === undefined) return undefined;
  const perKeyUnit = keyTimeUnit(key);
  const factor = perKeyUnit ? TIME_UNITS[unit] : isSize(key) ? SIZE_UNITS[unit] : undefined;
  if (factor === undefined) return { sameDigits: false };
  const divisor = perKeyUnit ?? 1n;
  if ((amount * factor) % divisor !== 0n) return { sameDigits: false };
  return { plain: String((amount * factor) / divisor), sameDigits: factor === divisor };
}

/** How many milliseconds one unit of the key is, told by its name's end as in all of Kafka's own keys. */
function keyTimeUnit(key: string): bigint | undefined {
  if (key.endsWith('.ms')) return 1n;
  if (/\.sec(?:ond)?s$/.test(key)) return 1_000n;
  if (key.endsWith('.minutes')) return 60_000n;
  if (key.endsWith('.hours')) return 3_600_000n;
  return undefined;
}

/** True when the key counts bytes; sizes of pools, groups and queues count other things. */
function isSize(key: string): boolean {
  return /(?:^|\.)bytes(?:\.|$)|buffer\.size$|(?:request|receive|batch)\.size$|^buffer\.memory$|\.buffering$/.test(key);
}
