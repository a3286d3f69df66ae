import type { Program } from '../code/idioms';
import { usesOf } from '../code/names';
import { ancestor, childOf, type Node } from '../code/tree';
import { calledName } from './packages';

/** True for a client that others than the functions of its file may use: it is returned, kept or handed to somebody. */
export function isHandedOn(program: Program, identity: Node): true | undefined {
  if (identity.type !== 'CallExpr' && identity.type !== 'TypedLiteral') return true;
  const holder = ancestor(identity, ({ type }) => type !== 'UnaryExp' && type !== 'ParenthesizedExp');
  if (holder?.type !== 'VarDecl') return true;
  const name = childOf(holder, 'DefName');
  const binding = name && program.idioms.bindingOf({ ...name, type: 'VariableName' });
  if (!binding) return true;
  return usesOf(program, binding).some(handsOn) ? true : undefined;
}

/** A function of the file may keep it, too. */
function handsOn(use: Node): boolean {
  const parent = use.parent?.type === 'UnaryExp' ? use.parent.parent : use.parent;
  if (!parent) return false;
  if (parent.type === 'ReturnStatement' || parent.type === 'Element') return true;
  if (parent.type === 'Assignment' || parent.type === 'VarDecl') return parent.children[0] !== use;
  if (parent.type !== 'Arguments' || !parent.parent) return false;
  const call = parent.parent.source.language.callParts(parent.parent);
  return call !== undefined && !calledName(parent.parent);
}
