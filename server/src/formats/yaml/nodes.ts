import type { Span } from '../../model/span';

/** What a YAML text says, with the place of everything in the whole text. An alias is the node that it stands for. */
export type YamlNode = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  /** Written with braces. */
  readonly flow: boolean;
  readonly pairs: readonly YamlPair[];
  /** Others refer to it by its anchor, which shows only behind it. */
  aliased: boolean;
}

export interface YamlPair {
  readonly key: string;
  readonly keySpan: Span;
  /** Absent when nothing is written behind the colon. */
  readonly value?: YamlNode;
  /** Where the value stands or would stand: of an alias this is the place of the alias, not of its node. */
  readonly valueSpan: Span;
  readonly alias?: true;
  readonly plainKey: boolean;
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** Quotes, escapes and folding resolved, but nothing else: `010`, `yes`. */
  readonly text: string;
  /** A tag of the author's, such as `!!str`. */
  readonly tag?: string;
}

/** One pair of a map as its program sees it, merged ones included. */
export interface YamlField extends YamlPair {
  /** The map that the pair is written in. */
  readonly owner: YamlMap;
  /** It comes through a merge key or an alias, so that others may have it too. */
  readonly shared: boolean;
}

/** No map that a person writes has more, also when it merges others; it bounds what aliases of aliases can cost. */
const MAX_FIELDS = 5000;

/** The pairs of a map with those that `<<` merges in; what the map has itself wins. Duplicates are all there. */
export function fieldsOf(node: YamlNode | undefined, shared = false): YamlField[] {
  if (node?.kind !== 'map') return [];
  const own = node.pairs.filter((pair) => !isMerge(pair)).map((pair) => ({ ...pair, owner: node, shared }));
  const seen = new Set(own.map(({ key }) => key));
  const fields: YamlField[] = own;
  const visited = new Set<YamlNode>([node]);
  const merge = (source: YamlNode | undefined): void => {
    if (!source || visited.has(source) || fields.length > MAX_FIELDS) return;
    visited.add(source);
    if (source.kind === 'list') for (const item of source.items) merge(item);
    if (source.kind !== 'map') return;
    for (const pair of source.pairs) {
      if (isMerge(pair) || seen.has(pair.key)) continue;
      seen.add(pair.key);
      fields.push({ ...pair, owner: source, shared: true });
    }
    for (const pair of source.pairs) if (isMerge(pair)) merge(pair.value);
  };
  for (const pair of node.pairs) if (isMerge(pair)) merge(pair.value);
  return fields;
}

function isMerge({ key, plainKey }: YamlPair): boolean {
  return plainKey && key === '<<';
}

/** The last pair of that name, merged ones included. */
export function fieldAt(node: YamlNode | undefined, key: string): YamlField | undefined {
  return fieldsOf(node).findLast((field) => field.key === key);
}

/** The node at a path of keys. */
export function nodeAt(node: YamlNode | undefined, ...path: readonly string[]): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>((at, key) => fieldAt(at, key)?.value, node);
}

/** The text of the scalar at a path of keys. */
export function textAt(node: YamlNode | undefined, ...path: readonly string[]): string | undefined {
  const found = nodeAt(node, ...path);
  return found?.kind === 'scalar' ? found.text : undefined;
}

export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}
