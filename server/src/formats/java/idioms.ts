import { type Binding, textOf } from '../code/code';
import { declarationOf } from '../code/follow';
import { enclosingFunction, parametersOf } from '../code/functions';
import type { Idioms, NumberForm, Operands, Part, Program } from '../code/idioms';
import type { CallParts } from '../code/language';
import { calledFunction } from '../code/names';
import { childOf, childrenOf, type Node, walk } from '../code/tree';
import { consumedArgument } from './clients';
import { declaredAs, TYPES } from './declarations';
import { foreign, foreignFunction } from './foreign';
import { annotationsOf, CONSTRUCTOR } from './language';
import { argumentsOf, literalOf, numberForm } from './values';

/** How Java puts settings together: maps that are made whole, and maps that statements fill. */
export const idioms: Idioms = {
  names: ['Identifier', 'FieldAccess'],
  bindingOf: declaredAs,
  foreign,
  foreignFunction,
  isOwnCall: ({ receiver }) => !receiver || receiver.type === 'this' || isOwnClass(receiver),
  literal: literalOf,
  declaredForm,
  operands,
  largest: (form) => (form === 'number' ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER),
  isConstructor: (made) => made.source.language.nameOf(made) === CONSTRUCTOR || isPostConstruct(made),
  made,
  use,
};

/** What a container calls before anybody has the object. */
function isPostConstruct(made: Node): boolean {
  return annotationsOf(made).some((annotation) => /^@(?:\w+\.)*PostConstruct\b/.test(textOf(annotation)));
}

/** A static method of the class around it, called by the class's name. */
function isOwnClass(receiver: Node): boolean {
  for (let at = receiver.parent; at; at = at.parent) {
    const name = at.type === 'ClassDeclaration' ? childOf(at, 'Definition') : undefined;
    if (name && textOf(name) === textOf(receiver)) return true;
  }
  return false;
}

/** `long MB = 1024 * 1024` is a long, although it is computed as int. */
function declaredForm(program: Program, node: Node): NumberForm | undefined {
  const call = node.source.language.callParts(node);
  const declared = call ? childOf(calledFunction(program, call), ...TYPES) : declarationOf(program, node)?.annotation;
  return declared && numberForm(textOf(declared));
}

function operands(node: Node): Operands | undefined {
  const [left, sign, right] = node.type === 'BinaryExpression' ? node.children : [];
  return left && sign && right ? { left, sign: textOf(sign), right } : undefined;
}

const UNKNOWN: readonly Part[] = [{ kind: 'unknown' }];

function made(program: Program, node: Node): readonly Part[] | undefined {
  if (node.type === 'ObjectCreationExpression') return constructed(node);
  const call = node.source.language.callParts(node);
  return call && (literalMap(call) ?? copied(call) ?? builder(program, call));
}

const MAPS =
  /^(?:java\.util\.)?(?:Properties|(?:Linked|Concurrent|Tree|Enum|Identity)?Hash(?:Map|table)|TreeMap|Hashtable|ConcurrentHashMap)(?:\s*<[\s\S]*)?$/;

function constructed(node: Node): readonly Part[] | undefined {
  const type = childOf(node, 'TypeName', 'GenericType', 'ScopedTypeName');
  if (!type || !MAPS.test(textOf(type))) return undefined;
  const [first, ...rest] = argumentsOf(node);
  const start = first && rest.length === 0 ? copyOf(first) : [];
  const body = childOf(node, 'ClassBody');
  return [...start, ...(body ? putsIn(body) : [])];
}

/** A number is a capacity; the defaults of Properties are what most readers of them never see. */
function copyOf(from: Node): readonly Part[] {
  return /Literal$/.test(from.type) ? [] : [{ kind: 'all', from }];
}

/** `new HashMap<>() {{ put(key, value); }}`. */
function putsIn(body: Node): readonly Part[] {
  const parts: Part[] = [];
  walk(body, (node) => {
    const call = node.source.language.callParts(node);
    if (call && !call.receiver) parts.push(...changed(call, node));
    return undefined;
  });
  return parts;
}

const OF = /^(?:Immutable)?Map$/;

/** `Map.of(key, value, ...)`, `Map.ofEntries(Map.entry(key, value))` and the maps with one entry or none. */
function literalMap({ receiver, method, arguments: given }: CallParts): readonly Part[] | undefined {
  const on = receiver ? textOf(receiver) : '';
  if (on === 'Collections' && method === 'emptyMap') return [];
  const isOf = (OF.test(on) && method === 'of') || (on === 'Collections' && method === 'singletonMap');
  if (isOf) return pairs(given);
  if (!(OF.test(on) && method === 'ofEntries')) return undefined;
  return given.flatMap((entry) => {
    const call = entry.source.language.callParts(entry);
    return call && /^(?:entry|of)$/.test(call.method) ? pairs(call.arguments, entry) : UNKNOWN;
  });
}

