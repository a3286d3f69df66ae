import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Typing } from '../format';
import { embeddedOf } from '../sites/embedded';
import { siteOf } from '../sites/site';

interface Line {
  readonly start: number;
  readonly text: string;
  /** Of its first character; a line of blanks alone has none. */
  readonly column: number | undefined;
}

/** A key goes among its siblings, in their manner: below or above a setting of the same column, in the same map. */
export function typingAt(document: ConfigDocument, offset: number, at: Entry | undefined): Typing | undefined {
  const sibling = at ?? siblingAt(document, offset);
  const scope = sibling && document.scopes.find(({ entries }) => entries.includes(sibling));
  if (!scope) return blockTyping(document, offset);
  const file = embeddedOf(scope);
  const typed = at?.keySpan ?? wordAt(document.text, offset);
  if (file) return { scope, typed, before: '', separator: file.separator, written: scope.written };
  const site = siteOf(sibling);
  if (!site || site.form === 'item') return undefined;
  const isNew = !at && site.form === 'assignment' && !/^[ \t]*-/.test(lineAt(document.text, offset).text);
  return {
    scope,
    typed,
    before: isNew ? '- ' : '',
    separator: site.form === 'assignment' ? '=' : ': ',
    written: (key) => {
      const name = scope.written(key);
      return name === '' ? '' : (site.rename(document.text, name)?.newText ?? name);
    },
  };
}

/** The lines of an embedded file have no siblings to go by. */
function blockTyping({ scopes, text }: ConfigDocument, offset: number): Typing | undefined {
  const scope = scopes.find(
    (one) => !one.part && one.span.start <= offset && offset <= one.span.end && embeddedOf(one),
  );
  const isBlank = lineAt(text, offset).column === undefined;
  if (!scope || !isBlank) return undefined;
  const separator = embeddedOf(scope)?.separator ?? '';
  return { scope, typed: { start: offset, end: offset }, before: '', separator, written: scope.written };
}

/** Only a word is on the caret's line, which then takes a setting: one that stands in the same map above it, or below. */
function siblingAt({ text, scopes }: ConfigDocument, offset: number): Entry | undefined {
  const line = lineAt(text, offset);
  if (!/^[ \t]*(?:-[ \t]+)?["']?[\w.-]*$/.test(line.text)) return undefined;
  const column = line.column ?? offset - line.start;
  const byLine = new Map<number, Entry>();
  for (const scope of scopes)
    for (const entry of scope.entries) byLine.set(lineAt(text, entry.keySpan.start).start, entry);
  return nearest(text, line, column, byLine, -1) ?? nearest(text, line, column, byLine, 1);
}

/** No line of less indentation may stand between. */
function nearest(
  text: string,
  from: Line,
  column: number,
  byLine: ReadonlyMap<number, Entry>,
  direction: -1 | 1,
): Entry | undefined {
  for (let line = nextLine(text, from, direction); line; line = nextLine(text, line, direction)) {
    if (line.column === undefined || line.column > column || line.text.trimStart().startsWith('#')) continue;
    if (line.column < column) return undefined;
    const entry = byLine.get(line.start);
    if (entry) return entry;
  }
  return undefined;
}

function nextLine(text: string, { start, text: line }: Line, direction: -1 | 1): Line | undefined {
  if (direction === -1) return start === 0 ? undefined : lineAt(text, start - 1);
  const end = text.indexOf('\n', start + line.length);
  return end === -1 ? undefined : lineAt(text, end + 1);
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '');
  const blanks = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return { start, text: line, column: blanks === line.length ? undefined : blanks };
}

function wordAt(text: string, offset: number): Typing['typed'] {
  let start = offset;
  while (start > 0 && /[\w.-]/.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && /[\w.-]/.test(text.charAt(end))) end++;
  return { start, end };
}
