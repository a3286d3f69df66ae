import { textOf } from '../code/code';
import { unquote } from '../code/literals';
import { childOf, type Node, partsOf } from '../code/tree';

/** What a file exports under a name: an expression or declaration of its own, or something of another file. */
export type Exported =
  | { readonly node: Node }
  | { readonly module: string; readonly path: readonly string[]; readonly node?: undefined };

/** What may stand behind an exported name, the likeliest first: a name that several files hand on is looked for in each. */
export function exportsOf(root: Node, name: string): readonly Exported[] {
  if (name === 'default') return [{ node: defaultOf(root) ?? wholeOf(root) ?? root }];
  const own = groupExport(root, name) ?? assignedExport(root, name) ?? declaredExport(root, name);
  if (own) return [own];
  return root.children.flatMap((statement) => {
    const module = childOf(statement, 'Star') ? moduleOf(statement) : undefined;
    return module === undefined || statement.type !== 'ExportDeclaration' ? [] : [{ module, path: [name] }];
  });
}

/** What `require()` of the file gives: what is assigned to `module.exports`, else all that it exports. */
export function wholeOf(root: Node): Node | undefined {
  return assignedTo(root, (target) => target.object === 'module' && target.name === 'exports');
}

function moduleOf(statement: Node): string | undefined {
  const from = childOf(statement, 'String');
  return from && unquote(textOf(from));
}

/** `export { a as name }`, also with `from`. */
function groupExport(root: Node, name: string): Exported | undefined {
  for (const statement of root.children) {
    const group = statement.type === 'ExportDeclaration' ? (childOf(statement, 'ExportGroup')?.children ?? []) : [];
    const index = group.findLastIndex((part) => part.type === 'VariableName' && textOf(part) === name);
    const found = group[index];
    if (!found || group[index + 1]?.type === 'as') continue;
    const own = group[index - 1]?.type === 'as' ? (group[index - 2] ?? found) : found;
    const module = moduleOf(statement);
    return module === undefined ? { node: own } : { module, path: [textOf(own)] };
  }
  return undefined;
}

/** `exports.name = ...`. */
function assignedExport(root: Node, name: string): Exported | undefined {
  const node = assignedTo(root, (target) => /^(?:module\.)?exports$/.test(target.object) && target.name === name);
  return node && { node };
}

/** `export const name = ...`, functions and classes. */
function declaredExport(root: Node, name: string): Exported | undefined {
  const binding = root.source.scopes.get(root)?.get(name);
  return binding && binding.kind !== 'import' ? { node: binding.node } : undefined;
}

function defaultOf(root: Node): Node | undefined {
  for (const statement of root.children) {
    if (statement.type !== 'ExportDeclaration' || !childOf(statement, 'default')) continue;
    return statement.children.find((child) => !/^(?:export|default|;)$/.test(child.type));
  }
  return undefined;
}

function assignedTo(root: Node, matches: (target: { object: string; name: string }) => boolean): Node | undefined {
  for (const statement of root.children) {
    const [expression] = statement.type === 'ExpressionStatement' ? statement.children : [];
    for (let at = expression; at?.type === 'AssignmentExpression'; at = at.children.at(-1)) {
      const [target] = at.children;
      const [object] = target?.type === 'MemberExpression' ? target.children : [];
      const name = target && partsOf(target).at(-1);
      if (object && name && matches({ object: textOf(object), name: textOf(name) })) return lastOf(at);
    }
  }
  return undefined;
}

/** What a chain of assignments ends with. */
function lastOf(assignment: Node): Node | undefined {
  let value: Node | undefined = assignment;
  while (value?.type === 'AssignmentExpression') value = value.children.at(-1);
  return value;
}
