import type { Comment, ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { isDevelopmentPath } from '../../recognition/developmentPath';
import { targetOf } from '../../recognition/target';
import { directivesOf } from '../directives';
import { emptyDocument, type Format, type ImportedText, type ParseInput } from '../format';
import { clientScopes, type FileFacts } from './clientScopes';
import type { Code } from './code';
import { comments } from './comments';
import { resolveNames } from './declarations';
import { files } from './files';
import { nestScopes } from './nest';
import { placesOf } from './places';
import { candidatesFor, relativeImports } from './relatives';
import { renderEdits } from './render';
import { sourceOf } from './source';
import { nodesOf, parseTree } from './tree';

/** Code in JavaScript and TypeScript that configures or uses a Kafka client. */
export const javascriptFormat: Format = {
  files,
  parse,
  render: renderEdits,
  comments,
  imports: { of: relativeImports, candidates: candidatesFor },
};

function parse(input: ParseInput): ConfigDocument {
  const { path, text, hints, imported } = input;
  const nothing = emptyDocument(files, input);
  const source = sourceOf(path, text);
  if (!source) return nothing;
  const code = { ...resolveNames(source.text, parseTree(source.text, source.dialect)), ...filesOf(imported) };
  const written = commentsOf(code);
  const environment = (hints?.development ?? isDevelopmentPath(path)) ? 'development' : 'unknown';
  const plain = directivesOf(text, written, () => undefined);
  const facts: FileFacts = { target: targetOf(undefined, plain, hints), environment };
  const scopes = [...clientScopes(code, facts), ...nestScopes(code, facts)];
  const entries = entriesOf(scopes);
  const places = placesOf(scopes, entries);
  const directives = directivesOf(text, written, (offset) => places.find(({ start }) => start >= offset));
  return { ...nothing, entries, scopes, comments: written, directives };
}

/** The imported files, each parsed when something of it is asked for. */
function filesOf(imported: ImportedText | undefined): Pick<Code, 'fileOf'> {
  if (!imported) return {};
  const files = new Map<string, Code | undefined>();
  const fileOf = (specifier: string): Code | undefined => {
    if (!files.has(specifier)) {
      const text = imported(specifier);
      const isSmall = text !== undefined && text.length < MAX_IMPORTED;
      files.set(specifier, isSmall ? resolveNames(text, parseTree(text, 'ts')) : undefined);
    }
    return files.get(specifier);
  };
  return { fileOf };
}

/** Constants stand in short files; in UTF-16 units. */
const MAX_IMPORTED = 200_000;

function commentsOf(code: Code): Comment[] {
  const nodes = [...nodesOf(code.root, 'LineComment'), ...nodesOf(code.root, 'BlockComment')];
  return nodes
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const text = code.text
        .slice(start, end)
        .replace(/^\/[/*]+\s*/, '')
        .replace(/\*\/$/, '');
      return { span: { start, end }, text: text.trimEnd() };
    });
}

/** Every option once, in the order of the text, those of calls included. */
function entriesOf(scopes: readonly Scope[]): Entry[] {
  const entries = new Map<number, Entry>();
  for (const { entries: own, calls } of scopes) {
    for (const entry of [...own, ...calls.flatMap(({ options }) => options.entries)]) {
      if (!entries.has(entry.keySpan.start)) entries.set(entry.keySpan.start, entry);
    }
  }
  return [...entries.values()].sort((a, b) => a.span.start - b.span.start);
}
