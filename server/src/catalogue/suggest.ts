import { keptByText } from '../model/ownText';
import type { Role } from '../model/scope';
import type { KafkaVersion } from '../model/version';
import { settingsOf } from './catalogue';

/** The most edits (insert, remove, replace, swap neighbours) at which two keys still look like one. */
const MAX_DISTANCE = 2;
/** Below this length two edits would turn a key into an unrelated one. */
const SHORT = 8;

const found = new Map<string, (key: string) => string | undefined>();

/** The key that was probably meant, if one is near enough; internal keys are never suggested. */
export function suggest(role: Role, key: string, version: KafkaVersion): string | undefined {
  const id = `${role} ${version}`;
  const search = found.get(id) ?? keptByText((one) => searched(role, one, version));
  found.set(id, search);
  return search(key);
}

function searched(role: Role, key: string, version: KafkaVersion): string | undefined {
  const { keys, byPlain } = candidatesOf(role, version);
  const same = byPlain.get(normalize(key));
  if (same) return same === key ? undefined : same;
  let best: string | undefined;
  let least = (key.length < SHORT ? 1 : MAX_DISTANCE) + 1;
  const parts = partsOf(key, 2 * MAX_DISTANCE + 1);
  for (const candidate of keys) {
    if (!parts.some((part) => candidate.includes(part))) continue;
    const distance = editDistance(key, candidate, least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/**
 * Cuts the key into so many parts. An edit spoils at most two of them (a swap across a cut), so that a candidate
 * near enough holds at least one part as it is: that is found out much faster than the distance.
 */
function partsOf(key: string, count: number): string[] {
  const cut = (index: number) => Math.round((index * key.length) / count);
  return Array.from({ length: count }, (_, index) => key.slice(cut(index), cut(index + 1)));
}

interface Candidates {
  readonly keys: readonly string[];
  readonly byPlain: ReadonlyMap<string, string>;
}

const candidates = new Map<string, Candidates>();

function candidatesOf(role: Role, version: KafkaVersion): Candidates {
  const id = `${role} ${version}`;
  const known = candidates.get(id);
  if (known) return known;
  const settings = settingsOf(role, version).filter((setting) => !setting.internal);
  const keys = settings.map((setting) => setting.key);
  // Of two keys that are alike without their separators the first one stands, as it would in a search.
  const byPlain = new Map(keys.toReversed().map((key) => [normalize(key), key]));
  const made = { keys, byPlain };
  candidates.set(id, made);
  return made;
}

/** `batchSize`, `batch_size`, `BATCH.SIZE` and `batch-size` are all meant to be `batch.size`. */
function normalize(key: string): string {
  return key.toLowerCase().replace(/[._\s-]/g, '');
}

/** Damerau's distance with adjacent swaps; gives `bound` or more as soon as it cannot be less. */
export function editDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) >= bound) return bound;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, before, last, bound);
    if (Math.min(...row) >= bound) return bound;
    before = last;
    last = row;
  }
  return last[b.length] ?? bound;
}

/** Cells further than `bound` from the diagonal cannot matter, and are not looked at. */
function nextRow(
  a: string,
  b: string,
  i: number,
  before: readonly number[],
  last: readonly number[],
  bound: number,
): number[] {
  const row = new Array<number>(b.length + 1).fill(bound);
  row[0] = i;
  const end = Math.min(b.length, i + bound);
  for (let j = Math.max(1, i - bound); j <= end; j++) {
    const same = a[i - 1] === b[j - 1];
    const replaced = (last[j - 1] ?? bound) + (same ? 0 : 1);
    const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? bound) + 1 : bound;
    row[j] = Math.min(replaced, (last[j] ?? bound) + 1, (row[j - 1] ?? bound) + 1, swapped);
  }
  return row;
}