function pairs(given: readonly Node[], entry?: Node): readonly Part[] {
  const parts: Part[] = [];
  for (let index = 0; index + 1 < given.length; index += 2) {
    const [key, value] = given.slice(index, index + 2);
    if (!key || !value) continue;
    const whole = entry ?? { ...key, end: value.end };
    parts.push({ kind: 'setting', key, value, whole });
  }
  return parts;
}

/** What gives the same map again. */
function copied({ receiver, method, arguments: [first] }: CallParts): readonly Part[] | undefined {
  const name = `${receiver ? textOf(receiver) : ''}.${method}`;
  const isCopy = /^(?:(?:Immutable)?Map\.copyOf|Collections\.(?:unmodifiable|synchronized)Map|Maps\.newHashMap)$/.test(
    name,
  );
  if (!isCopy) return undefined;
  return first ? [{ kind: 'all', from: first }] : [];
}

/** `ImmutableMap.builder().put(key, value).build()`. */
function builder(program: Program, { receiver, method, arguments: given }: CallParts): readonly Part[] | undefined {
  const before = receiver && (receiver.source.language.callParts(receiver) ? made(program, receiver) : undefined);
  const [key, value] = given;
  if (receiver && textOf(receiver) === 'ImmutableMap' && method === 'builder') return [];
  if (!before) return undefined;
  if (/^build(?:OrThrow|KeepingLast)?$/.test(method)) return before;
  if (method === 'put' && key && value)
    return [...before, { kind: 'setting', key, value, whole: { ...key, end: value.end } }];
  return method === 'putAll' && key ? [...before, { kind: 'all', from: key }] : undefined;
}

const READING =
  /^(?:get\w*|containsKey|containsValue|isEmpty|size|keySet|values|entrySet|toString|equals|hashCode|stringPropertyNames|propertyNames|forEach|list|stream)$/;

function use(program: Program, name: Node): readonly Part[] {
  const { parent } = name;
  switch (parent?.type) {
    case 'MethodInvocation': {
      const call = parent.source.language.callParts(parent);
      return call?.receiver === name ? changed(call, parent) : UNKNOWN;
    }
    case 'ArgumentList':
      return handed(program, name, parent);
    case 'ReturnStatement':
    case 'BinaryExpression':
      return [];
    // A parameter that a member keeps, and a member that is given its value.
    case 'AssignmentExpression':
      return [];
    case 'LambdaExpression':
      return [];
    default:
      return UNKNOWN;
  }
}

function changed({ method, arguments: given }: CallParts, whole: Node): readonly Part[] {
  const [key, value] = given;
  if ((method === 'put' || method === 'setProperty') && key && value) return [{ kind: 'setting', key, value, whole }];
  if (method === 'putAll' && key) return [{ kind: 'all', from: key }];
  if (method === 'remove' && key) return [{ kind: 'removal', key, whole }];
  return READING.test(method) ? [] : UNKNOWN;
}

const HARMLESS =
  /^(?:println|print|printf|info|debug|warn|error|trace|copyOf|unmodifiableMap|format|valueOf|requireNonNull|of)$/;

/** What happens to a map that is an argument. */
function handed(program: Program, name: Node, list: Node): readonly Part[] {
  const holder = list.parent;
  if (!holder || consumedArgument(holder) === name || isCopied(holder)) return [];
  const call = holder.source.language.callParts(holder);
  if (!call) return UNKNOWN;
  const own = calledFunction(program, call);
  if (own) return ofParameter(own, call.arguments.indexOf(name));
  return HARMLESS.test(call.method) || call.method === 'putAll' ? [] : UNKNOWN;
}

function isCopied(holder: Node): boolean {
  const type = holder.type === 'ObjectCreationExpression' ? childOf(holder, 'TypeName', 'GenericType') : undefined;
  return type !== undefined && MAPS.test(textOf(type));
}

function ofParameter(own: Node, index: number): readonly Part[] {
  const parameter = parametersOf(own)[index];
  const [definition] = parameter ? childrenOf(parameter, 'Definition') : [];
  const binding = definition && bindingIn(own, definition);
  return binding ? [{ kind: 'handed', to: binding }] : UNKNOWN;
}

function bindingIn(own: Node, definition: Node): Binding | undefined {
  const binding = own.source.scopes.get(own)?.get(textOf(definition));
  return binding && enclosingFunction(definition) === own ? binding : undefined;
}
