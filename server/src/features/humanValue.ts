import { type Unit, unitOf } from '../catalogue/units';

type Step = readonly [size: number, singular: string, plural: string];

const DURATIONS: readonly Step[] = [
  [86_400_000, 'day', 'days'],
  [3_600_000, 'hour', 'hours'],
  [60_000, 'minute', 'minutes'],
  [1000, 's', 's'],
];
const SIZES: readonly Step[] = [
  [2 ** 40, 'TiB', 'TiB'],
  [2 ** 30, 'GiB', 'GiB'],
  [2 ** 20, 'MiB', 'MiB'],
  [2 ** 10, 'KiB', 'KiB'],
];

const IN_MILLISECONDS: Readonly<Partial<Record<Unit, number>>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };
const OWN_NAMES: Readonly<Partial<Record<Unit, string>>> = { s: 's', min: 'minutes', h: 'hours' };
const LONG_MAX = '9223372036854775807';

/** Numbers that Kafka's documentation of the key gives a meaning of their own. */
const SPECIAL: readonly (readonly [key: RegExp, value: string, meaning: string])[] = [
  [/^(?:log\.)?retention\.(?:ms|minutes|hours)$/, '-1', 'no time limit'],
  [/^(?:log\.)?retention\.bytes$/, '-1', 'no size limit'],
  [/^(?:log\.)?local\.retention\.ms$/, '-2', 'as retention.ms'],
  [/^(?:log\.)?local\.retention\.bytes$/, '-2', 'as retention.bytes'],
  [/^(?:socket\.)?(?:send|receive)\.buffer\.bytes$/, '-1', "the operating system's default"],
];

export interface HumanHint {
  /** Right behind the value. */
  readonly offset: number;
  readonly label: string;
}

/**
 * A value in words and units that people read: 604800000 ms is `7 days`, 1048576 bytes is `1 MiB`, with `≈` where it
 * is not exact. Undefined where that says no more than the value itself. The key is without any prefix.
 */
export function humanValue(key: string, text: string): string | undefined {
  const value = text.trim();
  const special = SPECIAL.find(([pattern, number]) => number === value && pattern.test(key));
  if (special) return special[2];
  const unit = unitOf(key);
  return unit && humanAmount(value, unit);
}

/** The same for a number whose unit is known. */
export function humanAmount(text: string, unit: Unit): string | undefined {
  if (!/^\d{1,19}$/.test(text)) return undefined;
  return text === LONG_MAX ? 'no limit' : inLargerUnit(Number(text), unit);
}

function inLargerUnit(value: number, unit: Unit): string | undefined {
  if (unit === 'bytes') return scaled(value, SIZES);
  if (unit === 'bytes/s') {
    const size = scaled(value, SIZES);
    return size && `${size}/s`;
  }
  const factor = IN_MILLISECONDS[unit];
  const human = factor === undefined ? undefined : scaled(value * factor, DURATIONS);
  // "24 hours" beside "…hours=24" would be noise.
  return human === `${value} ${OWN_NAMES[unit]}` ? undefined : human;
}

function scaled(value: number, steps: readonly Step[]): string | undefined {
  const [size, singular, plural] =
    steps.find(([one]) => value >= one && value % one === 0) ?? steps.find(([one]) => value >= one) ?? [];
  if (!size) return undefined;
  const amount = value / size;
  const isExact = Math.round(amount * 100) / 100 === amount;
  const shown = isExact ? amount : Math.round(amount * 10) / 10;
  return `${isExact ? '' : '≈ '}${shown} ${shown === 1 ? singular : plural}`;
}
