import type { ConfigDocument } from '../../model/document';
import { mentionsKafka } from '../../protocol/fileKinds';
import { newBudget } from '../code/code';
import { codeDocument, commentsOf, fileDirectives } from '../code/document';
import type { Program } from '../code/idioms';
import { emptyDocument, type Format, type ParseInput } from '../format';
import { comments } from './comments';
import { readFile } from './declarations';
import { files } from './files';
import { idioms } from './idioms';
import { filesOf, imports } from './projectFiles';
import { renderEdits } from './render';
import { javaScopes } from './scopes';

/** Java code that configures or uses a Kafka client. */
export const javaFormat: Format = { files, parse, render: renderEdits, comments, imports };

/** In UTF-16 units; nobody writes longer classes by hand. */
const MAX_LENGTH = 1024 * 1024;

function parse(input: ParseInput): ConfigDocument {
  const { path, text, hints, uri } = input;
  const nothing = emptyDocument(files, input);
  if (text.length > MAX_LENGTH || text.includes('\0') || !mentionsKafka(files, text)) return nothing;
  const root = readFile(text, uri);
  const program: Program = { root, idioms, fileOf: filesOf(root.source, input.imported), budget: newBudget() };
  const written = commentsOf(root);
  const plain = fileDirectives(text, written);
  const scopes = javaScopes(program, { path, directives: plain, hints, templated: false });
  return codeDocument(nothing, written, scopes);
}
