import { childOf, type Node, partsOf } from '../code/tree';

/** The argument at an index, punctuation left out. */
export function argumentOf(call: Node, index: number): Node | undefined {
  const list = childOf(call, 'ArgList');
  return list && partsOf(list)[index];
}
