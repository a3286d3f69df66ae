import { textOf } from '../code/code';
import { type Node, nodesOf } from '../code/tree';
import { memberName } from './properties';

type Index = ReadonlyMap<string, readonly Node[]>;

const names = new WeakMap<Node, Index>();
const members = new WeakMap<Node, Index>();

export function rootOf(node: Node): Node {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** Where a name stands for a variable in the file that a node is of, whichever variable that is. */
export function usesOfName(at: Node, name: string): readonly Node[] {
  return indexOf(at, names, namesIn).get(name) ?? [];
}

/** `this.name` in the file that a node is of. */
export function usesOfMember(at: Node, name: string): readonly Node[] {
  return indexOf(at, members, membersIn).get(name) ?? [];
}

function indexOf(at: Node, known: WeakMap<Node, Index>, make: (root: Node) => Index): Index {
  const root = rootOf(at);
  const index = known.get(root) ?? make(root);
  known.set(root, index);
  return index;
}

function namesIn(root: Node): Index {
  // A property's own name stands for a variable only where it has no value of its own.
  const shorthand = nodesOf(root, 'PropertyDefinition').filter(({ parent }) => parent?.children.length === 1);
  return byName([...nodesOf(root, 'VariableName'), ...shorthand], textOf);
}

function membersIn(root: Node): Index {
  const own = nodesOf(root, 'MemberExpression').filter(({ children: [object] }) => object?.type === 'this');
  return byName(own, memberName);
}

function byName(nodes: readonly Node[], nameOf: (node: Node) => string | undefined): Index {
  const index = new Map<string, Node[]>();
  for (const node of nodes) {
    const name = nameOf(node);
    const before = name === undefined ? undefined : index.get(name);
    if (before) before.push(node);
    else if (name !== undefined) index.set(name, [node]);
  }
  return index;
}
