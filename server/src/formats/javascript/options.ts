import type { Options } from '../../model/call';
import type { Entry, Value } from '../../model/entry';
import { NOWHERE, type Span } from '../../model/span';
import { ask, bindingOf, type Code, isHere, spend, textOf } from '../code/code';
import { enclosingFunction } from '../code/functions';
import { bare, isFunction, type Node, partsOf } from '../code/tree';
import { settledValue } from './evaluate';
import { follow } from './follow';
import { keyNodeOf, keyOf, memberName, valueOfProperty } from './properties';
import { rootOf } from './uses';

/** A property of an object, seen through names and spreads. */
export interface Property {
  /** With the objects around it: `retry.retries`. */
  readonly path: string;
  readonly key: Node;
  readonly value: Node;
  /** The property as a whole. */
  readonly whole: Node;
  /** The innermost expression of the file itself through which it comes. */
  readonly anchor: Node;
  /** It is there in some cases only. */
  readonly conditional: boolean;
}

export interface ObjectShape {
  /** The literal, when there is one. */
  readonly literal: Node | undefined;
  readonly properties: readonly Property[];
  readonly complete: boolean;
}

/** Deeper objects are somebody's data rather than options. */
const MAX_NESTING = 4;

const UNKNOWN: ObjectShape = { literal: undefined, properties: [], complete: false };

/** Where in an object the look is at. */
interface Place {
  readonly prefix: string;
  readonly depth: number;
  readonly anchor: Node;
  readonly conditional: boolean;
}

/** The shape of an object as far as the files at hand show it; later properties win, as in JavaScript. */
export function shapeOf(code: Code, node: Node): ObjectShape {
  return ask(code, () => shapeAt(code, node, { prefix: '', depth: 0, anchor: node, conditional: false }));
}

function shapeAt(code: Code, node: Node, before: Place): ObjectShape {
  if (before.depth > MAX_NESTING || !spend(code)) return UNKNOWN;
  const place = isHere(code, node) ? { ...before, anchor: node } : before;
  const expression = bare(node);
  const branches = branchesOf(code, expression);
  if (branches) {
    const shapes = branches.objects.map((branch) => shapeAt(code, branch, { ...place, conditional: true }));
    return merged(branches.hidden ? [...shapes, UNKNOWN] : shapes);
  }
  const literal = follow(code, expression);
  const own = ofLiteral(code, literal, place);
  const changes = changesOf(code, expression, place);
  return { ...own, properties: [...own.properties, ...changes.properties], complete: own.complete && changes.complete };
}

function ofLiteral(code: Code, literal: Node, place: Place): ObjectShape {
  if (literal.type === 'CallExpression') return ofAssign(code, literal, place);
  if (literal.type !== 'ObjectExpression') return UNKNOWN;
  const at = isHere(code, literal) ? { ...place, anchor: literal } : place;
  const parts = partsOf(literal).map((part) => (part.type === 'Property' ? propertiesOf(code, part, at) : UNKNOWN));
  return { ...merged(parts), literal };
}

/** `Object.assign({}, base, { ssl: true })`. */
function ofAssign(code: Code, call: Node, place: Place): ObjectShape {
  const [callee, list] = call.children;
  if (!callee || !list || textOf(callee) !== 'Object.assign') return UNKNOWN;
  return merged(partsOf(list).map((part) => shapeAt(code, part, { ...place, depth: place.depth + 1 })));
}

function merged(shapes: readonly Pick<ObjectShape, 'properties' | 'complete'>[]): ObjectShape {
  const properties = shapes.flatMap((shape) => shape.properties);
  return { literal: undefined, properties, complete: shapes.every(({ complete }) => complete) };
}

interface Branches {
  readonly objects: readonly Node[];
  /** One of the branches cannot be seen. */
  readonly hidden: boolean;
}

/** The objects of `condition ? {...} : {...}`, `condition && {...}` and `{...} ?? {...}`. */
function branchesOf(code: Code, node: Node): Branches | undefined {
  const operands = operandsOf(node);
  const objects = operands.filter((one) => bare(one).type !== 'ConditionalExpression' && isObject(code, one));
  if (objects.length === 0) return undefined;
  return { objects, hidden: operands.some((one) => !objects.includes(one) && !NOTHING.test(textOf(one))) };
}

const NOTHING = /^(?:undefined|null|false|void 0)$/;

