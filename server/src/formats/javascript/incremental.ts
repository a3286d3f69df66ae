import { type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/javascript';

export type Dialect = 'js' | 'jsx' | 'ts' | 'tsx';

const PARSERS: Readonly<Record<Dialect, typeof parser>> = {
  js: parser,
  jsx: parser.configure({ dialect: 'jsx' }),
  ts: parser.configure({ dialect: 'ts' }),
  tsx: parser.configure({ dialect: 'ts jsx' }),
};

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
  const language = PARSERS[dialect];
  const [before, shared] = takeNearest(text, dialect) ?? [];
  const tree = before && shared ? language.parse(text, fragmentsOf(before, text, shared)) : language.parse(text);
  recent.unshift({ text, dialect, tree });
  recent.length = Math.min(recent.length, KEPT);
  return tree;
}

/** The lengths that two texts have in common at their beginning and at their end. */
interface Shared {
  readonly prefix: number;
  readonly suffix: number;
}

/** Takes a parse out of the recent ones that has more than half of its text in common. */
function takeNearest(text: string, dialect: Dialect): [Parsed, Shared] | undefined {
  for (const [index, one] of recent.entries()) {
    if (one.dialect !== dialect) continue;
    const shared = sharedOf(one.text, text);
    if ((shared.prefix + shared.suffix) * 2 <= Math.max(one.text.length, text.length)) continue;
    recent.splice(index, 1);
    return [one, shared];
  }
  return undefined;
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
