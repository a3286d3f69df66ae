import type { ResultRead } from '../../model/call';
import { callbackOf } from '../code/callbacks';
import { type Binding, bindingOf, type Code } from '../code/code';
import { parametersOf } from '../code/functions';
import { bare, type Node, nodesOf } from '../code/tree';
import { memberName } from './properties';

/** The properties that are read from a call's result, from parts or from elements of it, in the order of the text. */
export function readsOf(code: Code, call: Node): ResultRead[] {
  const uses = usesOf(code);
  const holders = new Set(uses.results.get(call));
  for (const holder of holders) for (const element of uses.elements.get(holder) ?? []) holders.add(element);
  const reads = [...holders].flatMap((holder) => uses.reads.get(holder) ?? []);
  return reads.sort((a, b) => a.span.start - b.span.start);
}

/** What the names of a file hold and what is read from them: a file has many calls, and few results that are kept. */
interface Uses {
  /** By a variable's value, the variables. */
  readonly results: ReadonlyMap<Node, readonly Binding[]>;
  /** By a variable, the names of its elements in loops and callbacks. */
  readonly elements: ReadonlyMap<Binding, readonly Binding[]>;
  readonly reads: ReadonlyMap<Binding, readonly ResultRead[]>;
}

const known = new WeakMap<Node, Uses>();

function usesOf(code: Code): Uses {
  const uses = known.get(code.root) ?? findUses(code);
  known.set(code.root, uses);
  return uses;
}

function findUses(code: Code): Uses {
  const results = new Map<Node, Binding[]>();
  const elements = new Map<Binding, Binding[]>();
  for (const names of code.root.source.scopes.values()) {
    for (const binding of names.values()) {
      if (binding.init && binding.kind === 'variable') add(results, bare(binding.init), binding);
      const held = heldBy(collectionOf(binding));
      if (held) add(elements, held, binding);
    }
  }
  return { results, elements, reads: readsByName(code) };
}

/** What a loop's variable, or the first parameter of a callback, is an element of. */
function collectionOf(binding: Binding): Node | undefined {
  if (binding.kind === 'element') return binding.init && bare(binding.init);
  const made = binding.kind === 'parameter' ? binding.node.parent?.parent : undefined;
  if (!made || parametersOf(made)[0] !== binding.node) return undefined;
  const callback = callbackOf(made);
  return callback && bare(callback.receiver);
}

/** The variable of `topics`, or of `topic.partitions`. */
function heldBy(collection: Node | undefined): Binding | undefined {
  const name = collection?.type === 'MemberExpression' ? collection.children[0] : collection;
  return name?.type === 'VariableName' ? bindingOf(name) : undefined;
}

function readsByName(code: Code): Map<Binding, ResultRead[]> {
  const reads = new Map<Binding, ResultRead[]>();
  for (const node of nodesOf(code.root, 'MemberExpression')) {
    const [object] = node.children;
    const last = node.children.at(-1);
    const binding = object?.type === 'VariableName' ? bindingOf(object) : undefined;
    const name = binding && memberName(node);
    if (!binding || !last || name === undefined) continue;
    add(reads, binding, { name, span: { start: last.start, end: last.end } });
  }
  return reads;
}

function add<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
