import { type Binding, bindingOf, classAround, type Field, type SourceText, textOf } from '../code/code';
import { type Declare, declarer } from '../code/declare';
import { unquote } from '../code/literals';
import { childOf, childrenOf, type Node, nodesOf, parseTree, partsOf } from '../code/tree';
import { type Dialect, LANGUAGES } from './language';

/** The tree of a text with every declaration in it, and with what is assigned to each name afterwards. */
export function readFile(text: string, dialect: Dialect, uri?: string): Node {
  const source: SourceText = {
    text,
    language: LANGUAGES[dialect],
    scopes: new Map(),
    names: new Map(),
    classes: new Map(),
  };
  const root = parseTree(source, uri);
  const declare = declarer(source);
  for (const node of nodesOf(root, 'ImportDeclaration')) declareImports(text, node, declare);
  for (const node of nodesOf(root, 'VariableDeclaration')) declareVariables(text, node, declare);
  for (const node of nodesOf(root, 'ParamList')) declareParameters(text, node, declare);
  for (const node of nodesOf(root, 'ForOfSpec')) declareLoopVariable(text, node, declare);
  for (const node of nodesOf(root, 'FunctionDeclaration')) declareNamed(node, declare);
  for (const node of nodesOf(root, 'ClassDeclaration')) declareNamed(node, declare);
  for (const node of nodesOf(root, 'TypeAliasDeclaration')) declareType(node, declare);
  for (const node of nodesOf(root, 'InterfaceDeclaration')) declareType(node, declare);
  for (const node of nodesOf(root, 'ClassBody')) source.classes.set(node, membersOf(text, node));
  recordAssignments(root);
  return root;
}

function declareImports(text: string, node: Node, declare: Declare): void {
  const source = childOf(node, 'String');
  if (!source) return;
  const module = unquote(text.slice(source.start, source.end));
  const add = (definition: Node, path: readonly string[]) =>
    declare(node.parent ?? node, { node: definition, kind: 'import', module, path });
  const isNamespace = childOf(node, 'Star') !== undefined;
  for (const definition of childrenOf(node, 'VariableDefinition')) add(definition, isNamespace ? [] : ['default']);
  const group = childOf(node, 'ImportGroup')?.children ?? [];
  group.forEach((child, index) => {
    if (child.type !== 'VariableDefinition') return;
    const renamed = group[index - 1]?.type === 'as' ? group[index - 2] : undefined;
    const source = renamed ?? child;
    add(child, [text.slice(source.start, source.end)]);
  });
}

function declareVariables(text: string, node: Node, declare: Declare): void {
  const { children } = node;
  children.forEach((child, index) => {
    if (!PATTERNS.has(child.type)) return;
    const next = children[index + 1];
    const annotation = next?.type === 'TypeAnnotation' ? next : undefined;
    const equals = annotation ? children[index + 2] : next;
    const init = equals?.type === 'Equals' ? children[children.indexOf(equals) + 1] : undefined;
    declarePattern(text, child, { kind: 'variable', init, annotation }, declare, node.parent ?? node);
  });
}

const PATTERNS: ReadonlySet<string> = new Set(['VariableDefinition', 'ObjectPattern', 'ArrayPattern']);

interface Origin {
  readonly kind: Binding['kind'];
  readonly init?: Node | undefined;
  readonly annotation?: Node | undefined;
}

/** Declares every name of a pattern with the way into the value that it takes. */
function declarePattern(
  text: string,
  pattern: Node,
  origin: Origin,
  declare: Declare,
  at: Node,
  path: readonly string[] = [],
): void {
  const { kind, init, annotation } = origin;
  if (pattern.type === 'VariableDefinition') {
    declare(at, { node: pattern, kind, path, ...(init && { init }), ...(annotation && { annotation }) });
    return;
  }
  for (const [index, part] of partsOf(pattern).entries()) {
    const isProperty = part.type === 'PatternProperty';
    const key = isProperty ? childOf(part, 'PropertyName', 'VariableDefinition') : undefined;
    const step = key ? text.slice(key.start, key.end) : String(index);
    const target = isProperty ? part.children.findLast((child) => PATTERNS.has(child.type)) : part;
    const isRest = isProperty && part.children[0]?.type === 'Spread';
    if (target && PATTERNS.has(target.type)) {
      declarePattern(text, target, isRest ? { kind } : { kind, init }, declare, at, [...path, step]);
    }
  }
}

