import { type Binding, bindingOf, textOf } from '../code/code';
import { bare, childOf, childrenOf, type Node, nodesOf, rootOf } from '../code/tree';

/** The fields of a file's structs, each with what the file gives it. */
type Fields = ReadonlyMap<string, ReadonlyMap<string, Binding>>;

const known = new WeakMap<Node, Fields>();

/** The field that `p.writer` means; undefined where it could be another struct's. */
export function fieldOf(selector: Node): Binding | undefined {
  const [object] = selector.children;
  const name = selector.children.at(-1);
  if (!object || name?.type !== 'FieldName') return undefined;
  const fields = fieldsIn(rootOf(selector));
  const owner = structOf(object);
  if (owner !== undefined) return fields.get(owner)?.get(textOf(name));
  const found = [...fields.values()].flatMap((one) => one.get(textOf(name)) ?? []);
  const isPackage = object.type === 'VariableName' && bindingOf(object)?.kind === 'import';
  return found.length === 1 && !isPackage ? found[0] : undefined;
}

/** The name of the struct that an expression is of. */
function structOf(object: Node): string | undefined {
  const expression = bare(object);
  const binding = expression.type === 'VariableName' ? bindingOf(expression) : fieldOfSelector(expression);
  if (binding?.annotation) return typeName(binding.annotation);
  const init = binding?.init && bare(binding.init);
  return init?.type === 'TypedLiteral' && init.children[0] ? typeName(init.children[0]) : undefined;
}

function fieldOfSelector(node: Node): Binding | undefined {
  return node.type === 'SelectorExpr' ? fieldOf(node) : undefined;
}

function typeName(type: Node): string | undefined {
  if (type.type === 'TypeName') return textOf(type);
  return type.type === 'PointerType'
    ? childOf(type, 'TypeName') && textOf(childOf(type, 'TypeName') ?? type)
    : undefined;
}

function fieldsIn(root: Node): Fields {
  const before = known.get(root);
  if (before) return before;
  const fields = new Map<string, Map<string, Binding>>();
  known.set(root, fields);
  for (const spec of nodesOf(root, 'TypeSpec')) {
    const name = childOf(spec, 'DefName');
    const body = childOf(childOf(spec, 'StructType'), 'StructBody');
    if (name && body) fields.set(textOf(name), declared(body));
  }
  for (const literal of nodesOf(root, 'TypedLiteral')) fillFromLiteral(literal, fields);
  for (const assignment of nodesOf(root, 'Assignment')) fillFromAssignment(assignment);
  return fields;
}

function declared(body: Node): Map<string, Binding> {
  const bindings = new Map<string, Binding>();
  for (const field of childrenOf(body, 'FieldDecl')) {
    const annotation = field.children.find(({ type }) => /Type$|^TypeName$/.test(type));
    for (const node of childrenOf(field, 'FieldName')) {
      const name = textOf(node);
      const own = { name, node, kind: 'variable' as const, path: [], assigned: [], changed: [] };
      bindings.set(name, annotation ? { ...own, annotation } : own);
    }
  }
  return bindings;
}

/** `P{writer: w}`, and `P{w}` in the order of the fields. */
function fillFromLiteral(literal: Node, fields: Fields): void {
  const [type] = literal.children;
  const own = type ? fields.get(typeName(type) ?? '') : undefined;
  if (!own) return;
  const inOrder = [...own.values()];
  for (const [index, element] of childrenOf(childOf(literal, 'LiteralValue'), 'Element').entries()) {
    const key = childOf(element, 'Key');
    const value = element.children.at(-1);
    const field = key ? own.get(textOf(key)) : inOrder[index];
    if (value && value !== key) field?.assigned.push(value);
  }
}

/** `p.writer = w`. */
function fillFromAssignment(assignment: Node): void {
  const [target] = assignment.children;
  const sign = assignment.children.findIndex(({ type }) => type === '=');
  const value = assignment.children[sign + 1];
  if (target?.type === 'SelectorExpr' && value && sign > 0) fieldOf(target)?.assigned.push(value);
}
