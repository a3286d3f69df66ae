import type { Unit } from '../catalogue/units';

interface Step {
  readonly size: number;
  readonly singular: string;
  readonly plural: string;
}

const DURATIONS: readonly Step[] = [
  { size: 86_400_000, singular: 'day', plural: 'days' },
  { size: 3_600_000, singular: 'hour', plural: 'hours' },
  { size: 60_000, singular: 'minute', plural: 'minutes' },
  { size: 1000, singular: 's', plural: 's' },
];

const SIZES: readonly Step[] = [
  { size: 2 ** 40, singular: 'TiB', plural: 'TiB' },
  { size: 2 ** 30, singular: 'GiB', plural: 'GiB' },
  { size: 2 ** 20, singular: 'MiB', plural: 'MiB' },
  { size: 2 ** 10, singular: 'KiB', plural: 'KiB' },
];

const IN_MILLISECONDS: Readonly<Partial<Record<Unit, number>>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };
const NAMES: Readonly<Partial<Record<Unit, string>>> = { ms: 'ms', s: 's', min: 'minutes', h: 'hours' };

/** Kafka's `Long.MAX_VALUE` and `Integer.MAX_VALUE` stand for "no limit" in intervals and counts. */
const UNLIMITED = new Set(['9223372036854775807', '2147483647']);

/**
 * A number in units that people read: 604800000 ms is `7 days`, 1048576 bytes is `1 MiB`, with `≈` where it is not
 * exact. Undefined where that says no more than the number itself.
 */
export function humanValue(text: string, unit: Unit | undefined): string | undefined {
  if (!unit || !/^-?\d+$/.test(text)) return undefined;
  if (UNLIMITED.has(text)) return 'unlimited';
  const value = Number(text);
  if (value <= 0) return undefined;
  if (unit === 'bytes') return scaled(value, SIZES);
  if (unit === 'bytes/s') return withSuffix(scaled(value, SIZES), '/s');
  const factor = IN_MILLISECONDS[unit];
  const human = factor ? scaled(value * factor, DURATIONS) : undefined;
  // "24 hours" beside "…hours=24" would be noise.
  return human === `${value} ${NAMES[unit]}` ? undefined : human;
}

function scaled(value: number, steps: readonly Step[]): string | undefined {
  const step = steps.find(({ size }) => value >= size && value % size === 0) ?? steps.find(({ size }) => value >= size);
  if (!step) return undefined;
  const amount = value / step.size;
  const exact = Math.round(amount * 100) / 100 === amount;
  const shown = exact ? amount : Math.round(amount * 10) / 10;
  return `${exact ? '' : '≈ '}${shown} ${shown === 1 ? step.singular : step.plural}`;
}

function withSuffix(text: string | undefined, suffix: string): string | undefined {
  return text === undefined ? undefined : `${text}${suffix}`;
}
