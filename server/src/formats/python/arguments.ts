import type { Node } from '../code/tree';

export interface Keyword {
  readonly key: Node;
  readonly value: Node;
}

export interface Arguments {
  readonly positional: readonly Node[];
  readonly keywords: readonly Keyword[];
  /** What stands behind `**`. */
  readonly spread: readonly Node[];
  /** More positional ones stand behind a `*`. */
  readonly starred: boolean;
}

const SEPARATORS: ReadonlySet<string> = new Set(['(', ')', ',', 'Comment']);

/** The arguments of a call, as its list of arguments has them. */
export function argumentsOf(list: Node): Arguments {
  const positional: Node[] = [];
  const keywords: Keyword[] = [];
  const spread: Node[] = [];
  let starred = false;
  const parts = list.children.filter(({ type }) => !SEPARATORS.has(type));
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    const next = parts[index + 1];
    if (!part) continue;
    if ((part.type === '**' || part.type === '*') && next) {
      if (part.type === '**') spread.push(next);
      else starred = true;
      index++;
    } else if (next?.type === 'AssignOp') {
      const value = parts[index + 2];
      if (value) keywords.push({ key: part, value });
      index += 2;
    } else positional.push(part);
  }
  return { positional, keywords, spread, starred };
}
