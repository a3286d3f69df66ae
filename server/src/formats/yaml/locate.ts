import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { Span } from '../../model/span';
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from './nodes';

/** Deeper nesting than any program reads configuration from. */
const MAX_DEPTH = 100;

interface Context {
  readonly offset: number;
  readonly anchors: Map<string, YamlNode>;
  readonly multiline: Span[];
}

/** Makes the located tree of a parsed document whose text begins at the offset; collects scalars of several lines. */
export function locate(root: Node, offset: number, multiline: Span[]): YamlNode | undefined {
  return locateNode(root, { offset, anchors: new Map(), multiline }, 0);
}

function locateNode(node: unknown, context: Context, depth: number): YamlNode | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (isAlias(node)) return aliased(context.anchors.get(node.source));
  if (isScalar(node)) return locateScalar(node, context);
  if (isMap(node)) {
    const pairs: YamlPair[] = [];
    const map: YamlMap = { kind: 'map', span: spanOf(node, context), flow: node.flow === true, pairs, aliased: false };
    // Before its contents, which may refer to it.
    if (node.anchor) context.anchors.set(node.anchor, map);
    for (const pair of node.items) {
      const located = isPair(pair) ? locatePair(pair, context, depth) : undefined;
      if (located) pairs.push(located);
    }
    return map;
  }
  if (!isSeq(node)) return undefined;
  const items: YamlNode[] = [];
  const list: YamlNode = { kind: 'list', span: spanOf(node, context), flow: node.flow === true, items };
  if (node.anchor) context.anchors.set(node.anchor, list);
  for (const item of node.items) {
    const located = locateNode(item, context, depth + 1);
    if (located) items.push(located);
  }
  return list;
}

function aliased(node: YamlNode | undefined): YamlNode | undefined {
  if (node?.kind === 'map') node.aliased = true;
  return node;
}

function locatePair({ key, value }: Pair, context: Context, depth: number): YamlPair | undefined {
  if (!isScalar(key) || !key.range) return undefined;
  const keySpan = spanOf(key, context);
  const node = locateNode(value, context, depth + 1);
  const isEmpty = isScalar(value) && value.range && value.range[0] === value.range[1];
  return {
    key: String(key.value),
    keySpan,
    valueSpan: isNode(value) ? spanOf(value, context) : { start: keySpan.end, end: keySpan.end },
    plainKey: key.type === 'PLAIN',
    ...(node && !isEmpty && { value: node }),
    ...(isAlias(value) && { alias: true }),
  };
}

function locateScalar(node: Scalar, context: Context): YamlScalar {
  const span = spanOf(node, context);
  const style = STYLES[node.type ?? 'PLAIN'];
  const text = typeof node.value === 'string' ? node.value : '';
  const scalar: YamlScalar = { kind: 'scalar', span, style, text, ...(node.tag && { tag: node.tag }) };
  if (node.anchor) context.anchors.set(node.anchor, scalar);
  if (style === 'literal' || style === 'folded' || span.end - span.start > text.length + 2)
    context.multiline.push(span);
  return scalar;
}

const STYLES = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
} as const;

function isNode(value: unknown): value is Node {
  return isAlias(value) || isScalar(value) || isMap(value) || isSeq(value);
}

/** Without what follows on its last line: the end of its own text. */
function spanOf(node: Node, { offset }: Context): Span {
  const [start, end] = node.range ?? [0, 0, 0];
  return { start: start + offset, end: end + offset };
}
