import type { TextEdit } from '../model/edit';

/** Beyond this many changed lines on either side one edit for the whole stretch does as well. */
const MAX_CHANGED = 2000;

interface Hunk {
  /** Indexes of lines: `from` is replaced up to `to` by the new lines. */
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Edits of whole lines that make `after` of `before`, so that carets and folds elsewhere stay where they are. */
export function lineEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const oldLines = splitLines(before);
  const newLines = splitLines(after);
  const starts = [0];
  for (const line of oldLines) starts.push((starts.at(-1) ?? 0) + line.length);
  return hunks(oldLines, newLines).map(({ from, to, newFrom, newTo }) => ({
    span: { start: starts[from] ?? 0, end: starts[to] ?? before.length },
    newText: newLines.slice(newFrom, newTo).join(''),
  }));
}

/** Each line with its end; joining them gives the text back. */
function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n|\r(?!\n))/);
}

function hunks(oldLines: readonly string[], newLines: readonly string[]): Hunk[] {
  let head = 0;
  while (head < oldLines.length && head < newLines.length && oldLines[head] === newLines[head]) head++;
  let to = oldLines.length;
  let newTo = newLines.length;
  while (to > head && newTo > head && oldLines[to - 1] === newLines[newTo - 1]) {
    to--;
    newTo--;
  }
  if (to - head > MAX_CHANGED || newTo - head > MAX_CHANGED) return [{ from: head, to, newFrom: head, newTo }];
  return hunksBetween(oldLines.slice(head, to), newLines.slice(head, newTo), head);
}

/** Walks along a longest common subsequence; what is not on it is a hunk. */
function hunksBetween(a: readonly string[], b: readonly string[], offset: number): Hunk[] {
  const lengths = commonLengths(a, b);
  const width = b.length + 1;
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  const found: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const [from, newFrom] = [i, j];
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) i++;
      else j++;
    }
    found.push({ from: from + offset, to: i + offset, newFrom: newFrom + offset, newTo: j + offset });
  }
  return found;
}

/** At `i * (b.length + 1) + j` the length of the longest common subsequence of `a` from i and `b` from j. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}
