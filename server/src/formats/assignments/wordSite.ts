import type { TextEdit } from '../../model/edit';
import { isLineStart, lineEndAt, startOfBlanks } from '../lines';
import { commentLines, endOfLine, indentationAt, insertLines, linesOfBlock } from '../sites/blockLines';
import type { NewSetting, Site } from '../sites/site';
import type { Assigning, AssignmentWord, WordDialect } from './word';

/** A variable that stands in an instruction with others, on one line or on several. */
export function wordSite(instruction: Assigning, word: AssignmentWord, dialect: WordDialect): Site {
  return {
    set: (_, value) => ({ span: word.span, newText: dialect.word(word.name, value, word) }),
    rename: (_, name) => ({ span: word.nameSpan, newText: name }),
    remove: (text) => remove(text, instruction, word),
    add: (text, setting) => add(text, instruction, word, setting, dialect),
    lineOf: (text) => lineOf(text, instruction, word),
  };
}

/** A word goes with its line where it has one, and the instruction with its only word. */
function remove(text: string, { span, words }: Assigning, word: AssignmentWord): TextEdit | undefined {
  const index = words.indexOf(word);
  const [before, after] = [words[index - 1], words[index + 1]];
  if (!before && !after) {
    const lines = linesOfBlock(text, span);
    return lines && { span: lines, newText: '' };
  }
  if (!after) return { span: { start: before?.span.end ?? span.start, end: word.span.end }, newText: '' };
  const start = startOfBlanks(text, word.span.start);
  if (isLineStart(text, start) && startOfNextLine(text, word.span.end) <= after.span.start) {
    return { span: { start, end: startOfNextLine(text, word.span.end) }, newText: '' };
  }
  // A comment between the two speaks of the next.
  if (text.slice(word.span.end, after.span.start).includes('#')) return undefined;
  return { span: { start: word.span.start, end: after.span.start }, newText: '' };
}

function startOfNextLine(text: string, offset: number): number {
  return endOfLine(text, offset);
}

/** On a line of its own in an instruction of several lines, else as an instruction of its own behind it. */
function add(
  text: string,
  { span }: Assigning,
  word: AssignmentWord,
  { name, value, comment }: NewSetting,
  dialect: WordDialect,
): TextEdit {
  const start = startOfBlanks(text, word.span.start);
  if (word.span.start !== span.start && isLineStart(text, start)) {
    const lineEnd = lineEndAt(text, start);
    const indentation = text.slice(start, word.span.start);
    const lines = [...commentLines(comment), dialect.word(name, value)].map((line) => lineEnd + indentation + line);
    return { span: { start: word.span.end, end: word.span.end }, newText: dialect.continuation + lines.join('') };
  }
  const at = endOfLine(text, span.end);
  const lines = [...commentLines(comment), dialect.instruction(dialect.word(name, value))];
  return { span: { start: at, end: at }, newText: insertLines(text, at, indentationAt(text, span.start), lines) };
}

/** A comment can stand before a line of an instruction, but speaks of its first word alone. */
function lineOf(text: string, { span, words }: Assigning, word: AssignmentWord): number | undefined {
  if (words[0] === word && text.slice(span.start, word.span.start).match(/[\r\n]/) === null) return span.start;
  return isLineStart(text, startOfBlanks(text, word.span.start)) ? word.span.start : undefined;
}
