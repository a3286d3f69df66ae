import type { LagTotal, Unknown, UnknownReason } from '../model';

const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const FINE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Every digit, grouped by thousands: `1,234,567`. */
export function countText(count: bigint | number): string {
  // Most numbers of a large tree are small, and a formatter is slow.
  if (count >= 0 && count < 1000 && Number.isInteger(Number(count))) return String(count);
  return WHOLE.format(count);
}

const SHORT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

/** Three digits of what has more than four, for where room is scarce: `9,999`, `142K`, `1.23M`. */
export function shortCount(count: bigint): string {
  return count < 10_000n && count > -10_000n ? countText(count) : SHORT.format(count);
}

/** Of messages per second: `1,234/s`, `2.5/s`, or `3/min` for what is too slow for seconds. */
export function rateText(perSecond: number): string {
  if (perSecond > 0 && perSecond < 0.1) return `${FINE.format(perSecond * 60)}/min`;
  return `${perSecond < 10 ? FINE.format(perSecond) : WHOLE.format(perSecond)}/s`;
}

/** Two units at most: `45 s`, `17 min`, `3 h 20 min`, `2 d 4 h`. */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return joined(hours, 'h', minutes % 60, 'min');
  const days = Math.floor(hours / 24);
  return days < 100 ? joined(days, 'd', hours % 24, 'h') : 'more than 100 d';
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** `partitions` for any number but one. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/**
 * In characters. A tree cuts its lines at the end, where the numbers are, so that a longer name gives way to them in its
 * middle. A side bar as wide as VS Code makes it has room for both then.
 */
const LONGEST_NAME = 24;

/** Both ends of a name, which say the most: `com.example…rs-eu-west-1`. */
export function shortName(name: string, longest = LONGEST_NAME): string {
  if (name.length <= longest) return name;
  const start = Math.floor((longest - 1) / 2);
  return `${name.slice(0, start)}…${name.slice(start + 1 - longest)}`;
}

const UNKNOWN_WORDS: Readonly<Record<UnknownReason, string>> = {
  'no-commit': 'nothing committed',
  'leader-unreachable': 'leader unreachable',
  'coordinator-unreachable': 'coordinator unreachable',
  unauthorised: 'no permission',
  'topic-deleted': 'topic deleted',
  error: 'not known',
};

export function unknownText({ unknown }: Unknown): string {
  return UNKNOWN_WORDS[unknown];
}

/** With what Kafka or the network said. */
export function unknownDetail(unknown: Unknown): string {
  return unknown.detail ? `${unknownText(unknown)} (${unknown.detail})` : unknownText(unknown);
}

/** Short, for a row. A partial total says so, and one of nothing known is no zero. */
export function totalText({ lag, knownPartitions, unknownPartitions }: LagTotal): string {
  if (knownPartitions === 0) return 'not known';
  if (unknownPartitions > 0) return `${shortCount(lag)} + ${countText(unknownPartitions)} unknown`;
  return lag > 0n ? shortCount(lag) : 'caught up';
}

/** The same in full, to be read aloud. */
export function totalSentence({ lag, knownPartitions, unknownPartitions }: LagTotal): string {
  if (knownPartitions === 0) return 'lag not known';
  const known = lag > 0n ? `${countText(lag)} ${lag === 1n ? 'message' : 'messages'} behind` : 'caught up';
  if (unknownPartitions === 0) return known;
  return `${known}, not counting ${plural(unknownPartitions, 'partition')} of unknown lag`;
}
