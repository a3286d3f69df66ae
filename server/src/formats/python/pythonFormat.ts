import type { ConfigDocument } from '../../model/document';
import { mentionsKafka } from '../../protocol/fileKinds';
import { isDevelopmentPath } from '../../recognition/developmentPath';
import { targetOf } from '../../recognition/target';
import { newBudget } from '../code/code';
import { codeDocument, commentsOf, fileDirectives } from '../code/document';
import type { Program } from '../code/idioms';
import { topicScopes } from '../code/topicScopes';
import { emptyDocument, type Format, type ParseInput } from '../format';
import { clientScopes } from './clientScopes';
import { comments } from './comments';
import { readFile } from './declarations';
import { files } from './files';
import { idioms } from './idioms';
import { filesOf, imports } from './projectFiles';
import { renderEdits } from './render';
import { topicsIn } from './topics';

/** Programs in Python that make or use a client of confluent-kafka, kafka-python or aiokafka. */
export const pythonFormat: Format = { files, parse, render: renderEdits, comments, imports };

/** Longer ones are generated. */
const MAX_LENGTH = 1024 * 1024;

function parse(input: ParseInput): ConfigDocument {
  const { path, text, hints } = input;
  const nothing = emptyDocument(files, input);
  if (text.length > MAX_LENGTH || !mentionsKafka(files, text) || text.includes('\0')) return nothing;
  const root = readFile(text, input.uri);
  const program: Program = { root, fileOf: filesOf(root.source, input.imported), budget: newBudget(), idioms };
  const written = commentsOf(root);
  const environment = (hints?.development ?? isDevelopmentPath(path)) ? 'development' : 'unknown';
  const plain = fileDirectives(text, written);
  const releaseOf = (_: unknown, name: string) => hints?.found?.packages?.[name];
  const scopes = clientScopes(program, { target: targetOf(undefined, plain, hints), environment, releaseOf });
  const topics = topicScopes(program, topicsIn(program), { path, directives: plain, hints, templated: false });
  return codeDocument(nothing, written, [...scopes, ...topics]);
}
