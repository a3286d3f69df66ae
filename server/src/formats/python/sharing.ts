import type { Program } from '../code/idioms';
import { usesOf } from '../code/names';
import { ancestor, type Node } from '../code/tree';

/** True for a client that others than the functions of its file may use: it is returned, kept or handed to somebody. */
export function isHandedOn(program: Program, identity: Node): true | undefined {
  if (identity.type !== 'CallExpression') return true;
  const holder = ancestor(identity, ({ type }) => type !== 'ParenthesizedExpression' && type !== 'AwaitExpression');
  if (holder?.type === 'ReturnStatement' || holder?.type === 'ArgList' || holder?.type === 'YieldExpression')
    return true;
  const [target] = holder?.type === 'AssignStatement' ? holder.children : [];
  const named = target ?? (holder?.type === 'WithStatement' ? nameAfter(holder, identity) : undefined);
  const binding = named && program.idioms.bindingOf(named);
  if (!binding || named?.type === 'MemberExpression') return holder?.type === 'WithStatement' ? undefined : true;
  return usesOf(program, binding).some(handsOn) ? true : undefined;
}

function nameAfter(holder: Node, resource: Node): Node | undefined {
  const at = holder.children.indexOf(resource);
  return holder.children[at + 1]?.type === 'as' ? holder.children[at + 2] : undefined;
}

/** A function of the file may keep it, too. */
function handsOn(use: Node): boolean {
  const { parent } = use;
  if (!parent) return false;
  if (parent.type === 'ReturnStatement' || parent.type === 'YieldExpression' || parent.type === 'DictionaryExpression')
    return true;
  if (parent.type === 'AssignStatement') return parent.children[0] !== use;
  const call = parent.type === 'ArgList' ? parent.parent?.source.language.callParts(parent.parent) : undefined;
  return call !== undefined;
}
