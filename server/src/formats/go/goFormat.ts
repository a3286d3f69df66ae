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
import { renderEdits } from './render';
import { topicsIn } from './topics';

/** Programs in Go that make or use a client of confluent-kafka-go, kafka-go, sarama or franz-go. */
export const goFormat: Format = { files, parse, render: renderEdits, comments };

/** Longer ones are generated. */
const MAX_LENGTH = 1024 * 1024;

function parse(input: ParseInput): ConfigDocument {
  const { path, text, hints } = input;
  const nothing = emptyDocument(files, input);
  if (text.length > MAX_LENGTH || !mentionsKafka(files, text) || text.includes('\0')) return nothing;
  const root = readFile(text, input.uri);
  const program: Program = { root, fileOf: () => undefined, budget: newBudget(), idioms };
  const written = commentsOf(root);
  const isTest = hints?.development ?? (isDevelopmentPath(path) || /_test\.go$/.test(path));
  const plain = fileDirectives(text, written);
  const target = targetOf(undefined, plain, hints);
  const releaseOf = (name: string) => hints?.found?.packages?.[name];
  const scopes = clientScopes(program, { target, environment: isTest ? 'development' : 'unknown', releaseOf });
  const topics = topicScopes(program, topicsIn(program), { path, directives: plain, hints, templated: false });
  return codeDocument(nothing, written, [...scopes, ...topics]);
}
