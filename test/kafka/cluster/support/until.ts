import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again until it is as it should be; the test's timeout bounds it, and says what was seen last. */
export async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean, timeoutMs = 60_000): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() > end) throw new Error(`It did not come to hold. Seen last: ${show(seen)}`);
    await sleep(200);
  }
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}` : item)).slice(0, 4000);
}
