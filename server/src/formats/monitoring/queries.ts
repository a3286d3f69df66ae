import type { Query } from '../../model/monitoring';
import type { Span } from '../../model/span';
import { alignedSpans } from '../promql/aligned';
import { secondsOf } from '../promql/durations';
import { selectorsOf } from '../promql/query';
import { fieldAt, type YamlField, type YamlNode, type YamlScalar } from '../yaml/nodes';
import { quotingOf } from '../yaml/sites/quoting';

interface Owner {
  readonly use: Query['use'];
  readonly name: YamlScalar | undefined;
  readonly item: YamlNode;
}

/** The expression of a rule or of a panel's target; undefined for one that has nothing to do with Kafka. */
export function queryOf(source: string, field: YamlField | undefined, { use, name, item }: Owner): Query | undefined {
  const scalar = field?.value;
  if (!field || scalar?.kind !== 'scalar' || field.shared) return undefined;
  const start = contentStart(source, scalar);
  const spanOf = alignedSpans(scalar.text, source.slice(start, scalar.span.end), start);
  if (!spanOf) return undefined;
  const selectors = selectorsOf(scalar.text, spanOf);
  if (!selectors.some(({ metric, matchers }) => isKafka(metric) || matchers.some(({ value }) => isKafka(value)))) {
    return undefined;
  }
  const wait = waitOf(item);
  return {
    use,
    name: name?.text ?? '',
    nameSpan: name?.span ?? field.keySpan,
    span: { start: field.keySpan.start, end: scalar.span.end },
    text: scalar.text,
    quoting: quotingOf(scalar),
    selectors,
    ...(wait && { wait }),
  };
}

function isKafka(text: string): boolean {
  return /kafka|strimzi/i.test(text);
}

/** Behind the line with the sign of a block. */
function contentStart(source: string, { style, span }: YamlScalar): number {
  if (style !== 'literal' && style !== 'folded') return span.start + (style === 'plain' ? 0 : 1);
  const lineEnd = source.indexOf('\n', span.start);
  return lineEnd === -1 ? span.end : lineEnd + 1;
}

function waitOf(item: YamlNode): { value: number; span: Span } | undefined {
  const value = fieldAt(item, 'for')?.value;
  const seconds = value?.kind === 'scalar' ? secondsOf(value.text) : undefined;
  return value && seconds !== undefined ? { value: seconds, span: value.span } : undefined;
}
