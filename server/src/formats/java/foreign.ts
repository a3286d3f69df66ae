import { type Binding, bindingOf, textOf } from '../code/code';
import type { Program } from '../code/idioms';
import type { CallParts } from '../code/language';
import { functionIn } from '../code/names';
import { ancestor, childOf, type Node } from '../code/tree';
import { bodyOf } from './declarations';

/** A constant of another class of the project: `Topics.ORDERS`, or its name alone where it is imported. */
export function foreign(program: Program, node: Node): Binding | undefined {
  if (node.type === 'Identifier') {
    const binding = bindingOf(node);
    if (binding?.kind !== 'import' || binding.module === undefined) return undefined;
    return memberOf(program, node, binding.module, binding.name);
  }
  const [object] = node.type === 'FieldAccess' ? node.children : [];
  const last = node.children.at(-1);
  const name = object && classNamed(object);
  return name !== undefined && last ? memberOf(program, node, name, textOf(last)) : undefined;
}

/** A static method of another class of the project. */
export function foreignFunction(program: Program, call: CallParts): Node | undefined {
  const { receiver, callee } = call;
  const name = receiver && classNamed(receiver);
  if (name === undefined) return undefined;
  const root = program.fileOf(callee.source, name);
  return root && functionIn(root, call);
}

/** The class that a name means, with its package where the file imports it. */
function classNamed(node: Node): string | undefined {
  if (node.type !== 'Identifier' || !/^[A-Z]/.test(textOf(node))) return undefined;
  const binding = bindingOf(node);
  if (!binding) return textOf(node);
  return binding.kind === 'import' && binding.module !== undefined ? `${binding.module}.${binding.name}` : undefined;
}

function memberOf(program: Program, { source }: Node, type: string, name: string): Binding | undefined {
  const root = program.fileOf(source, type);
  const body = root && bodyOf(root.source, type.slice(type.lastIndexOf('.') + 1));
  const found = body && root.source.scopes.get(body)?.get(name);
  return found && isConstant(found.node) ? found : undefined;
}

/** What is not final may be given another value by any class. */
function isConstant(name: Node): boolean {
  const declaration = ancestor(name, ({ type }) => /Declaration$/.test(type));
  if (declaration?.type === 'ConstantDeclaration' || declaration?.parent?.type === 'InterfaceBody') return true;
  return declaration?.type === 'FieldDeclaration' && childOf(childOf(declaration, 'Modifiers'), 'final') !== undefined;
}
