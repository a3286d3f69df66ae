import { type Binding, bindingOf, type Code, type Field } from './code';
import { unquote } from './literals';
import { childOf, childrenOf, isFunction, type Node, nodesOf, partsOf } from './tree';

type Scopes = Map<Node, Map<string, Binding>>;

/** Finds every declaration of the tree, and what is assigned to each name afterwards. */
export function resolveNames(text: string, root: Node): Code {
  const scopes: Scopes = new Map();
  const classes = new Map<Node, Map<string, Field>>();
  const declare = declarer(text, scopes);
  for (const node of nodesOf(root, 'ImportDeclaration')) declareImports(text, node, declare);
  for (const node of nodesOf(root, 'VariableDeclaration')) declareVariables(text, node, declare);
  for (const node of nodesOf(root, 'ParamList')) declareParameters(text, node, declare);
  for (const node of nodesOf(root, 'ForOfSpec')) declareLoopVariable(text, node, declare);
  for (const node of nodesOf(root, 'FunctionDeclaration')) declareNamed(node, declare);
  for (const node of nodesOf(root, 'ClassDeclaration')) declareNamed(node, declare);
  for (const node of nodesOf(root, 'ClassBody')) classes.set(node, membersOf(text, node));
  const code: Code = { text, root, scopes, classes };
  recordAssignments(code, classes);
  return code;
}

type Declare = (at: Node, binding: Omit<Binding, 'name' | 'assigned'>) => void;

const SCOPES: ReadonlySet<string> = new Set(['Script', 'SingleExpression', 'Block', 'ForStatement', 'CatchClause']);

function declarer(text: string, scopes: Scopes): Declare {
  return (at, binding) => {
    let scope: Node | undefined = at;
    while (scope?.parent && !SCOPES.has(scope.type) && !isFunction(scope)) scope = scope.parent;
    if (!scope) return;
    const names = scopes.get(scope) ?? new Map<string, Binding>();
    scopes.set(scope, names);
    const name = text.slice(binding.node.start, binding.node.end);
    if (!names.has(name)) names.set(name, { ...binding, name, assigned: [] });
  };
}

function declareImports(text: string, node: Node, declare: Declare): void {
  const source = childOf(node, 'String');
  if (!source) return;
  const module = unquote(text.slice(source.start, source.end));
  const add = (definition: Node, path: readonly string[]) =>
    declare(node.parent ?? node, { node: definition, kind: 'import', module, path });
  for (const definition of childrenOf(node, 'VariableDefinition')) add(definition, []);
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

function recordAssignments(code: Code, classes: Map<Node, Map<string, Field>>): void {
  for (const node of nodesOf(code.root, 'AssignmentExpression')) {
    const [target, operator, value] = node.children;
    if (!target || !value) continue;
    const assigned = operator?.type === 'Equals' ? value : target;
    if (target.type === 'VariableName') bindingOf(code, target)?.assigned.push(assigned);
    if (target.type === 'MemberExpression' && target.children[0]?.type === 'this') {
      const name = target.children.at(-1);
      const body = enclosingClass(node, classes);
      if (!name || !body) continue;
      const text = code.text.slice(name.start, name.end);
      const members = classes.get(body);
      const field = members?.get(text) ?? { assigned: [] };
      members?.set(text, field);
      field.assigned.push(assigned);
    }
  }
}

function enclosingClass(node: Node, classes: ReadonlyMap<Node, unknown>): Node | undefined {
  for (let at = node.parent; at; at = at.parent) if (classes.has(at)) return at;
  return undefined;
}
