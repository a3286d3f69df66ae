import type { MutableEntry } from '../../recognition/parts';
import type { Assigning, AssignmentWord, WordDialect } from '../assignments/word';
import { wordSite } from '../assignments/wordSite';
import { withSite } from '../sites/site';
import type { Command } from './read';
import { spanIn, type Word } from './words';

/** Where variables hold that a command sets: for it alone, as in `A=1 command`, or in its branch. */
export function holderOf({ words, branch }: Command): string {
  const [first, last] = [words[0], words.at(-1)];
  const isOwn = first && last && /^[A-Za-z_]\w*=/.test(first.text) && !/^[A-Za-z_]\w*=/.test(last.text);
  return isOwn ? `${branch}@${first.span.start}` : branch;
}

/** The variables that a command sets: `export A=1`, `A=1 B=2 command`. */
export function variablesOf({ words }: Command): MutableEntry[] {
  const isExport = /^(?:export|declare|readonly|local)$/.test(words[0]?.text ?? '');
  const from = isExport ? 1 : 0;
  const until = words.findIndex(
    ({ text }, index) => index >= from && !/^[A-Za-z_]\w*=/.test(text) && !(isExport && text.startsWith('-')),
  );
  const own = words.slice(from, until === -1 ? words.length : until).filter(({ text }) => text.includes('='));
  const [first, last] = [words[0], own.at(-1)];
  if (!first || !last) return [];
  const assignments = own.map(assignmentOf);
  const instruction: Assigning = { span: { start: first.span.start, end: last.span.end }, words: assignments };
  const dialect = isExport ? EXPORTED : ASSIGNED;
  return assignments.map((word) => {
    const entry: MutableEntry = {
      key: word.name,
      writtenKey: word.name,
      keySpan: word.nameSpan,
      value: { kind: word.dynamic ? 'dynamic' : 'literal', text: word.text, span: word.valueSpan },
      span: word.span,
    };
    return withSite(entry, wordSite(instruction, word, dialect));
  });
}

function assignmentOf(word: Word): AssignmentWord {
  const equals = word.text.indexOf('=');
  return {
    name: word.text.slice(0, equals),
    text: word.text.slice(equals + 1),
    dynamic: word.dynamic,
    fallback: false,
    span: word.span,
    nameSpan: spanIn(word, 0, equals),
    // With its quotes, so that what stands between them is where it is.
    valueSpan: { start: (word.origins[equals] ?? word.span.start) + 1, end: word.span.end },
  };
}

const word = (name: string, value: string): string =>
  `${name}=${/^[\w.:,/@%+=-]+$/.test(value) ? value : `"${value.replace(/["\\$`]/g, '\\$&')}"`}`;

const EXPORTED: WordDialect = { word, instruction: (one) => `export ${one}`, continuation: ' \\' };
const ASSIGNED: WordDialect = { word, instruction: (one) => one, continuation: ' \\' };