function operandsOf({ type, children }: Node): readonly Node[] {
  const sign = children[1] && type === 'BinaryExpression' ? textOf(children[1]) : '';
  const operands = type === 'ConditionalExpression' ? [children[2], children[4]] : [children[0], children[2]];
  if (type !== 'ConditionalExpression' && !/^(?:&&|\|\||\?\?)$/.test(sign)) return [];
  // What stands before `&&` is a condition.
  return (sign === '&&' ? operands.slice(1) : operands).filter((one) => one !== undefined);
}

function isObject(code: Code, node: Node): boolean {
  return follow(code, node).type === 'ObjectExpression';
}

function propertiesOf(code: Code, property: Node, place: Place): Pick<ObjectShape, 'properties' | 'complete'> {
  if (property.children[0]?.type === 'Spread') {
    const from = property.children[1];
    return from ? shapeAt(code, from, { ...place, depth: place.depth + 1 }) : UNKNOWN;
  }
  const key = keyNodeOf(property);
  const name = keyOf(property);
  if (!key || name === undefined) return UNKNOWN;
  return ofValue(code, { name, key, value: valueOfProperty(property), whole: property }, place);
}

interface Given {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
  readonly whole: Node;
}

/** A property and, where its value is an object, those in it. */
function ofValue(
  code: Code,
  { name, key, value, whole }: Given,
  { prefix, depth, anchor, conditional }: Place,
): Pick<ObjectShape, 'properties' | 'complete'> {
  const own: Property = { path: prefix + name, key, value, whole, anchor, conditional };
  const isNested = !isFunction(value) && (isObject(code, value) || branchesOf(code, bare(value)) !== undefined);
  const inside = { prefix: `${prefix}${name}.`, depth: depth + 1, anchor, conditional };
  const nested = isNested ? shapeAt(code, value, inside) : undefined;
  return { properties: [own, ...(nested?.properties ?? [])], complete: nested?.complete ?? true };
}

/** What is assigned to the object's properties after it is made, as in `config.ssl = true`. */
function changesOf(code: Code, name: Node, place: Place): Pick<ObjectShape, 'properties' | 'complete'> {
  const binding = name.type === 'VariableName' || name.type === 'PropertyDefinition' ? bindingOf(name) : undefined;
  if (!binding || binding.changed.length === 0) return { properties: [], complete: true };
  const home = enclosingFunction(binding.node);
  const shapes = binding.changed.map((assignment) => {
    const [target, operator, value] = assignment.children;
    const key = target && memberName(target);
    const last = target?.children.findLast((child) => child.type !== ']');
    if (!value || !last || key === undefined) return UNKNOWN;
    const isSure = assignment.parent?.parent === (home?.children.at(-1) ?? rootOf(assignment));
    const conditional = place.conditional || !isSure || operator?.type !== 'Equals';
    return ofValue(code, { name: key, key: last, value, whole: assignment }, { ...place, conditional });
  });
  return merged(shapes);
}

/** Kafka's own name of an option, or the option's when Kafka has none. */
export type CanonicalKey = (path: string) => string;

/** The options of a call's argument; a missing argument is an object without options. */
export function optionsOf(code: Code, call: Node, argument: Node | undefined, canonical: CanonicalKey): Options {
  if (!argument) return { span: argumentsOf(code, call), entries: [], completeness: 'complete' };
  const shape = shapeOf(code, argument);
  const entries = entriesOf(code, shape, canonical);
  const literal = shape.literal && isHere(code, shape.literal) ? shape.literal : call;
  return { span: spanOf(code, literal), entries, completeness: shape.complete ? 'complete' : 'fragment' };
}

function argumentsOf(code: Code, call: Node): Span {
  return spanOf(code, call.children.find((child) => child.type === 'ArgList') ?? call);
}

/** Where a node stands in the file itself. */
export function spanOf(code: Code, node: Node): Span {
  return isHere(code, node) ? { start: node.start, end: node.end } : NOWHERE;
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

function entryOf(code: Code, property: Property, canonical: CanonicalKey): MutableEntry {
  const { path, key, whole, anchor } = property;
  const value = written(code, property);
  const about = { key: canonical(path), writtenKey: path, value };
  if (isHere(code, key)) return { ...about, keySpan: spanOf(code, key), span: spanOf(code, whole) };
  const at = spanOf(code, anchor);
  return { ...about, keySpan: at, span: at, value: { ...value, span: at }, elsewhere: true };
}

/** A value is marked where it is used, even when it is settled elsewhere. */
function written(code: Code, { key, value, conditional }: Property): Value {
  const found = settledValue(code, value);
  const at = isFunction(value) && value.type === 'Property' ? key : value;
  const span = spanOf(code, at);
  return found.kind === 'literal' && conditional ? { ...found, span, fallback: true } : { ...found, span };
}
