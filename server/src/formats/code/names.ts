import type { Binding } from './code';
import { nameOf, parametersOf } from './functions';
import type { Program } from './idioms';
import type { CallParts } from './language';
import { isFunction, type Node, nodesOf, rootOf, walk } from './tree';

const uses = new WeakMap<Node, ReadonlyMap<Binding, readonly Node[]>>();

/** Where a file uses a name that it declares, in the order of the text. */
export function usesOf({ idioms }: Program, binding: Binding): readonly Node[] {
  const root = rootOf(binding.node);
  const known = uses.get(root) ?? findUses(root, idioms);
  uses.set(root, known);
  return known.get(binding) ?? [];
}

function findUses(root: Node, idioms: Program['idioms']): ReadonlyMap<Binding, readonly Node[]> {
  const found = new Map<Binding, Node[]>();
  for (const name of idioms.names.flatMap((type) => nodesOf(root, type))) {
    const binding = idioms.bindingOf(name);
    const before = binding && found.get(binding);
    if (before) before.push(name);
    else if (binding) found.set(binding, [name]);
  }
  return found;
}

const functions = new WeakMap<Node, ReadonlyMap<string, readonly Node[]>>();

/** The function of the project that a call means; undefined where several could be meant. */
export function calledFunction(program: Program, call: CallParts): Node | undefined {
  const { idioms } = program;
  if (!idioms.isOwnCall(call)) return idioms.foreignFunction?.(program, call);
  const root = rootOf(call.callee);
  const known = functions.get(root) ?? functionsOf(root);
  functions.set(root, known);
  const own = known.get(call.method) ?? [];
  return own.length === 0 ? idioms.foreignFunction?.(program, call) : onlyFitting(own, call);
}

function onlyFitting(functions: readonly Node[], call: CallParts): Node | undefined {
  const fitting = functions.filter((made) => parametersOf(made).length === call.arguments.length);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The function of a file that has the name and the number of parameters of a call. */
export function functionIn(root: Node, call: CallParts): Node | undefined {
  const known = functions.get(root) ?? functionsOf(root);
  functions.set(root, known);
  return onlyFitting(known.get(call.method) ?? [], call);
}

function functionsOf(root: Node): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  walk(root, (node) => {
    const name = isFunction(node) ? nameOf(node) : undefined;
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), node]);
    return undefined;
  });
  return found;
}

const calls = new WeakMap<Node, ReadonlyMap<Node, readonly CallParts[]>>();

/** The calls by which a file uses a function of its own. */
export function callsOf(program: Program, made: Node): readonly CallParts[] {
  const known = calls.get(program.root) ?? findCalls(program);
  calls.set(program.root, known);
  return known.get(made) ?? [];
}

function findCalls(program: Program): ReadonlyMap<Node, readonly CallParts[]> {
  const found = new Map<Node, CallParts[]>();
  walk(program.root, (node) => {
    const call = node.source.language.callParts(node);
    const made = call && calledFunction(program, call);
    const before = made && found.get(made);
    if (before) before.push(call);
    else if (made) found.set(made, [call]);
    return undefined;
  });
  return found;
}
