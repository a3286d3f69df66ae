/** Below this the scale of lag is linear, since a logarithm has no place for zero. In messages. */
export const LINEAR_BELOW = 10;

const STEPS = [1, 2, 5];
/** How much room a label takes, in pixels. */
const LABEL_HEIGHT = 18;

/** Where the logarithmic scale has lines, the least first: zero, and three in each power of ten, none outside of the scale. */
export function logSplits(least: number, most: number): number[] {
  const positive = upTo(most);
  const negative = upTo(-least).map((value) => -value);
  const zero = least <= 0 && most >= 0 ? [0] : [];
  return [...negative.reverse(), ...zero, ...positive].filter((value) => value >= least && value <= most);
}

/** The lines that have a label, null for the others: zero and powers of ten, as many as there is room for. */
export function logLabels(splits: readonly number[], pixelsEachPower: number): (number | null)[] {
  const every = Math.max(1, Math.ceil(LABEL_HEIGHT / Math.max(pixelsEachPower, 1)));
  return splits.map((value) => {
    const power = Math.log10(Math.abs(value));
    return value === 0 || (Number.isInteger(power) && (power - 1) % every === 0) ? value : null;
  });
}

function upTo(most: number): number[] {
  const splits: number[] = [];
  for (let power = LINEAR_BELOW; power <= most; power *= 10) splits.push(...STEPS.map((step) => step * power));
  return splits;
}
