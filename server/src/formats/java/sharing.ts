import { type Binding, textOf } from '../code/code';
import type { Program } from '../code/idioms';
import { usesOf } from '../code/names';
import { ancestor, childOf, type Node } from '../code/tree';

/** True for a client that others than the method that makes it may use: it is returned, kept or handed to somebody. */
export function isHandedOn(program: Program, creation: Node): true | undefined {
  const holder = ancestor(creation, ({ type }) => type !== 'ParenthesizedExpression' && type !== 'CastExpression');
  if (!holder) return true;
  if (/^(?:ReturnStatement|ArgumentList|ArrayInitializer|LambdaExpression)$/.test(holder.type)) return true;
  if (holder.type === 'AssignmentExpression') {
    const [target] = holder.children;
    const binding = target && program.idioms.bindingOf(target);
    return binding && isLocal(binding.node) ? isUsedUp(program, binding) : true;
  }
  if (holder.type !== 'VariableDeclarator' && holder.type !== 'Resource') return undefined;
  const name = childOf(holder, 'Definition');
  const binding = name && bindingOfDefinition(name);
  if (!binding || !isLocal(binding.node)) return true;
  return isUsedUp(program, binding);
}

function isLocal(name: Node): boolean {
  return (
    ancestor(name, ({ type }) => /^(?:FieldDeclaration|LocalVariableDeclaration|Resource)$/.test(type))?.type !==
    'FieldDeclaration'
  );
}

function isUsedUp(program: Program, binding: Binding): true | undefined {
  return usesOf(program, binding).some(handsOn) ? true : undefined;
}

/** The declaration that a name itself is. */
export function bindingOfDefinition(name: Node): Binding | undefined {
  for (const { binding } of name.source.names.get(textOf(name)) ?? []) if (binding.node === name) return binding;
  return undefined;
}

/** A class may keep what its constructor or its method is given. */
function handsOn({ parent, start }: Node): boolean {
  if (!parent) return false;
  if (/^(?:ReturnStatement|ArgumentList|ArrayInitializer|VariableDeclarator)$/.test(parent.type)) return true;
  return parent.type === 'AssignmentExpression' && parent.children[0]?.start !== start;
}
