import { type Binding, spend, textOf } from '../code/code';
import { declarationOf, valuesOf } from '../code/follow';
import { returnsOf } from '../code/functions';
import type { Program } from '../code/idioms';
import { calledFunction } from '../code/names';
import { bare, type Node, nodesOf, rootOf } from '../code/tree';
import { annotatedClass, type ClientClass, classOf } from './classes';

/** A client: the call that makes it, or whatever else tells that a name is one. */
export interface Instance extends ClientClass {
  readonly creation?: Node;
  readonly identity: Node;
}

/** The client that an expression stands for; undefined where the file does not tell. */
export function instanceOf(program: Program, node: Node): Instance | undefined {
  if (!spend(program)) return undefined;
  const expression = bare(node);
  const made = madeBy(program, expression);
  if (made) return made;
  const binding = declarationOf(program, expression);
  if (binding) return here(program, declared(program, binding), expression);
  if (expression.type === 'MemberExpression') return firstOf(program, membersLike(expression));
  const call = expression.source.language.callParts(expression);
  const helper = call && calledFunction(program, call);
  return helper ? here(program, firstOf(program, returnsOf(helper)), expression) : undefined;
}

/** A client that another file makes is judged there; here are its calls alone. */
function here({ root, idioms }: Program, found: Instance | undefined, at: Node): Instance | undefined {
  if (!found || found.identity.source === root.source || at.source !== root.source) return found;
  const { creation: _, ...rest } = found;
  return { ...rest, identity: idioms.bindingOf(at)?.node ?? at };
}

/** The client that a call makes itself. */
export function madeBy(program: Program, call: Node): Instance | undefined {
  const [callee] = call.type === 'CallExpression' ? call.children : [];
  const found = callee && classOf(program, callee);
  return found && { ...found, creation: call, identity: call };
}

function declared(program: Program, binding: Binding): Instance | undefined {
  const found = firstOf(program, valuesOf(program, binding).values);
  if (found || !binding.annotation) return found;
  const named = annotatedClass(program, binding.annotation);
  return named && { ...named, identity: binding.node };
}

function firstOf(program: Program, values: readonly Node[]): Instance | undefined {
  for (const value of values) {
    const found = instanceOf(program, value);
    if (found) return found;
  }
  return undefined;
}

const members = new WeakMap<Node, ReadonlyMap<string, readonly Node[]>>();

/** What the file assigns to a member of the same name of some object: `app.state.producer`. */
function membersLike(member: Node): readonly Node[] {
  const root = rootOf(member);
  const known = members.get(root) ?? findMembers(root);
  members.set(root, known);
  return known.get(lastParts(member)) ?? [];
}

function findMembers(root: Node): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  for (const statement of nodesOf(root, 'AssignStatement')) {
    const [target] = statement.children;
    const value = statement.children.at(-1);
    if (target?.type !== 'MemberExpression' || !value) continue;
    const name = lastParts(target);
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

function lastParts(member: Node): string {
  return textOf(member).split('.').slice(-2).join('.');
}
