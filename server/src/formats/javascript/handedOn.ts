import { type Binding, bindingOf, classAround, textOf } from '../code/code';
import { enclosingFunction } from '../code/functions';
import type { Node } from '../code/tree';
import { isUnconditional } from '../code/usage';
import { memberName } from './properties';
import { usesOfMember, usesOfName } from './uses';

/** True where something else than the file's own calls may use the client, so that nothing follows from a call's absence. */
export function isHandedOn(creation: Node): boolean {
  const holder = holderOf(creation);
  return typeof holder === 'string' ? holder === ELSEWHERE : usesOf(holder).some((use) => !staysHere(use));
}

/** True for a client that its function keeps in a variable of its own and hands to nobody, so that it ends with the function. */
export function isShortLived(creation: Node): boolean {
  const made = enclosingFunction(creation);
  const holder = holderOf(creation);
  if (!made || typeof holder === 'string' || 'body' in holder) return false;
  return enclosingFunction(holder.node) === made && !usesOf(holder).some((use) => !staysHere(use));
}

/** True for a client that its function makes each time and gives to its caller, so that none is kept for the next one. */
export function isReturnedOnly(creation: Node): boolean {
  const made = enclosingFunction(creation);
  const holder = holderOf(creation);
  if (!isUnconditional(creation)) return false;
  if (holder === ELSEWHERE) return creation.parent?.type === 'ReturnStatement' || creation.parent === made;
  if (typeof holder === 'string' || 'body' in holder || enclosingFunction(holder.node) !== made) return false;
  return usesOf(holder).every((use) => staysHere(use) || use.parent?.type === 'ReturnStatement');
}

/** Something that is not followed. */
const ELSEWHERE = 'elsewhere';

/** What keeps a client: nothing at all, a variable, or a member of the class around it. */
type Holder = typeof ELSEWHERE | 'nothing' | Binding | { readonly body: Node; readonly name: string };

/** What an expression's value goes through on its way into a variable. */
const PASSING: ReadonlySet<string> = new Set([
  'AwaitExpression',
  'ParenthesizedExpression',
  'BinaryExpression',
  'ConditionalExpression',
  'PostfixExpression',
  'PrefixCast',
]);

/** Methods that give the client itself again. */
const CHAINED: ReadonlySet<string> = new Set(['connect', 'on', 'once']);

function holderOf(creation: Node): Holder {
  let node = creation;
  for (let parent = node.parent; parent; parent = node.parent) {
    if (parent.type === 'ExpressionStatement') return 'nothing';
    if (parent.type === 'VariableDeclaration') return variableBefore(parent, node);
    if (parent.type === 'PropertyDeclaration') return fieldIn(parent);
    if (parent.type === 'AssignmentExpression') return targetOf(parent);
    const call = parent.type === 'MemberExpression' ? parent.parent : undefined;
    const isChained = call?.type === 'CallExpression' && CHAINED.has(memberName(parent) ?? '');
    if (isChained) node = call;
    else if (parent.type === 'MemberExpression') return 'nothing';
    else if (PASSING.has(parent.type)) node = parent;
    else return ELSEWHERE;
  }
  return ELSEWHERE;
}

function variableBefore({ children }: Node, value: Node): Holder {
  const name = children.slice(0, children.indexOf(value)).findLast(({ type }) => /Definition$|Pattern$/.test(type));
  const binding = name?.type === 'VariableDefinition' ? bindingOf(name) : undefined;
  return binding ?? ELSEWHERE;
}

function fieldIn(declaration: Node): Holder {
  const name = declaration.children.find(({ type }) => /PropertyDefinition$/.test(type));
  return name && declaration.parent ? { body: declaration.parent, name: textOf(name) } : ELSEWHERE;
}

function targetOf({ children: [target] }: Node): Holder {
  if (target?.type === 'VariableName') {
    const binding = bindingOf(target);
    return binding ?? ELSEWHERE;
  }
  const body = target?.children[0]?.type === 'this' ? classAround(target) : undefined;
  const name = target && memberName(target);
  return body && name !== undefined ? { body, name } : ELSEWHERE;
}

function usesOf(holder: Exclude<Holder, string>): readonly Node[] {
  if ('body' in holder) {
    return usesOfMember(holder.body, holder.name).filter((member) => classAround(member) === holder.body);
  }
  const uses = usesOfName(holder.node, holder.name).filter((name) => bindingOf(name) === holder);
  return isExported(holder.node) ? [...uses, holder.node] : uses;
}

function isExported(name: Node): boolean {
  return name.parent?.parent?.type === 'ExportDeclaration';
}

/** A method of it is called, it is assigned to, or it is only asked whether it is there. */
function staysHere(use: Node): boolean {
  const { parent } = use;
  switch (parent?.type) {
    case 'MemberExpression':
    case 'AssignmentExpression':
    case 'ConditionalExpression':
      return parent.children[0] === use;
    case 'UnaryExpression':
    case 'ExpressionStatement':
      return true;
    case 'ParenthesizedExpression':
      return /^(?:If|While)Statement$/.test(parent.parent?.type ?? '') || staysHere(parent);
    case 'PostfixExpression':
      return staysHere(parent);
    case 'BinaryExpression':
      return /^(?:[!=]==?|instanceof)$/.test(textOf(parent.children[1] ?? parent)) || staysHere(parent);
    default:
      return false;
  }
}
