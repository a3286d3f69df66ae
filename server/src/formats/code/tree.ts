import type { Tree } from '@lezer/common';
import type { Span } from '../../model/span';
import type { SourceText } from './code';
import { parseAgain, remember } from './incremental';

/** A node of the syntax tree with plain links, so that nodes can be compared and kept in maps. */
export interface Node extends Span {
  /** Lezer's name of the node, such as `CallExpression`; `⚠` where the text is broken. */
  readonly type: string;
  readonly parent: Node | undefined;
  readonly children: readonly Node[];
  readonly source: SourceText;
}

/**
 * Never throws: what cannot be read becomes `⚠` nodes, and the rest keeps its shape. `uri` is given for a file that is
 * being typed in.
 */
export function parseTree(source: SourceText, uri?: string): Node {
  const { parser } = source.language;
  const text = source.language.readable?.(source.text) ?? source.text;
  const again = uri === undefined ? undefined : parseAgain(uri, text, parser);
  const reused = again && { tree: again, ...copy(again, source) };
  const made = reused && !reused.isBroken ? reused : parseAfresh(source, text);
  if (uri !== undefined && !made.isBroken) remember(uri, text, parser, made.tree);
  return made.root;
}

function parseAfresh(source: SourceText, text: string): { tree: Tree; root: Node; isBroken: boolean } {
  const tree = source.language.parser.parse(text);
  return { tree, ...copy(tree, source) };
}

/** Iterative, since minified code nests deeper than a call stack; by a cursor, which makes no objects of its own. */
function copy(tree: Tree, source: SourceText): { readonly root: Node; readonly isBroken: boolean } {
  let isBroken = false;
  type Open = Node & { children: Node[] };
  const none: Node[] = [];
  const cursor = tree.cursor();
  const make = (parent: Node | undefined): Open => {
    const { isError } = cursor.type;
    isBroken ||= isError;
    const type = isError ? '⚠' : cursor.name;
    return { type, start: cursor.from, end: cursor.to, parent, children: none, source };
  };
  const root = make(undefined);
  const path = [root];
  if (!cursor.firstChild()) return { root, isBroken };
  for (;;) {
    const parent = path.at(-1) ?? root;
    const node = make(parent);
    if (parent.children === none) parent.children = [node];
    else parent.children.push(node);
    if (cursor.firstChild()) {
      path.push(node);
      continue;
    }
    while (!cursor.nextSibling()) {
      if (!cursor.parent() || path.length === 1) return { root, isBroken };
      path.pop();
    }
  }
}

export function childOf(node: Node | undefined, ...types: readonly string[]): Node | undefined {
  return node?.children.find((child) => types.includes(child.type));
}

export function childrenOf(node: Node | undefined, ...types: readonly string[]): readonly Node[] {
  return node?.children.filter((child) => types.includes(child.type)) ?? [];
}

/** The nearest node around this one, itself excluded, that `matches`. */
export function ancestor(node: Node, matches: (candidate: Node) => boolean): Node | undefined {
  let found = node.parent;
  while (found && !matches(found)) found = found.parent;
  return found;
}

/** The file's own node, which everything in it stands below. */
export function rootOf(node: Node): Node {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** The node and everything in it, in the order of the text; `visit` returns false to leave a node's insides out. */
export function walk(node: Node, visit: (node: Node) => boolean | undefined): void {
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (visit(next) === false) continue;
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child) open.push(child);
    }
  }
}

const indexes = new WeakMap<Node, ReadonlyMap<string, readonly Node[]>>();

/** Every node of the type below the root, in the order of the text; the tree is gone through once for all types. */
export function nodesOf(root: Node, type: string): readonly Node[] {
  const index = indexes.get(root) ?? indexOf(root);
  indexes.set(root, index);
  return index.get(type) ?? [];
}

function indexOf(root: Node): ReadonlyMap<string, readonly Node[]> {
  const index = new Map<string, Node[]>();
  walk(root, (node) => {
    const nodes = index.get(node.type);
    if (nodes) nodes.push(node);
    else index.set(node.type, [node]);
    return undefined;
  });
  return index;
}

/** True for functions, methods and lambdas. */
export function isFunction(node: Node): boolean {
  return node.source.language.isFunction(node);
}

const CONTAINERS: ReadonlySet<string> = new Set(['(', ')', '[', ']', '{', '}', ',', ';']);

/** The children that are no punctuation. */
export function partsOf(node: Node): readonly Node[] {
  return node.children.filter((child) => !CONTAINERS.has(child.type) && !isComment(child));
}

const COMMENTS: ReadonlySet<string> = new Set(['LineComment', 'BlockComment', 'Comment']);

function isComment(node: Node): boolean {
  return COMMENTS.has(node.type);
}

/** The expression without brackets, casts and whatever else only gives its inside on. */
export function bare(node: Node): Node {
  const { language } = node.source;
  let found = node;
  for (let inner = language.innerOf(found); inner; inner = language.innerOf(found)) found = inner;
  return found;
}
