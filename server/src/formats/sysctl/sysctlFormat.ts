import type { ConfigDocument } from '../../model/document';
import type { MutableEntry } from '../../recognition/parts';
import { couldBeRead, emptyDocument, type Format, type ParseInput } from '../format';
import { isAboutKafka, isDedicated } from '../machine/about';
import { entryOfLine, linesOf, type TextLine } from '../machine/lines';
import { sysctlLine } from '../machine/sysctlLine';
import { linkLast } from '../overridden';
import { documentOf, HASH_COMMENTS } from '../sites/document';
import { linesBehind } from '../sites/lineSite';
import { renderEdits } from '../sites/render';
import { files } from './files';

/** Parameters of the kernel, as systemd-sysctl and tuned read them. */
export const sysctlFormat: Format = {
  files,
  parse,
  render: renderEdits,
  comments: HASH_COMMENTS,
};

const write = (name: string, value: string): string => `${name} = ${value}`;

function parse(input: ParseInput): ConfigDocument {
  const { text, path } = input;
  if (!couldBeRead(files, text) || !isAboutKafka(path, text)) return emptyDocument(files, input);
  const { lines, comments } = linesOf(text, /^[#;]/);
  const entries = linkLast(entriesOf(lines));
  const last = entries.at(-1);
  if (!last) return emptyDocument(files, input);
  const draft = {
    entries,
    span: { start: 0, end: text.length },
    role: 'host' as const,
    completeness: 'fragment' as const,
    machine: { reader: 'sysctl' as const, dedicated: isDedicated(path, text), persistent: true },
    place: linesBehind(last.span, write),
  };
  return documentOf(files, input, { drafts: [draft], comments, isUncertain: () => false });
}

/** In a profile of tuned only some sections are the kernel's. */
function entriesOf(lines: readonly TextLine[]): MutableEntry[] {
  let section = 'sysctl';
  return lines.flatMap((line) => {
    const header = /^\[([^\]]*)\]/.exec(line.text)?.[1];
    if (header !== undefined) section = header;
    const said =
      section === 'sysctl' ? sysctlLine(line.text) : section === 'disk' ? schedulerLine(line.text) : undefined;
    return said && header === undefined ? [entryOfLine(line, said, write)] : [];
  });
}

function schedulerLine(text: string): ReturnType<typeof sysctlLine> {
  const [all] = /^elevator[ \t]*=[ \t]*/.exec(text) ?? [];
  if (all === undefined) return undefined;
  return {
    key: 'queue/scheduler',
    name: { start: 0, end: 'elevator'.length },
    value: { start: all.length, end: text.length },
  };
}
