import { structuredPatch } from 'diff';
import { terminalText } from '../escape/terminal';
import type { Span } from '../model/span';
import { MASK } from '../secrets/mask';

interface Side {
  readonly text: string;
  readonly secrets: readonly Span[];
}

/** A unified diff to be read: secrets are masked in it, and control characters shown as pictures. Empty without a change. */
export function unifiedDiff(file: string, before: Side, after: Side): string {
  const name = terminalText(file.replaceAll('\\', '/'));
  const { hunks } = structuredPatch(name, name, before.text, after.text, '', '', { context: 3 });
  if (hunks.length === 0) return '';
  const [old, now] = [shownLines(before), shownLines(after)];
  const blocks = hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => {
    let [left, right] = [oldStart - 1, newStart - 1];
    const shown = lines.map((line) => {
      const sign = line.charAt(0);
      if (sign === '\\') return line;
      const text = sign === '+' ? now[right] : old[left];
      if (sign !== '+') left++;
      if (sign !== '-') right++;
      return `${sign}${text ?? ''}`;
    });
    return `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@\n${shown.join('\n')}\n`;
  });
  return `--- a/${name}\n+++ b/${name}\n${blocks.join('')}`;
}

/** The lines of a text as they may be shown; a secret over several lines is masked in each. */
function shownLines({ text, secrets }: Side): string[] {
  let shown = '';
  let at = 0;
  for (const { start, end } of secrets) {
    shown += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]+/g, MASK);
    at = end;
  }
  const lines = (shown + text.slice(at)).split('\n');
  return lines.map((line) => line.replace(/\r$/, '').split('\t').map(terminalText).join('\t'));
}
