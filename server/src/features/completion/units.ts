import { type Unit, unitOf } from '../../catalogue/units';
import { tableOf } from '../../model/tableOf';

const MILLISECONDS: Readonly<Record<string, number>> = tableOf({
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
});
const BYTES: Readonly<Record<string, number>> = tableOf({ KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 });
const IN_MILLISECONDS: Readonly<Partial<Record<Unit, number>>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** Amounts that people set, in the largest unit that fits. */
const COMMON_TIMES = ['100ms', '500ms', '1s', '5s', '10s', '30s', '1min', '5min', '10min', '1h', '1d', '7d', '30d'];
const COMMON_SIZES = [
  '1KiB',
  '16KiB',
  '32KiB',
  '64KiB',
  '128KiB',
  '256KiB',
  '512KiB',
  '1MiB',
  '10MiB',
  '32MiB',
  '64MiB',
  '128MiB',
  '1GiB',
];

const ALIASES: Readonly<Record<string, string>> = tableOf({
  sec: 's',
  seconds: 's',
  m: 'min',
  minutes: 'min',
  hours: 'h',
  days: 'd',
  k: 'KiB',
  kb: 'KiB',
  kib: 'KiB',
  mb: 'MiB',
  mib: 'MiB',
  g: 'GiB',
  gb: 'GiB',
  gib: 'GiB',
});

export interface Amount {
  /** The plain number in the key's unit. */
  readonly text: string;
  /** What it is in a unit that people read. */
  readonly human: string;
}

/**
 * Numbers in the key's unit that the typed text may mean: `30` is 30 s, 30 min and so on, `7d` is 7 days; for an
 * empty text the usual amounts. Empty for a key that is neither a time nor a size.
 */
export function amounts(key: string, typed: string): Amount[] {
  return amountsOf(unitOf(key), typed);
}

/** The same for a number whose unit is known. */
export function amountsOf(unit: Unit | undefined, typed: string): Amount[] {
  const { units, keyUnit, common } = measureOf(unit);
  if (!keyUnit) return [];
  const written = typed.trim() === '' ? common : spellings(typed.trim(), units);
  return written.flatMap((amount): Amount[] => {
    const [, digits = '', name = ''] = /^(\d{1,6})([a-zA-Z]+)$/.exec(amount) ?? [];
    const value = (Number(digits) * (units[name] ?? 0)) / keyUnit;
    return value > 0 && Number.isSafeInteger(value) ? [{ text: String(value), human: `${digits} ${name}` }] : [];
  });
}

function measureOf(unit: Unit | undefined): {
  units: Readonly<Record<string, number>>;
  keyUnit?: number;
  common: readonly string[];
} {
  const time = unit && IN_MILLISECONDS[unit];
  if (time) return { units: MILLISECONDS, keyUnit: time, common: COMMON_TIMES };
  if (unit === 'bytes' || unit === 'bytes/s') return { units: BYTES, keyUnit: 1, common: COMMON_SIZES };
  return { units: {}, common: [] };
}

function spellings(typed: string, units: Readonly<Record<string, number>>): string[] {
  const [, digits, unit] = /^(\d{1,6})\s*([a-zA-Z]*)$/.exec(typed) ?? [];
  if (digits === undefined || unit === undefined) return [];
  if (unit === '')
    return Object.keys(units)
      .filter((one) => one !== 'ms')
      .map((one) => digits + one);
  const lower = unit.toLowerCase();
  const meant = Object.keys(units).find((one) => one.toLowerCase() === lower) ?? aliasFor(lower, units);
  return meant ? [digits + meant] : [];
}

/** `m` is a minute beside times and a mebibyte beside sizes. */
function aliasFor(unit: string, units: Readonly<Record<string, number>>): string | undefined {
  if (unit === 'm' && 'MiB' in units) return 'MiB';
  const meant = ALIASES[unit];
  return meant && meant in units ? meant : undefined;
}
