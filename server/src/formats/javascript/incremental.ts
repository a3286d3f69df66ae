import { type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/javascript';

export type Dialect = 'js' | 'jsx' | 'ts' | 'tsx';

const DIALECTS: Readonly<Record<Dialect, string>> = { js: '', jsx: 'jsx', ts: 'ts', tsx: 'ts jsx' };

interface Parsed {
  readonly text: string;
  readonly dialect: Dialect;
  readonly tree: Tree;
}

/** The files that are being typed in; more are hardly ever. */
const KEPT = 3;
const recent: Parsed[] = [];

/**
 * Parses a text, with what still holds of the parse of a text that differs in one place only, as while somebody types.
 * That is a matter of speed alone: the tree is the same as without.
 */
export function parseIncrementally(text: string, dialect: Dialect): Tree {
  const language = parser.configure({ dialect: DIALECTS[dialect] });
  const index = recent.findIndex((one) => one.dialect === dialect && isNear(one.text, text));
  const [before] = index < 0 ? [] : recent.splice(index, 1);
  const tree = before ? language.parse(text, fragmentsOf(before, text)) : language.parse(text);
  recent.unshift({ text, dialect, tree });
  recent.length = Math.min(recent.length, KEPT);
  return tree;
}

/** The length that two texts have in common at their beginning. */
function prefixOf(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function suffixOf(a: string, b: string, prefix: number): number {
  const limit = Math.min(a.length, b.length) - prefix;
  let at = 0;
  while (at < limit && a.charCodeAt(a.length - 1 - at) === b.charCodeAt(b.length - 1 - at)) at++;
  return at;
}

function isNear(a: string, b: string): boolean {
  const prefix = prefixOf(a, b);
  return (prefix + suffixOf(a, b, prefix)) * 2 > Math.max(a.length, b.length);
}

function fragmentsOf({ text: before, tree }: Parsed, text: string): readonly TreeFragment[] {
  const prefix = prefixOf(before, text);
  const suffix = suffixOf(before, text, prefix);
  const change = { fromA: prefix, toA: before.length - suffix, fromB: prefix, toB: text.length - suffix };
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}
