import type { Options } from '../../model/call';
import type { Entry, Value } from '../../model/entry';
import type { Span } from '../../model/span';
import type { Code } from './code';
import { settledValue } from './evaluate';
import { follow, keyNodeOf, keyOf, valueOfProperty } from './follow';
import { isFunction, type Node, partsOf } from './tree';

/** A property of an object, seen through names and spreads. */
export interface Property {
  /** With the objects around it: `retry.retries`. */
  readonly path: string;
  readonly key: Node;
  readonly value: Node;
  readonly span: Span;
}

export interface ObjectShape {
  /** The literal, when there is one. */
  readonly literal: Node | undefined;
  readonly properties: readonly Property[];
  readonly complete: boolean;
}

/** Deeper objects are somebody's data rather than options. */
const MAX_NESTING = 4;

/** The shape of an object as far as the file shows it; later properties win, as in JavaScript. */
export function shapeOf(code: Code, node: Node, prefix = '', depth = 0): ObjectShape {
  const literal = follow(code, node);
  if (literal.type !== 'ObjectExpression' || depth > MAX_NESTING) {
    return { literal: undefined, properties: [], complete: false };
  }
  const properties: Property[] = [];
  let complete = true;
  for (const part of partsOf(literal)) {
    const added = part.type === 'Property' ? propertiesOf(code, part, prefix, depth) : undefined;
    properties.push(...(added?.properties ?? []));
    complete &&= added?.complete ?? false;
  }
  return { literal, properties, complete };
}

type Added = Pick<ObjectShape, 'properties' | 'complete'>;

function propertiesOf(code: Code, property: Node, prefix: string, depth: number): Added {
  if (property.children[0]?.type === 'Spread') {
    const from = property.children[1];
    return from ? shapeOf(code, from, prefix, depth + 1) : { properties: [], complete: false };
  }
  const key = keyNodeOf(property);
  const name = keyOf(code, property);
  if (!key || name === undefined) return { properties: [], complete: false };
  const value = valueOfProperty(property);
  const own: Property = { path: prefix + name, key, value, span: { start: property.start, end: property.end } };
  const isNested = !isFunction(value) && follow(code, value).type === 'ObjectExpression';
  const nested = isNested ? shapeOf(code, value, `${prefix}${name}.`, depth + 1) : undefined;
  return { properties: [own, ...(nested?.properties ?? [])], complete: nested?.complete ?? true };
}

/** Kafka's own name of an option, or the option's when Kafka has none. */
export type CanonicalKey = (path: string) => string;

/** The options of a call's argument; a missing argument is an object without options. */
export function optionsOf(code: Code, call: Node, argument: Node | undefined, canonical: CanonicalKey): Options {
  if (!argument) return { span: argumentsOf(call), entries: [], completeness: 'complete' };
  const shape = shapeOf(code, argument);
  const entries = entriesOf(code, shape, canonical);
  const { start, end } = shape.literal ?? call;
  return { span: { start, end }, entries, completeness: shape.complete ? 'complete' : 'fragment' };
}

function argumentsOf(call: Node): Span {
  const list = call.children.find((child) => child.type === 'ArgList') ?? call;
  return { start: list.start, end: list.end };
}

export function entriesOf(code: Code, shape: ObjectShape, canonical: CanonicalKey): Entry[] {
  const winners = new Map(shape.properties.map((property) => [property.path, property]));
  const entries = new Map(shape.properties.map((property) => [property, entryOf(code, property, canonical)]));
  for (const [property, entry] of entries) {
    const winner = winners.get(property.path);
    const winning = winner && winner !== property ? entries.get(winner) : undefined;
    if (winning) entry.overriddenBy = winning;
  }
  return [...entries.values()];
}

type MutableEntry = { -readonly [Key in keyof Entry]: Entry[Key] };

function entryOf(code: Code, { path, key, value, span }: Property, canonical: CanonicalKey): MutableEntry {
  return {
    key: canonical(path),
    writtenKey: path,
    keySpan: { start: key.start, end: key.end },
    value: written(code, key, value),
    span,
  };
}

/** A value is marked where it is used, even when it is settled elsewhere. */
function written(code: Code, key: Node, value: Node): Value {
  const found = settledValue(code, value);
  const at = isFunction(value) && value.type === 'Property' ? key : value;
  return { ...found, span: { start: at.start, end: at.end } };
}
