import type { ConfigDocument } from '../../model/document';
import { fileNameOf } from '../../protocol/fileKinds';
import type { MutableEntry } from '../../recognition/parts';
import { typingBehind } from '../assignments/typing';
import { environmentDrafts } from '../containers/environmentFile';
import { composeValue } from '../containers/interpolation';
import { couldBeRead, emptyDocument, type Format, type ParseInput } from '../format';
import { linkLast } from '../overridden';
import { documentOf, HASH_COMMENTS } from '../sites/document';
import { renderEdits } from '../sites/render';
import { withSite } from '../sites/site';
import { envSite } from './envSite';
import { files } from './files';
import { type Assignment, readEnv } from './read';

/** Files of variables for containers and applications, as Docker Compose reads them. */
export const dotenvFormat: Format = {
  files,
  parse,
  render: renderEdits,
  comments: HASH_COMMENTS,
  typing: typingBehind({ keyword: /^[ \t]*export[ \t]+$/, before: '' }),
};

function parse(input: ParseInput): ConfigDocument {
  const { text, path } = input;
  if (!couldBeRead(files, text)) {
    return emptyDocument(files, input);
  }
  const { assignments, comments } = readEnv(text);
  const variables = linkLast(assignments.map(variableOf));
  const drafts = environmentDrafts(variables, { name: fileNameOf(path), span: { start: 0, end: text.length } });
  return documentOf(files, input, { drafts, comments, isUncertain: () => false });
}

function variableOf(assignment: Assignment): MutableEntry {
  const { name, nameSpan, valueSpan, span, text, quote } = assignment;
  const entry: MutableEntry = {
    key: name,
    writtenKey: name,
    keySpan: nameSpan,
    value: quote === "'" ? { kind: 'literal', text, span: valueSpan } : composeValue(text, valueSpan),
    span,
  };
  return withSite(entry, envSite(assignment));
}
