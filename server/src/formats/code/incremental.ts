import { type Parser, type Tree, TreeFragment } from '@lezer/common';

interface Parsed {
  readonly text: string;
  readonly parser: Parser;
  readonly tree: Tree;
}

/** The files that are being typed in; more are hardly ever. */
const KEPT = 3;
const recent = new Map<string, Parsed>();

/**
 * Parses a file's text with what still holds of an earlier parse, when the text differs in one place only, as while
 * somebody types; undefined when there is nothing to reuse. Only of a text without mistakes the tree is sure to be the
 * one that a fresh parse gives.
 */
export function parseAgain(uri: string, text: string, parser: Parser): Tree | undefined {
  const before = recent.get(uri);
  if (before?.parser !== parser) return undefined;
  const shared = sharedOf(before.text, text);
  const isNear = (shared.prefix + shared.suffix) * 2 > Math.max(before.text.length, text.length);
  return isNear ? parser.parse(text, fragmentsOf(before, text, shared)) : undefined;
}

/**
 * Keeps the tree of a text without mistakes for the next time. How the parser gets over a mistake leaves its traces in
 * the tree, and what is reused of it would make a difference for as long as somebody types.
 */
export function remember(uri: string, text: string, parser: Parser, tree: Tree): void {
  recent.delete(uri);
  recent.set(uri, { text, parser, tree });
  const [oldest] = recent.keys();
  if (recent.size > KEPT && oldest !== undefined) recent.delete(oldest);
}

/** The lengths that two texts have in common at their beginning and at their end. */
interface Shared {
  readonly prefix: number;
  readonly suffix: number;
}

function sharedOf(a: string, b: string): Shared {
  const limit = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < limit && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (suffix < limit - prefix && a.charCodeAt(a.length - 1 - suffix) === b.charCodeAt(b.length - 1 - suffix))
    suffix++;
  return { prefix, suffix };
}

function fragmentsOf(
  { text: before, tree }: Parsed,
  text: string,
  { prefix, suffix }: Shared,
): readonly TreeFragment[] {
  const change = { fromA: prefix, toA: before.length - suffix, fromB: prefix, toB: text.length - suffix };
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}
