import { textOf } from '../code/code';
import { unquote } from '../code/literals';
import { childOf, isFunction, type Node } from '../code/tree';

/** The key of an object's property; undefined for spreads and computed keys. */
export function keyOf(property: Node): string | undefined {
  const key = keyNodeOf(property);
  if (!key) return undefined;
  const text = textOf(key);
  return key.type === 'String' ? unquote(text) : text;
}

export function keyNodeOf(property: Node): Node | undefined {
  if (property.children[0]?.type === '[' || property.children[0]?.type === 'Spread') return undefined;
  return childOf(property, 'PropertyDefinition', 'String', 'Number');
}

/** The property's value; the property itself for a method, its name for a shorthand. */
export function valueOfProperty(property: Node): Node {
  if (isFunction(property)) return property;
  const colon = property.children.findIndex((child) => child.type === ':');
  const value = colon < 0 ? property.children.at(-1) : property.children[colon + 1];
  return value ?? property;
}

/** The value of the last property of that name. */
export function propertyValue(object: Node, name: string): Node | undefined {
  const property = object.children.findLast((child) => child.type === 'Property' && keyOf(child) === name);
  return property && valueOfProperty(property);
}

const NAMES: ReadonlySet<string> = new Set(['PropertyName', 'PrivatePropertyName', 'TypeName']);

/** `b` of `a.b`, `a?.b` and `a['b']`. */
export function memberName(member: Node): string | undefined {
  const last = member.children.findLast((child) => child.type !== ']');
  if (last && NAMES.has(last.type)) return textOf(last);
  return last?.type === 'String' ? unquote(textOf(last)) : undefined;
}
