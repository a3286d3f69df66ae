import type { ViewNode } from './node';

/** The nodes that a command is to work on: those that are selected, if the one that was clicked is among them. */
export function nodesOf(clicked: unknown, selected: unknown): readonly ViewNode[] {
  const chosen = Array.isArray(selected) ? selected.filter(isNode) : [];
  if (!isNode(clicked)) return chosen;
  return chosen.some(({ id }) => id === clicked.id) ? chosen : [clicked];
}

function isNode(value: unknown): value is ViewNode {
  if (typeof value !== 'object' || value === null) return false;
  return 'id' in value && 'kind' in value && 'clusterName' in value;
}
