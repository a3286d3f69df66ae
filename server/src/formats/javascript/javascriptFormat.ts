import type { Comment, ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { isDevelopmentPath } from '../../recognition/developmentPath';
import { targetOf } from '../../recognition/target';
import { type Code, newBudget } from '../code/code';
import { placesOf } from '../code/places';
import { type Node, nodesOf } from '../code/tree';
import { directivesOf } from '../directives';
import { emptyDocument, type Format, type ParseInput } from '../format';
import { clientScopes, type FileFacts } from './clientScopes';
import { comments } from './comments';
import { readFile } from './declarations';
import { files } from './files';
import { nestScopes } from './nest';
import { filesOf } from './projectFiles';
import { candidatesFor, importsBeyond, relativeImports } from './relatives';
import { renderEdits } from './render';
import { sourceOf } from './source';

/** Code in JavaScript and TypeScript that configures or uses a Kafka client. */
export const javascriptFormat: Format = {
  files,
  parse,
  render: renderEdits,
  comments,
  imports: { of: relativeImports, candidates: candidatesFor, beyond: importsBeyond },
};

function parse(input: ParseInput): ConfigDocument {
  const { path, text, hints, imported } = input;
  const nothing = emptyDocument(files, input);
  const source = sourceOf(path, text);
  if (!source) return nothing;
  const root = readFile(source.text, source.dialect, input.uri);
  const code: Code = { root, fileOf: filesOf(root.source, imported), budget: newBudget() };
  const written = commentsOf(root);
  const environment = (hints?.development ?? isDevelopmentPath(path)) ? 'development' : 'unknown';
  const plain = directivesOf(text, written, () => undefined);
  const release = hints?.found?.kafkajs?.version;
  const facts: FileFacts = { ...(release && { release }), target: targetOf(undefined, plain, hints), environment };
  const scopes = [...clientScopes(code, facts), ...nestScopes(code, facts)];
  const entries = entriesOf(scopes);
  const places = placesOf(scopes, entries);
  const directives = directivesOf(text, written, (offset) => places.find(({ start }) => start >= offset));
  return { ...nothing, entries, scopes, comments: written, directives };
}

function commentsOf(root: Node): Comment[] {
  const nodes = [...nodesOf(root, 'LineComment'), ...nodesOf(root, 'BlockComment')];
  return nodes
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const text = root.source.text
        .slice(start, end)
        .replace(/^\/[/*]+\s*/, '')
        .replace(/\*\/$/, '');
      return { span: { start, end }, text: text.trimEnd() };
    });
}

/** Every option once, in the order of the text, those of calls included. */
function entriesOf(scopes: readonly Scope[]): Entry[] {
  const entries = new Map<number, Entry>();
  for (const { entries: own, others, calls } of scopes) {
    for (const entry of [...own, ...others, ...calls.flatMap(({ options }) => options.entries)]) {
      if (!entry.elsewhere && !entries.has(entry.keySpan.start)) entries.set(entry.keySpan.start, entry);
    }
  }
  return [...entries.values()].sort((a, b) => a.span.start - b.span.start);
}
