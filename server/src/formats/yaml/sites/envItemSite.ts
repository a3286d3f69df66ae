import { commentLines, endOfLine, indentationAt, insertLines, linesOfBlock } from '../../sites/blockLines';
import type { Site } from '../../sites/site';
import type { YamlField, YamlList, YamlMap } from '../nodes';
import { kubernetesText } from '../scalars/scalarText';
import { pairSite, spanOfPair } from './pairSite';
import { type Dialect, keySource, scalarSource } from './quote';

/** Values of variables are text: a number without quotes makes Kubernetes refuse the resource. */
const ENVIRONMENT: Dialect = { read: kubernetesText };

/** A variable that is an item of a list: `- name: KAFKA_LINGER_MS` with `value: "20"` below. */
export function envItemSite(list: YamlList, item: YamlMap, name: YamlField, value: YamlField | undefined): Site {
  const dash = (text: string): number => text.lastIndexOf('-', item.span.start - 1);
  const end = Math.max(...item.pairs.map((pair) => spanOfPair(pair).end));
  const lines = (text: string) =>
    list.flow || item.flow ? undefined : linesOfBlock(text, { start: dash(text), end: trimmed(text, item, end) });
  return {
    form: 'item',
    set: (text, wanted) => value && pairSite(item, value, ENVIRONMENT).set(text, wanted),
    rename: (_, wanted) => ({ span: name.valueSpan, newText: keySource(wanted, item.flow) }),
    remove: (text) => {
      const span = lines(text);
      return span && { span, newText: '' };
    },
    add: (text, { name: added, value: wanted, comment }) => {
      if (!lines(text)) return undefined;
      const at = endOfLine(text, trimmed(text, item, end));
      const source = [
        ...commentLines(comment),
        `- name: ${keySource(added, false)}`,
        `  value: ${scalarSource(wanted, 'double', ENVIRONMENT, false)}`,
      ];
      return { span: { start: at, end: at }, newText: insertLines(text, at, indentationAt(text, dash(text)), source) };
    },
    lineOf: (text) => (lines(text) ? dash(text) : undefined),
  };
}

/** Without the line ends behind a block scalar. */
function trimmed(text: string, { span }: YamlMap, end: number): number {
  return span.start + text.slice(span.start, end).trimEnd().length;
}
