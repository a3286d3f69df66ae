import type { ConfigDocument } from '../../model/document';
import type { MutableEntry } from '../../recognition/parts';
import { couldBeRead, emptyDocument, type Format, type ParseInput } from '../format';
import { isAboutKafka, isDedicated } from '../machine/about';
import { isKafkaUser, limitLine, limitName } from '../machine/limitsLine';
import { entryOfLine, linesOf, type TextLine } from '../machine/lines';
import { linkLast } from '../overridden';
import { documentOf, HASH_COMMENTS } from '../sites/document';
import { linesBehind } from '../sites/lineSite';
import type { PlacedDraft } from '../sites/placedDraft';
import { renderEdits } from '../sites/render';
import { files } from './files';

/** Limits of users, as pam_limits reads them. */
export const limitsFormat: Format = {
  files,
  parse,
  render: renderEdits,
  comments: HASH_COMMENTS,
};

const write = (name: string, value: string): string => `${name} ${value}`;

function parse(input: ParseInput): ConfigDocument {
  const { text, path } = input;
  if (!couldBeRead(files, text) || !isAboutKafka(path, text)) return emptyDocument(files, input);
  const { lines, comments } = linesOf(text, /^#/);
  const drafts = draftsOf(lines, input);
  return documentOf(files, input, { drafts, comments, isUncertain: () => false });
}

/** What holds for Kafka's own users, else for everybody: a user's own limits win over those of all. */
function draftsOf(lines: readonly TextLine[], { path, text }: ParseInput): PlacedDraft[] {
  const domains = new Map<string, MutableEntry[]>();
  for (const line of lines) {
    const said = limitLine(line.text);
    if (said) domains.set(said.domain, [...(domains.get(said.domain) ?? []), entryOfLine(line, said, write)]);
  }
  const own = [...domains.keys()].filter(isKafkaUser);
  return (own.length > 0 ? own : ['*']).flatMap((domain) => {
    const entries = linkLast(domains.get(domain) ?? []);
    const last = entries.at(-1);
    if (!last) return [];
    return [
      {
        entries,
        span: { start: 0, end: text.length },
        name: domain,
        role: 'host',
        completeness: 'fragment',
        machine: { reader: 'limits', dedicated: isDedicated(path, text), persistent: true },
        written: (key) => limitName(domain, key),
        place: linesBehind(last.span, write),
      },
    ];
  });
}
