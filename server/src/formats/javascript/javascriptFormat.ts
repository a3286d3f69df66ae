import type { Comment, ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import type { Span } from '../../model/span';
import { directivesOf } from '../directives';
import { isDevelopmentPath } from '../environment';
import type { Format, ParseInput } from '../format';
import { targetOf } from '../target';
import { clientScopes, type FileFacts } from './clientScopes';
import { type Code, newBudget } from './code';
import { readFile } from './declarations';
import { nestScopes } from './nest';
import { filesOf } from './projectFiles';
import { renderEdits } from './render';
import { sourceOf } from './source';
import { type Node, nodesOf } from './tree';

/** Code in JavaScript and TypeScript that configures or uses a Kafka client. */
export const javascriptFormat: Format = { id: 'javascript', parse, render: renderEdits };

function parse({ uri, path, text, hints, imported }: ParseInput): ConfigDocument {
  const nothing = {
    uri,
    format: 'javascript',
    text,
    entries: [],
    scopes: [],
    comments: [],
    directives: [],
    problems: [],
  } as const;
  const source = sourceOf(path, text);
  if (!source) return nothing;
  const root = readFile(source.text, source.dialect, uri);
  const code: Code = { root, fileOf: filesOf(root.source, imported), budget: newBudget() };
  const comments = commentsOf(root);
  const environment = isDevelopmentPath(path) ? 'development' : 'unknown';
  const plain = directivesOf(text, comments, () => undefined);
  const facts: FileFacts = { target: targetOf(undefined, plain, hints), environment };
  const scopes = [...clientScopes(code, facts), ...nestScopes(code, facts)];
  const entries = entriesOf(scopes);
  const directives = directivesOf(text, comments, nextPlaceIn(scopes, entries));
  return { ...nothing, entries, scopes, comments, directives };
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
  for (const { entries: own, calls } of scopes) {
    for (const entry of [...own, ...calls.flatMap(({ options }) => options.entries)]) {
      if (!entry.elsewhere && !entries.has(entry.keySpan.start)) entries.set(entry.keySpan.start, entry);
    }
  }
  return [...entries.values()].sort((a, b) => a.span.start - b.span.start);
}

/** What a directive speaks of: the first option or call that begins behind it. */
function nextPlaceIn(scopes: readonly Scope[], entries: readonly Entry[]): (offset: number) => Span | undefined {
  const calls = scopes.flatMap(({ calls: made, creation }) => (creation ? [...made, creation] : made));
  const places = [...calls.map(({ statement }) => statement), ...entries.map(({ span }) => span)];
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  return (offset) => places.find(({ start }) => start >= offset);
}
