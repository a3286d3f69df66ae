/** Below this the scale of lag is linear, since a logarithm has no place for zero. In messages. */
export const LINEAR_BELOW = 10;

const STEPS = [1, 2, 5];

/** Where the logarithmic scale has lines, the least first: zero, and three in each power of ten, none outside of the scale. */
export function logSplits(least: number, most: number): number[] {
  const positive = upTo(most);
  const negative = upTo(-least).map((value) => -value);
  const zero = least <= 0 && most >= 0 ? [0] : [];
  return [...negative.reverse(), ...zero, ...positive].filter((value) => value >= least && value <= most);
}

function upTo(most: number): number[] {
  const splits: number[] = [];
  for (let power = LINEAR_BELOW; power <= most; power *= 10) splits.push(...STEPS.map((step) => step * power));
  return splits;
}
