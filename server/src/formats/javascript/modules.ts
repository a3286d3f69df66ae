import { type Code, spend, textOf } from '../code/code';
import { unquote } from '../code/literals';
import { childOf, type Node } from '../code/tree';
import { type Exported, exportsOf, wholeOf } from './exported';

/** `require('...')`. */
export function isRequire(call: Node): boolean {
  const [callee] = call.children;
  return callee !== undefined && textOf(callee) === 'require';
}

/** The module that a `require()` or `import()` names. */
export function moduleIn(node: Node): string | undefined {
  const name = childOf(childOf(node, 'ArgList') ?? node, 'String');
  return name && unquote(textOf(name));
}

/** What a `require()` or `import()` of a file at hand gives: its value, else its root for all that it exports. */
export function moduleNamed(code: Code, node: Node): Node | undefined {
  const module = moduleIn(node);
  const root = module === undefined ? undefined : code.fileOf(node.source, module);
  return root && node.type === 'CallExpression' ? (wholeOf(root) ?? root) : root;
}

/** The expression or declaration behind an exported name, through files that only hand it on. */
export function exportedNode(code: Code, root: Node, name: string): Node | undefined {
  for (const one of exportsOf(root, name)) {
    const found = one.node ?? throughOther(code, root, one);
    if (found) return found;
  }
  return undefined;
}

function throughOther(code: Code, root: Node, one: Extract<Exported, { module: string }>): Node | undefined {
  const other = spend(code) ? code.fileOf(root.source, one.module) : undefined;
  const [name] = one.path;
  return other && name !== undefined ? exportedNode(code, other, name) : undefined;
}
