import type { ConfigDocument } from '../../model/document';
import { mentionsKafka } from '../../protocol/fileKinds';
import { emptyDocument, type Format, type ParseInput } from '../format';
import { documentOf, lineOfEntry } from '../sites/document';
import { renderEdits } from '../sites/render';
import { commentsOf } from './comments';
import { draftsOf } from './drafts';
import { files } from './files';
import { MAX_YAML_LENGTH, readYaml } from './read';

/** YAML of every program that configures Kafka in it. */
export const yamlFormat: Format = {
  files,
  parse,
  render: renderEdits,
  comments: { line: (text) => `# ${text}`, top: ({ text }) => topOf(text), placeOf: lineOfEntry },
  separator: () => ': ',
};

function parse(input: ParseInput): ConfigDocument {
  const { path, text } = input;
  if (text.length > MAX_YAML_LENGTH || text.includes('\0') || !mentionsKafka(files, text)) {
    return emptyDocument(files, input);
  }
  const parts = readYaml(text);
  const drafts = draftsOf(parts, text, path);
  if (drafts.length === 0) return emptyDocument(files, input);
  return documentOf(files, input, {
    drafts,
    comments: commentsOf(text, parts),
    isUncertain: ({ uncertain }) => uncertain,
  });
}

/** Behind a byte order mark and the sign of the first document, which a comment may precede, but a tag may not. */
function topOf(text: string): number {
  return /^\ufeff?(?:%[^\n]*\n)*(?:---[ \t]*(?:\r\n|\r|\n))?/.exec(text)?.[0].length ?? 0;
}
