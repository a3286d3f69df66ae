import { type Binding, bindingOf, type Code, type Field, spend, textOf } from '../code/code';
import { enclosingFunction, parametersOf, returnsOf } from '../code/functions';
import { childOf, type Node, partsOf } from '../code/tree';
import { argumentOf } from './arguments';
import { callSitesOf } from './callSites';
import { classBodyOf, superclassOf } from './classes';
import { follow } from './follow';
import { exportedNode } from './modules';
import { memberName, propertyValue } from './properties';

/** All that is known of what a name or a member may be. */
export interface Declaration {
  /** Every expression that it is given, in the order of the text. */
  readonly values: readonly Node[];
  /** True when others may give it values that are not seen. */
  readonly isOpen: boolean;
  readonly annotation: Node | undefined;
  /** Stands for the thing itself. */
  readonly identity: Node;
}

/** What a name or a member is, wherever it is declared; undefined for globals and for things of packages. */
export function declarationOf(code: Code, node: Node): Declaration | undefined {
  if (node.type !== 'MemberExpression') {
    const binding = bindingOf(node);
    return binding && declarationOfBinding(code, binding);
  }
  const [object] = node.children;
  const name = memberName(node);
  return object && name !== undefined && spend(code) ? memberOf(code, object, name) : undefined;
}

function declarationOfBinding(code: Code, binding: Binding): Declaration | undefined {
  const { kind, init, path, assigned, annotation, node: identity } = binding;
  switch (kind) {
    case 'import':
      return { values: importedValues(code, binding), isOpen: false, annotation, identity };
    case 'parameter':
      return { values: argumentsFor(code, binding), isOpen: mayBeCalledElsewhere(identity), annotation, identity };
    case 'element':
      return { values: [], isOpen: true, annotation, identity };
    default: {
      const start = init && pick(code, init, path);
      const values = start ? [start, ...assigned] : assigned;
      return { values, isOpen: init !== undefined && !start, annotation, identity };
    }
  }
}

/** The value at a way of member names into an expression. */
function pick(code: Code, from: Node, path: readonly string[]): Node | undefined {
  let found: Node | undefined = from;
  for (const name of path) {
    const member: Declaration | undefined = found && spend(code) ? memberOf(code, found, name) : undefined;
    found = member?.values.length === 1 ? member.values[0] : undefined;
  }
  return found;
}

function importedValues(code: Code, { node, module, path }: Binding): readonly Node[] {
  const root = module === undefined || !spend(code) ? undefined : code.fileOf(node.source, module);
  const [name, ...rest] = path;
  const found = root && name !== undefined ? exportedNode(code, root, name) : root;
  const value = found && pick(code, found, rest);
  return value ? [value] : [];
}

/** What the calls that are at hand give for a parameter, its own default included. */
function argumentsFor(code: Code, { node, path }: Binding): readonly Node[] {
  const made = enclosingFunction(node);
  const index = made ? parametersOf(made).findIndex(({ start, end }) => start <= node.start && node.end <= end) : -1;
  if (!made || index < 0) return [];
  const given = callSitesOf(code, made).flatMap((call) => argumentOf(call, index) ?? []);
  return given.flatMap((value) => pick(code, value, path) ?? []);
}

/** Methods and what is exported may be called by files that are not at hand. */
function mayBeCalledElsewhere(parameter: Node): boolean {
  const made = enclosingFunction(parameter);
  return made?.type !== 'FunctionDeclaration' || made.parent?.type === 'ExportDeclaration';
}

/** A member of an object literal, of a class or of a file. */
function memberOf(code: Code, object: Node, name: string): Declaration | undefined {
  const found = object.type === 'this' || object.type === 'super' ? object : follow(code, object);
  const value = valueIn(code, found, name);
  if (value) return { values: [value], isOpen: false, annotation: undefined, identity: value };
  const body = classBodyOf(code, found);
  return body && memberOfClass(code, body, name);
}

function valueIn(code: Code, object: Node, name: string): Node | undefined {
  switch (object.type) {
    case 'ObjectExpression':
      return propertyValue(object, name) ?? spreadValue(code, object, name);
    case 'EnumDeclaration':
      return enumMember(object, name);
    // The root of a file stands for all that it exports.
    case 'Script':
      return exportedNode(code, object, name);
    default:
      return undefined;
  }
}

function spreadValue(code: Code, object: Node, name: string): Node | undefined {
  for (const part of partsOf(object).toReversed()) {
    const [spread, from] = part.children;
    const inner = spread?.type === 'Spread' && from && spend(code) ? follow(code, from) : undefined;
    const value = inner?.type === 'ObjectExpression' ? valueIn(code, inner, name) : undefined;
    if (value) return value;
  }
  return undefined;
}

function enumMember(node: Node, name: string): Node | undefined {
  const members = childOf(node, 'EnumBody')?.children ?? [];
  const at = members.findIndex((member) => textOf(member) === name);
  return members[at + 1]?.type === 'Equals' ? members[at + 2] : undefined;
}

function memberOfClass(code: Code, body: Node, name: string): Declaration | undefined {
  if (body.type === 'ObjectType') return memberOfType(body, name);
  const field = body.source.classes.get(body)?.get(name);
  if (field) return declarationOfField(body, field);
  const base = superclassOf(body);
  const inherited = base && spend(code) ? classBodyOf(code, follow(code, base)) : undefined;
  return inherited && memberOfClass(code, inherited, name);
}

function declarationOfField(body: Node, { init, assigned, annotation }: Field): Declaration {
  const isGetter = init?.type === 'MethodDeclaration' && childOf(init, 'get') !== undefined;
  const starts = isGetter ? returnsOf(init) : init ? [init] : [];
  const identity = init ?? annotation ?? assigned[0] ?? body;
  return { values: [...starts, ...assigned], isOpen: false, annotation, identity };
}

function memberOfType(type: Node, name: string): Declaration | undefined {
  const member = type.children.find((one) => one.type === 'PropertyType' && textOf(one.children[0] ?? one) === name);
  const annotation = childOf(member, 'TypeAnnotation');
  return member && { values: [], isOpen: true, annotation, identity: member };
}
