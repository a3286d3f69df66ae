import { type Binding, spend } from '../code/code';
import { valuesOf } from '../code/follow';
import { returnsOf } from '../code/functions';
import type { Program } from '../code/idioms';
import { calledFunction } from '../code/names';
import { bare, type Node } from '../code/tree';
import { type ClientRole, type Made, madeBy, roleOfType } from './clients';
import { type PackageName, packageName } from './packages';

/** A client: the expression that makes it, or the name whose type tells that it is one. */
export interface Instance extends PackageName {
  readonly role: ClientRole;
  readonly made?: Made;
  readonly identity: Node;
}

/** The client that an expression stands for; undefined where the file does not tell. */
export function instanceOf(program: Program, node: Node): Instance | undefined {
  if (!spend(program)) return undefined;
  const expression = bare(node);
  const made = madeBy(expression);
  if (made) return { ...made, made, identity: expression };
  const binding = program.idioms.bindingOf(expression);
  if (binding) return declared(program, binding);
  const call = expression.source.language.callParts(expression);
  const helper = call && calledFunction(program, call);
  return helper ? firstOf(program, returnsOf(helper)) : undefined;
}

function declared(program: Program, binding: Binding): Instance | undefined {
  const found = firstOf(program, valuesOf(program, binding).values);
  if (found || !binding.annotation) return found;
  const named = typeOf(binding.annotation);
  const role = named && roleOfType(named);
  return named && role ? { ...named, role, identity: binding.node } : undefined;
}

function typeOf(annotation: Node): PackageName | undefined {
  const type = annotation.type === 'PointerType' ? annotation.children.at(-1) : annotation;
  return type && packageName(type);
}

function firstOf(program: Program, values: readonly Node[]): Instance | undefined {
  for (const value of values) {
    const found = instanceOf(program, value);
    if (found) return found;
  }
  return undefined;
}
