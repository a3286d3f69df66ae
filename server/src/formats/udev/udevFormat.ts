import type { ConfigDocument } from '../../model/document';
import type { MutableEntry } from '../../recognition/parts';
import { couldBeRead, emptyDocument, type Format, type ParseInput } from '../format';
import { isAboutKafka, isDedicated } from '../machine/about';
import { linesOf, type TextLine } from '../machine/lines';
import { documentOf, HASH_COMMENTS } from '../sites/document';
import { renderEdits } from '../sites/render';
import { withSite } from '../sites/site';
import { files } from './files';

/** What rules of udev set of the queues of disks. */
export const udevFormat: Format = {
  files,
  parse,
  render: renderEdits,
  comments: HASH_COMMENTS,
};

function parse(input: ParseInput): ConfigDocument {
  const { text, path } = input;
  if (!couldBeRead(files, text) || !isAboutKafka(path, text)) return emptyDocument(files, input);
  const { lines, comments } = linesOf(text, /^#/);
  const draft = {
    entries: lines.flatMap(entriesOf),
    span: { start: 0, end: text.length },
    role: 'host' as const,
    completeness: 'fragment' as const,
    machine: { reader: 'udev' as const, dedicated: isDedicated(path, text), persistent: true },
  };
  return documentOf(files, input, { drafts: [draft], comments, isUncertain: () => false });
}

const ASSIGNMENT = /ATTR\{(queue\/(?:scheduler|read_ahead_kb))\}([ \t]*=[ \t]*")([^"=]*)"/g;

/** A rule has assignments beside its conditions, so that nothing of it but a value can be changed. */
function entriesOf({ text, start }: TextLine): MutableEntry[] {
  return Array.from(text.matchAll(ASSIGNMENT), ({ index, 0: all, 1: key = '', 2: equals = '', 3: value = '' }) => {
    const from = start + index;
    const valueStart = from + 'ATTR{}'.length + key.length + equals.length;
    const valueSpan = { start: valueStart, end: valueStart + value.length };
    const entry: MutableEntry = {
      key,
      writtenKey: `ATTR{${key}}`,
      keySpan: { start: from, end: from + 'ATTR{}'.length + key.length },
      value: { kind: /[$%]/.test(value) ? 'dynamic' : 'literal', text: value, span: valueSpan },
      span: { start: from, end: from + all.length },
    };
    const nothing = (): undefined => undefined;
    return withSite(entry, {
      set: (_, wanted) => ({ span: valueSpan, newText: wanted }),
      rename: nothing,
      remove: nothing,
      add: nothing,
      lineOf: () => start,
    });
  });
}
