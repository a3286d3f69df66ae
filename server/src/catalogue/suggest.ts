import type { Role } from '../model/scope';
import type { KafkaVersion } from '../model/version';
import { settingsOf } from './catalogue';

/** The most edits (insert, remove, replace, swap neighbours) at which two keys still look like one. */
const MAX_DISTANCE = 2;
/** Below this length two edits would turn a key into an unrelated one. */
const SHORT = 8;

/** The key that was probably meant, if one is near enough; internal keys are never suggested. */
export function suggest(role: Role, key: string, version: KafkaVersion): string | undefined {
  const settings = settingsOf(role, version).filter((setting) => !setting.internal);
  const plain = normalize(key);
  const same = settings.find((setting) => normalize(setting.key) === plain);
  if (same) return same.key === key ? undefined : same.key;
  const bound = key.length < SHORT ? 1 : MAX_DISTANCE;
  let best: string | undefined;
  let least = bound + 1;
  for (const setting of settings) {
    if (Math.abs(setting.key.length - key.length) >= least) continue;
    const distance = editDistance(key, setting.key, least);
    if (distance < least) {
      least = distance;
      best = setting.key;
    }
  }
  return best;
}

/** `batchSize`, `batch_size`, `BATCH.SIZE` and `batch-size` are all meant to be `batch.size`. */
function normalize(key: string): string {
  return key.toLowerCase().replace(/[._\s-]/g, '');
}

/** Damerau's distance with adjacent swaps; gives `bound` or more as soon as it cannot be less. */
function editDistance(a: string, b: string, bound: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const replaced = (last[j - 1] ?? 0) + (same ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? bound) + 1 : bound;
      row.push(Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, swapped));
    }
    if (Math.min(...row) >= bound) return bound;
    before = last;
    last = row;
  }
  return last[b.length] ?? bound;
}
