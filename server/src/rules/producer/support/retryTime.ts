import type { Reader } from '../../../catalogue/reader';

/** How many milliseconds of waiting between attempts `retries` stand for, without jitter and the requests themselves. */
export function backoffOfRetries(reader: Reader, retries: number): number {
  const backoff = reader.number('retry.backoff.ms') ?? 100;
  // Before 3.7 the backoff is constant.
  if (!reader.atLeast('3.7')) return retries * backoff;
  const most = Math.max(reader.number('retry.backoff.max.ms') ?? 1000, 1);
  let total = 0;
  let wait = Math.min(backoff, most);
  for (let attempt = 0; attempt < retries; attempt++) {
    total += wait;
    wait = Math.min(wait * 2, most);
  }
  return total;
}
