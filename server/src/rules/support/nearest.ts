/**
 * The candidate that `word` was most likely meant to be: the same letters in another case or with other
 * separators, else the one within the fewest single edits (at most one for words of up to five characters, two
 * for longer ones). Undefined when nothing is that close; the first candidate wins a tie.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const bare = letters(word);
  let best: string | undefined;
  let bestDistance = (word.length <= 5 ? 1 : 2) + 1;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    if (bare.length > 2 && Math.abs(candidate.length - word.length) < 8 && letters(candidate) === bare)
      return candidate;
    const distance = editDistance(word, candidate, bestDistance);
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

function letters(word: string): string {
  return word.toLowerCase().replace(/[._-]/g, '');
}

/**
 * How many insertions, deletions, replacements or swaps of neighbours turn `a` into `b`; `limit` as soon as it
 * is known to be at least that many, so that long unlike words cost little.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, last, beforeLast);
    if (Math.min(...row) >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit, limit);
}

function nextRow(a: string, b: string, i: number, last: readonly number[], beforeLast: readonly number[]): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const same = a[i - 1] === b[j - 1];
    let cost = Math.min(at(row, j - 1) + 1, at(last, j) + 1, at(last, j - 1) + (same ? 0 : 1));
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    if (swapped) cost = Math.min(cost, at(beforeLast, j - 2) + 1);
    row.push(cost);
  }
  return row;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
