import { type Code, textOf } from './code';
import { keyOf, memberName, valueOfProperty } from './follow';
import { importedBy } from './imports';
import { childOf, type Node, partsOf } from './tree';

/** An expression with the file that it stands in. */
export interface Place {
  readonly code: Code;
  readonly node: Node;
}

/** What another file of the project exports under the imported name; undefined where that cannot be seen. */
export function placeOfImport(code: Code, node: Node): Place | undefined {
  const imported = importedBy(code, node);
  const other = imported && code.fileOf?.(imported.module);
  if (!imported || !other) return undefined;
  const [name, ...rest] = imported.path;
  const named = name === undefined ? undefined : exportNamed(other, name);
  if (named) return memberOf(other, named, rest);
  const whole = exportDefault(other);
  return whole && memberOf(other, whole, name === 'default' ? rest : imported.path);
}

function memberOf(code: Code, node: Node, path: readonly string[]): Place | undefined {
  let found: Node | undefined = node;
  for (const name of path) {
    const properties: readonly Node[] = found?.type === 'ObjectExpression' ? partsOf(found) : [];
    const property = properties.findLast((part) => part.type === 'Property' && keyOf(code, part) === name);
    found = property && valueOfProperty(property);
  }
  return found && { code, node: found };
}

/** `export const NAME = ...`, `exports.NAME = ...` and `module.exports = { NAME }`. */
function exportNamed(code: Code, name: string): Node | undefined {
  const binding = code.scopes.get(code.root)?.get(name);
  if (binding?.kind === 'variable' && binding.assigned.length === 0 && binding.path.length === 0) return binding.init;
  return assignedTo(code, (target) => /^(?:module\.)?exports$/.test(target.object) && target.name === name);
}

function exportDefault(code: Code): Node | undefined {
  for (const statement of code.root.children) {
    if (statement.type !== 'ExportDeclaration' || !childOf(statement, 'default')) continue;
    return statement.children.find((child) => !/^(?:export|default|;)$/.test(child.type));
  }
  return assignedTo(code, (target) => target.object === 'module' && target.name === 'exports');
}

function assignedTo(code: Code, matches: (target: { object: string; name: string }) => boolean): Node | undefined {
  for (const statement of code.root.children) {
    const [expression] = statement.type === 'ExpressionStatement' ? statement.children : [];
    const [target, , value] = expression?.type === 'AssignmentExpression' ? expression.children : [];
    const [object] = target?.type === 'MemberExpression' ? target.children : [];
    const name = target && memberName(code, target);
    if (object && name !== undefined && value && matches({ object: textOf(code, object), name })) return value;
  }
  return undefined;
}
