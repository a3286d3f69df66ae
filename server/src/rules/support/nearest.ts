import { editDistance } from '../../catalogue/suggest';

/**
 * The candidate that `word` was most likely meant to be: within one edit for words of up to five characters, two for
 * longer ones. Undefined when nothing is that close; the first candidate wins a tie.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = (word.length <= 5 ? 1 : 2) + 1;
  for (const candidate of candidates) {
    const distance = candidate === word ? least : editDistance(word, candidate, least);
    if (distance >= least) continue;
    best = candidate;
    least = distance;
  }
  return best;
}
