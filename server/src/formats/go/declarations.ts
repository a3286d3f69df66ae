import { type Binding, bindingOf, type SourceText, textOf } from '../code/code';
import { type Declare, declarer } from '../code/declare';
import { childOf, childrenOf, type Node, nodesOf, parseTree, partsOf } from '../code/tree';
import { go } from './language';

/** The tree of a text with every declaration in it, and with what is assigned to each name afterwards. */
export function readFile(text: string, uri?: string): Node {
  const source: SourceText = { text, language: go, scopes: new Map(), names: new Map(), classes: new Map() };
  const root = parseTree(source, uri);
  const declare = declarer(source);
  for (const node of nodesOf(root, 'ImportSpec')) declareImport(node, declare);
  for (const node of nodesOf(root, 'Parameter')) declareParameter(node, declare);
  for (const node of nodesOf(root, 'FunctionDecl')) declareFunction(node, declare);
  for (const node of nodesOf(root, 'RangeClause')) declareElements(node, declare);
  for (const type of ['VarDecl', 'VarSpec', 'ConstSpec', 'ConstDecl']) {
    for (const node of nodesOf(root, type)) declareVariables(node, declare);
  }
  for (const node of nodesOf(root, 'Assignment')) recordAssignment(node);
  return root;
}

/** A package without a name of its own goes by the last part of its path that is no version. */
function declareImport(node: Node, declare: Declare): void {
  const path = childOf(node, 'String');
  const alias = childOf(node, 'DefName');
  if (!path) return;
  const module = textOf(path).slice(1, -1);
  if (alias) declare(node, { node: alias, kind: 'import', path: [], module });
  else declareAs(path, module, declare);
}

function declareAs(path: Node, module: string, declare: Declare): void {
  const last = module.split('/').findLast((part) => !/^v\d+$/.test(part)) ?? module;
  const name = last === 'kafka-go' ? 'kafka' : last;
  const start = path.start + 1 + module.lastIndexOf(last);
  const node = { ...path, start, end: start + name.length, children: [] };
  declare(path, { node, kind: 'import', path: [], module });
}

function declareParameter(node: Node, declare: Declare): void {
  const annotation = node.children.at(-1);
  for (const name of childrenOf(node, 'DefName')) {
    // The receiver and the parameters belong to the function, whose body is another block.
    declare(node, { node: name, kind: 'parameter', path: [], ...(annotation && { annotation }) });
  }
}

function declareFunction(node: Node, declare: Declare): void {
  const name = childOf(node, 'DefName');
  if (name && node.parent) declare(node.parent, { node: name, kind: 'function', init: node, path: [] });
}

function declareElements(node: Node, declare: Declare): void {
  const init = node.children.at(-1);
  for (const name of childrenOf(node, 'DefName'))
    declare(node, { node: name, kind: 'element', path: [], ...(init && { init }) });
}

/** `a, err := make()` gives its first name what the call makes; of `a, b := 1, 2` each its own. */
function declareVariables(node: Node, declare: Declare): void {
  const names = childrenOf(node, 'DefName');
  const sign = node.children.findIndex(({ type }) => type === ':=' || type === '=');
  const values = sign < 0 ? [] : valuesFrom(node.children.slice(sign + 1));
  const annotation = node.children.find(({ type }) => /Type$|^TypeName$/.test(type));
  for (const [index, name] of names.entries()) {
    const init = values.length === names.length || index === 0 ? values[index] : undefined;
    const known = sign >= 0 && node.children[sign]?.type === ':=' ? ofSameBlock(name) : undefined;
    if (known) known.assigned.push(init ?? name);
    else
      declare(node, {
        node: name,
        kind: 'variable',
        path: [],
        ...(init && { init }),
        ...(annotation && { annotation }),
      });
  }
}

function valuesFrom(nodes: readonly Node[]): readonly Node[] {
  return nodes.filter(({ type }) => type !== ',' && type !== ';');
}

function ofSameBlock(name: Node): Binding | undefined {
  const found = bindingOf(name);
  return found && found.node.parent?.parent === name.parent?.parent ? found : undefined;
}

/** What is appended to a name's own value is something that happens to it, and no other value. */
function recordAssignment(node: Node): void {
  const sign = node.children.findIndex(({ type }) => type === '=');
  const targets = valuesFrom(node.children.slice(0, Math.max(sign, 0)));
  const values = valuesFrom(node.children.slice(sign + 1));
  for (const [index, target] of targets.entries()) {
    const binding = target.type === 'VariableName' ? bindingOf(target) : undefined;
    const value = values.length === targets.length || index === 0 ? values[index] : undefined;
    if (binding && !(value && appendsTo(value, textOf(target)))) binding.assigned.push(value ?? target);
  }
}

/** `append(name, ...)`. */
export function appendsTo(value: Node, name: string): boolean {
  const [callee] = value.type === 'CallExpr' ? value.children : [];
  const list = childOf(value, 'Arguments');
  const [first] = list ? partsOf(list) : [];
  return callee !== undefined && textOf(callee) === 'append' && first !== undefined && textOf(first) === name;
}
