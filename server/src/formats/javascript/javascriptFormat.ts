import type { ConfigDocument } from '../../model/document';
import { isDevelopmentPath } from '../../recognition/developmentPath';
import { targetOf } from '../../recognition/target';
import { type Code, newBudget } from '../code/code';
import { codeDocument, commentsOf, fileDirectives } from '../code/document';
import { emptyDocument, type Format, type ParseInput } from '../format';
import { clientScopes, type FileFacts } from './clientScopes';
import { comments } from './comments';
import { readFile } from './declarations';
import { files } from './files';
import { nestScopes } from './nest';
import { filesOf } from './projectFiles';
import { candidatesFor } from './relatives';
import { renderEdits } from './render';
import { sourceOf } from './source';
import { wantedBy } from './wanted';

/** Code in JavaScript and TypeScript that configures or uses a Kafka client. */
export const javascriptFormat: Format = {
  files,
  parse,
  render: renderEdits,
  comments,
  imports: { wanted: wantedBy, candidates: candidatesFor },
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
  const plain = fileDirectives(text, written);
  const release = hints?.found?.kafkajs?.version;
  const facts: FileFacts = { ...(release && { release }), target: targetOf(undefined, plain, hints), environment };
  const scopes = [...clientScopes(code, facts), ...nestScopes(code, facts)];
  return codeDocument(nothing, written, scopes);
}
