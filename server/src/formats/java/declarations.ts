import { type Binding, bindingOf, type SourceText, textOf } from '../code/code';
import { type Declare, declarer } from '../code/declare';
import { childOf, childrenOf, type Node, nodesOf, parseTree } from '../code/tree';
import { annotationsOf, language } from './language';

/** The tree of a text with every declaration in it, and with what is assigned to each name afterwards. */
export function readFile(text: string, uri?: string): Node {
  const source: SourceText = { text, language, scopes: new Map(), names: new Map(), classes: new Map() };
  const root = parseTree(source, uri);
  const declare = declarer(source);
  for (const node of nodesOf(root, 'ImportDeclaration')) declareImport(node, declare);
  for (const type of ['FieldDeclaration', 'ConstantDeclaration', 'LocalVariableDeclaration']) {
    for (const node of nodesOf(root, type)) declareVariables(node, declare);
  }
  for (const node of nodesOf(root, 'FormalParameter')) declareParameter(node, declare);
  for (const node of nodesOf(root, 'LambdaExpression')) declareLambda(node, declare);
  for (const node of nodesOf(root, 'Resource')) declareResource(node, declare);
  for (const type of ['ForSpec', 'CatchFormalParameter', 'RecordComponent']) {
    for (const node of nodesOf(root, type)) declareElement(node, declare);
  }
  recordAssignments(root);
  return root;
}

/** `import a.b.C` declares C of a.b; `import static a.b.C.D` declares D of a.b.C. */
function declareImport(node: Node, declare: Declare): void {
  const whole = childOf(node, 'ScopedIdentifier');
  const name = whole?.children.at(-1);
  if (!whole || !name || childOf(node, 'Asterisk')) return;
  const module = textOf(whole)
    .slice(0, name.start - whole.start - 1)
    .replace(/\s+/g, '');
  declare(node.parent ?? node, { node: name, kind: 'import', module, path: [textOf(name)] });
}

export const TYPES = ['TypeName', 'GenericType', 'ScopedTypeName', 'PrimitiveType', 'ArrayType'] as const;

function declareVariables(node: Node, declare: Declare): void {
  const annotation = childOf(node, ...TYPES);
  const isField = node.type === 'FieldDeclaration';
  const isOpen = isField && isSetByOthers(node);
  for (const declarator of childrenOf(node, 'VariableDeclarator')) {
    const name = childOf(declarator, 'Definition');
    if (!name) continue;
    const init = childOf(declarator, 'AssignOp') ? lastExpression(declarator) : undefined;
    const kind = isOpen ? 'element' : 'variable';
    declare(node.parent ?? node, {
      node: name,
      kind,
      path: [],
      ...(init && { init }),
      ...(annotation && { annotation }),
    });
  }
}

/** Where the last declarator stands, its semicolon and the commas between them are part of it. */
function lastExpression({ children }: Node): Node | undefined {
  const equals = children.findIndex((child) => child.type === 'AssignOp');
  return children[equals + 1];
}

/** Frameworks set fields of some annotations, and all fields of classes with some. */
function isSetByOthers(field: Node): boolean {
  const isFinal = childOf(childOf(field, 'Modifiers'), 'final') !== undefined;
  if (isFinal) return false;
  if (
    annotationsOf(field).some((one) => !/^@(?:Nullable|NonNull|NotNull|VisibleForTesting|Suppress)/.test(textOf(one)))
  )
    return true;
  const owner = field.parent?.parent;
  return owner !== undefined && annotationsOf(owner).some((one) => BOUND.test(textOf(one)));
}

const BOUND = /^@(?:\w+\.)*(?:ConfigurationProperties|ConfigMapping|ConfigProperties|Data|Setter|Command)\b/;

function declareParameter(node: Node, declare: Declare): void {
  const name = childOf(node, 'Definition');
  const annotation = childOf(node, ...TYPES);
  if (!name) return;
  // What an annotation injects, nobody in the file hands over.
  const kind = annotationsOf(node).length > 0 ? 'element' : 'parameter';
  declare(node.parent ?? node, { node: name, kind, path: [], ...(annotation && { annotation }) });
}

function declareLambda(node: Node, declare: Declare): void {
  const list = childOf(node, 'InferredParameters') ?? node;
  for (const name of childrenOf(list, 'Definition')) declare(node, { node: name, kind: 'element', path: [] });
}

function declareResource(node: Node, declare: Declare): void {
  const name = childOf(node, 'Definition');
  const init = name && lastExpression(node);
  const annotation = childOf(node, ...TYPES);
  if (!name) return;
  const at = node.parent?.parent ?? node;
  declare(at, { node: name, kind: 'variable', path: [], ...(init && { init }), ...(annotation && { annotation }) });
}

function declareElement(node: Node, declare: Declare): void {
  const name = childOf(node, 'Definition');
  const annotation = childOf(node, ...TYPES);
  if (name) declare(node, { node: name, kind: 'element', path: [], ...(annotation && { annotation }) });
}

function recordAssignments(root: Node): void {
  for (const node of nodesOf(root, 'AssignmentExpression')) {
    const [target, operator, value] = node.children;
    if (!target || !operator || !value) continue;
    const binding = declaredAs(target);
    binding?.assigned.push(textOf(operator) === '=' ? value : target);
  }
  for (const node of nodesOf(root, 'UpdateExpression')) {
    const target = node.children.find((child) => child.type !== 'UpdateOp');
    if (target) declaredAs(target)?.assigned.push(node);
  }
}

/** The declaration of a name, of `this.name`, and of a constant of a class of the file. */
export function declaredAs(node: Node): Binding | undefined {
  if (node.type === 'Identifier') return isMemberName(node) ? undefined : bindingOf(node);
  if (node.type !== 'FieldAccess') return undefined;
  const [object] = node.children;
  const name = node.children.at(-1);
  if (!object || !name) return undefined;
  const body = object.type === 'this' ? bodyAround(node) : bodyNamed(node, object);
  return body && node.source.scopes.get(body)?.get(textOf(name));
}

/** `b` of `a.b` and of `a.b()`, which mean nothing alone. */
function isMemberName({ parent, start }: Node): boolean {
  if (parent?.type === 'MethodName') return true;
  return parent?.type === 'FieldAccess' && parent.children[0]?.start !== start;
}

const BODIES = /^(?:Class|Interface|Enum|Record)Body$/;

/** The body of the class around a node. */
export function bodyAround(node: Node): Node | undefined {
  let at = node.parent;
  while (at && !BODIES.test(at.type)) at = at.parent;
  return at;
}

function bodyNamed(from: Node, object: Node): Node | undefined {
  if (object.type !== 'Identifier' || bindingOf(object)) return undefined;
  return bodyOf(from.source, textOf(object));
}

/** The body of the class of that name. */
export function bodyOf({ scopes }: SourceText, name: string): Node | undefined {
  for (const body of scopes.keys()) {
    if (!BODIES.test(body.type)) continue;
    const own = childOf(body.parent, 'Definition');
    if (own && textOf(own) === name) return body;
  }
  return undefined;
}
