import type { ConfigDocument, SyntaxProblem } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { overlaps, type Span } from '../../model/span';
import { fileNameOf } from '../../protocol/fileKinds';
import { isTemplateKey } from '../../recognition/placeholders';
import { type ScopeDraft, settingsScopes } from '../../recognition/settingsScopes';
import { emptyDocument, type Format, MAX_DOCUMENT_LENGTH, type ParseInput } from '../format';
import { applicationDrafts } from './applications';
import { files } from './files';
import { parseProperties } from './parse';
import { renderEdits, usualSeparator } from './render';
import { startOfText } from './scan';

/** Files that java.util.Properties reads: Kafka's own syntax. */
export const propertiesFormat: Format = {
  files,
  parse,
  render: renderEdits,
  comments: { line: (text) => `# ${text}`, top: ({ text }) => startOfText(text), placeOf: entryAt },
  separator: (document) => usualSeparator(document, undefined),
};

/** How much of a text that is too long is read to tell whether it is Kafka's at all. */
const HEAD_LENGTH = 65536;

function parse(input: ParseInput): ConfigDocument {
  const { path, text, hints } = input;
  const isTooLong = text.length > MAX_DOCUMENT_LENGTH;
  const read = isTooLong ? text.slice(0, HEAD_LENGTH) : text;
  const nothing = emptyDocument(files, input);
  // No file of Kafka's holds a NUL; what does is binary, whatever its name.
  if (read.includes('\0')) return nothing;
  const { templated, entries, comments, directives, problems } = parseProperties(read);
  const around = { path, directives, hints, templated };
  const draft: ScopeDraft = { entries, span: { start: 0, end: text.length }, keysTell: howMuchKeysTell(path, entries) };
  const kafkas = settingsScopes(draft, around);
  const scopes =
    kafkas.length > 0 ? kafkas : applicationDrafts(path, read, entries).flatMap((one) => settingsScopes(one, around));
  if (isTooLong) return { ...nothing, problems: scopes.length > 0 ? [tooLarge(text)] : [] };
  const settled = kafkas.length > 0 ? entries : settledIn(entries, scopes);
  return { ...nothing, entries: settled, scopes, comments, directives, problems: scopes.length > 0 ? problems : [] };
}

/** Entries as the first scope that has them knows them. */
function settledIn(entries: readonly Entry[], scopes: readonly Scope[]): readonly Entry[] {
  const known = new Map<number, Entry>();
  for (const entry of scopes.flatMap((scope) => [...scope.entries, ...scope.others])) {
    if (!known.has(entry.keySpan.start)) known.set(entry.keySpan.start, entry);
  }
  return entries.map((entry) => known.get(entry.keySpan.start) ?? entry);
}

/** Endings that many programs use for many syntaxes, JSON, HOCON, INI and JAAS among them. */
const GENERIC_NAME = /\.(?:conf|cnf|config|cfg)$/i;

function howMuchKeysTell(path: string, entries: readonly Entry[]): NonNullable<ScopeDraft['keysTell']> {
  if (!GENERIC_NAME.test(fileNameOf(path))) return 'usual';
  const arePlain = entries.every(({ key }) => isTemplateKey(key) || /^[\w.>-]+$/.test(key));
  return arePlain ? 'clear' : 'nothing';
}

function entryAt({ entries }: ConfigDocument, span: Span): number | undefined {
  return entries.find((entry) => overlaps(entry.span, span))?.span.start;
}

function tooLarge(text: string): SyntaxProblem {
  const size = (text.length / MEBI).toFixed(1);
  return {
    code: 'too-large',
    message: `This file is not checked: it has ${size} Mi characters, and checking stops at ${MAX_DOCUMENT_LENGTH / MEBI} Mi.`,
    span: { start: 0, end: 0 },
  };
}

const MEBI = 1024 * 1024;
