const TIMES = [
  [86_400_000, 'day', 'days'],
  [3_600_000, 'hour', 'hours'],
  [60_000, 'minute', 'minutes'],
  [1_000, 'second', 'seconds'],
] as const;
const SIZES = [
  [2 ** 40, 'TiB'],
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
] as const;

/** Milliseconds in the largest unit that gives a short number: `7 days`, `90 minutes`, `250 ms`. */
export function humanDuration(milliseconds: number): string {
  for (const [unit, one, many] of TIMES) {
    const amount = milliseconds / unit;
    if (amount >= 1 && isShort(amount)) return `${amount} ${amount === 1 ? one : many}`;
  }
  return `${milliseconds} ms`;
}

/** Bytes in the largest unit that gives a short number: `1 GiB`, `512 KiB`, `1000 bytes`. */
export function humanBytes(bytes: number): string {
  for (const [unit, name] of SIZES) {
    const amount = bytes / unit;
    if (amount >= 1 && isShort(amount)) return `${amount} ${name}`;
  }
  return `${bytes} bytes`;
}

/** At most one decimal, exactly. */
function isShort(amount: number): boolean {
  return Number.isInteger(amount * 10);
}