function declareParameters(text: string, list: Node, declare: Declare): void {
  list.children.forEach((child, index) => {
    if (!PATTERNS.has(child.type)) return;
    const next = list.children[index + 1];
    const annotation = next?.type === 'TypeAnnotation' ? next : undefined;
    declarePattern(text, child, { kind: 'parameter', annotation }, declare, list.parent ?? list);
  });
}

function declareLoopVariable(text: string, spec: Node, declare: Declare): void {
  const pattern = spec.children.find((child) => PATTERNS.has(child.type));
  const of = spec.children.findIndex((child) => child.type === 'of');
  const init = of < 0 ? undefined : spec.children[of + 1];
  if (pattern) declarePattern(text, pattern, { kind: 'element', init }, declare, spec.parent ?? spec);
}

function declareNamed(node: Node, declare: Declare): void {
  const name = childOf(node, 'VariableDefinition');
  const kind = node.type === 'ClassDeclaration' ? 'class' : 'function';
  if (name) declare(node.parent ?? node, { node: name, kind, init: node, path: [] });
}

function membersOf(text: string, body: Node): Map<string, Field> {
  const members = new Map<string, Field>();
  for (const member of childrenOf(body, 'PropertyDeclaration', 'MethodDeclaration')) {
    const name = childOf(member, 'PropertyDefinition', 'PrivatePropertyDefinition');
    if (!name) continue;
    const isMethod = member.type === 'MethodDeclaration';
    const written = text.slice(name.start, name.end);
    if (isMethod && written === 'constructor') addParameterProperties(text, member, members);
    const equals = member.children.findIndex((child) => child.type === 'Equals');
    const init = isMethod ? member : equals < 0 ? undefined : member.children[equals + 1];
    const annotation = childOf(member, 'TypeAnnotation');
    members.set(written, { assigned: [], ...(init && { init }), ...(annotation && { annotation }) });
  }
  return members;
}

/** `constructor(private readonly kafka: Kafka)` declares a member too. */
function addParameterProperties(text: string, method: Node, members: Map<string, Field>): void {
  const list = childOf(method, 'ParamList')?.children ?? [];
  list.forEach((child, index) => {
    const before = list[index - 1]?.type;
    if (child.type !== 'VariableDefinition' || (before !== 'Privacy' && before !== 'readonly')) return;
    const next = list[index + 1];
    const annotation = next?.type === 'TypeAnnotation' ? next : undefined;
    members.set(text.slice(child.start, child.end), { assigned: [], ...(annotation && { annotation }) });
  });
}

/** The name of a type stands for what is behind the equals sign, or for the members of an interface. */
function declareType(node: Node, declare: Declare): void {
  const name = childOf(node, 'TypeDefinition');
  const init = node.type === 'InterfaceDeclaration' ? childOf(node, 'ObjectType') : partsOf(node).at(-1);
  if (name && init) declare(node.parent ?? node, { node: name, kind: 'type', init, path: [] });
}

function recordAssignments(root: Node): void {
  for (const node of nodesOf(root, 'AssignmentExpression')) {
    const [target, operator, value] = node.children;
    if (!target || !value) continue;
    const isValue = operator?.type === 'Equals' || /^(?:\?\?|\|\|)=$/.test(operator ? textOf(operator) : '');
    const assigned = isValue ? value : target;
    const [object] = target.type === 'MemberExpression' ? target.children : [];
    if (target.type === 'VariableName') bindingOf(target)?.assigned.push(assigned);
    else if (object?.type === 'VariableName') bindingOf(object)?.changed.push(node);
    else if (object?.type === 'this') recordField(node, target, assigned);
  }
}

function recordField(node: Node, target: Node, assigned: Node): void {
  const { classes } = node.source;
  const name = target.children.at(-1);
  const body = classAround(node);
  if (!name || !body) return;
  const text = textOf(name);
  const members = classes.get(body);
  const field = members?.get(text) ?? { assigned: [] };
  members?.set(text, field);
  field.assigned.push(assigned);
}
