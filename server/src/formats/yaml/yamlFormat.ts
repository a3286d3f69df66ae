import type { ConfigDocument } from '../../model/document';
import { mentionsKafka } from '../../protocol/fileKinds';
import { emptyDocument, type Format, type ParseInput } from '../format';
import { monitoringIn, withMonitoring } from '../monitoring/monitoringOf';
import { documentOf } from '../sites/document';
import { lineAtSpan, renderAll, withEmbedded } from '../sites/embedded';
import { embeddedFiles } from './blocks';
import { commentsOf } from './comments';
import { draftsOf } from './drafts';
import { files } from './files';
import { MAX_YAML_LENGTH, readYaml } from './read';
import { typingAt } from './typing';

/** YAML of every program that configures Kafka in it. */
export const yamlFormat: Format = {
  files,
  parse,
  render: renderAll,
  comments: { line: (text) => `# ${text}`, top: ({ text }) => topOf(text), placeOf: lineAtSpan },
  separator: () => ': ',
  typing: typingAt,
};

function parse(input: ParseInput): ConfigDocument {
  const { path, text } = input;
  if (text.length > MAX_YAML_LENGTH || text.includes('\0') || !mentionsKafka(files, text)) {
    return emptyDocument(files, input);
  }
  const parts = readYaml(text);
  const comments = commentsOf(text, parts);
  const document = documentOf(files, input, {
    drafts: draftsOf(parts, text, path),
    comments,
    isUncertain: ({ uncertain }) => uncertain,
  });
  const roots = parts.map(({ root }) => root);
  const whole = withMonitoring(document, monitoringIn(text, roots), comments);
  return withEmbedded(whole, { blocks: embeddedFiles(parts, text), comments }, input);
}

/** Behind a byte order mark and the sign of the first document, which a comment may precede, but a tag may not. */
function topOf(text: string): number {
  return /^\ufeff?(?:%[^\n]*\n)*(?:---[ \t]*(?:\r\n|\r|\n))?/.exec(text)?.[0].length ?? 0;
}
