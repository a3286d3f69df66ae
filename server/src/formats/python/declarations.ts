import { type Binding, bindingOf, type SourceText, textOf } from '../code/code';
import { type Declare, declarer } from '../code/declare';
import { childOf, isFunction, type Node, nodesOf, parseTree } from '../code/tree';
import { python } from './language';

/** The tree of a text with every declaration in it, and with what is assigned to each name afterwards. */
export function readFile(text: string, uri?: string): Node {
  const source: SourceText = { text, language: python, scopes: new Map(), names: new Map(), classes: new Map() };
  const root = parseTree(source, uri);
  const declare = declarer(source);
  for (const node of nodesOf(root, 'ImportStatement')) declareImports(node, declare);
  for (const node of nodesOf(root, 'ParamList')) declareParameters(node, declare);
  for (const type of ['FunctionDefinition', 'ClassDefinition'] as const) {
    for (const node of nodesOf(root, type)) declareNamed(node, declare);
  }
  for (const node of nodesOf(root, 'ForStatement')) declareLoopVariable(node, declare);
  for (const node of nodesOf(root, 'WithStatement')) declareResources(node, declare);
  for (const node of nodesOf(root, 'NamedExpression')) assign(node.children[0], node.children.at(-1), declare);
  for (const node of nodesOf(root, 'AssignStatement')) declareAssigned(node, declare);
  return root;
}

function declareImports(node: Node, declare: Declare): void {
  const parts = node.children;
  const isFrom = parts[0]?.type === 'from';
  const start = parts.findIndex(({ type }) => type === 'import') + 1;
  const module = isFrom ? dotted(parts.slice(1, start - 1)) : '';
  let words: Node[] = [];
  for (const part of [...parts.slice(start), undefined]) {
    if (part && part.type !== ',' && part.type !== '(' && part.type !== ')') {
      words.push(part);
      continue;
    }
    if (words.length > 0) declareImport(words, isFrom ? module : undefined, declare);
    words = [];
  }
}

/** `Producer as P`, `os.path as path`, `kafka.errors`. */
function declareImport(words: readonly Node[], from: string | undefined, declare: Declare): void {
  const as = words.findIndex(({ type }) => type === 'as');
  const names = as < 0 ? words : words.slice(0, as);
  const [first] = words;
  const alias = as < 0 ? first : words[as + 1];
  if (!first || !alias || alias.type === '*') return;
  const name = dotted(names);
  // Without an alias, `import kafka.errors` makes `kafka` known.
  const module = from ?? (as < 0 ? textOf(first) : name);
  declare(first, { node: alias, kind: 'import', path: from === undefined ? [] : [name], module });
}

function dotted(words: readonly Node[]): string {
  return words.map((word) => textOf(word)).join('');
}

function declareParameters(list: Node, declare: Declare): void {
  const parts = list.children;
  for (const [index, part] of parts.entries()) {
    if (part.type !== 'VariableName' || parts[index - 1]?.type === 'AssignOp') continue;
    const annotation = parts[index + 1]?.type === 'TypeDef' ? parts[index + 1] : undefined;
    declare(list, { node: part, kind: 'parameter', path: [], ...(annotation && { annotation }) });
  }
}

function declareNamed(node: Node, declare: Declare): void {
  const name = childOf(node, 'VariableName');
  const kind = isFunction(node) ? 'function' : 'class';
  if (name && node.parent) declare(node.parent, { node: name, kind, init: node, path: [] });
}

function declareLoopVariable(node: Node, declare: Declare): void {
  const at = node.children.findIndex(({ type }) => type === 'in');
  const init = node.children[at + 1];
  for (const part of node.children.slice(1, Math.max(at, 1))) {
    if (part.type === 'VariableName') declare(node, { node: part, kind: 'element', path: [], ...(init && { init }) });
  }
}

/** `with make() as name`. */
function declareResources(node: Node, declare: Declare): void {
  for (const [index, part] of node.children.entries()) {
    if (part.type === 'as') assign(node.children[index + 1], node.children[index - 1], declare);
  }
}

/** `a: int = b = value`; of several values at once only the names are known. */
function declareAssigned(node: Node, declare: Declare): void {
  const parts = node.children;
  const last = parts.at(-1);
  const annotation = childOf(node, 'TypeDef');
  const isTuple = parts.some(({ type }) => type === ',');
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1]?.type;
    if (isTuple && next !== 'AssignOp' && next !== ',') break;
    if (isTuple || next === 'AssignOp' || next === 'TypeDef') {
      assign(part, isTuple || parts.at(-2)?.type !== 'AssignOp' ? undefined : last, declare, annotation);
    }
    if (isTuple && next === 'AssignOp') break;
  }
}

function assign(target: Node | undefined, value: Node | undefined, declare: Declare, annotation?: Node): void {
  if (!target) return;
  const owner = target.type === 'MemberExpression' ? ownerOf(target) : target.type === 'VariableName' && target;
  if (!owner) return;
  const known = target.type === 'VariableName' ? ofSameFunction(target) : bindingOf(target);
  if (known) {
    known.assigned.push(value ?? target);
    return;
  }
  const parts = { ...(value && { init: value }), ...(annotation && { annotation }) };
  // What is not seen could be anything.
  const kind = value || annotation ? 'variable' : 'element';
  declare(owner, { node: target, kind, path: [], ...parts });
}

/** Assigning to a name makes it one of the function's own, whatever is declared around that. */
function ofSameFunction(name: Node): Binding | undefined {
  const found = bindingOf(name);
  return found && homeOf(found.node) === homeOf(name) ? found : undefined;
}

function homeOf(node: Node): Node | undefined {
  let at = node.parent;
  while (at && !isFunction(at) && at.type !== 'ClassDefinition') at = at.parent;
  return at;
}

/** The class whose object `self.name` is a member of. */
export function ownerOf(member: Node): Node | undefined {
  const [object, dot, name] = member.children;
  if (dot?.type !== '.' || name?.type !== 'PropertyName' || !object || !/^(?:self|cls)$/.test(textOf(object))) return;
  let at = member.parent;
  while (at && at.type !== 'ClassDefinition') at = at.parent;
  return at;
}
