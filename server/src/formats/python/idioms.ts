import { type Binding, bindingOf, textOf } from '../code/code';
import { evaluate } from '../code/evaluate';
import { enclosingFunction, nameOf, parametersOf } from '../code/functions';
import type { Idioms, Literal, Part, Program } from '../code/idioms';
import type { CallParts } from '../code/language';
import { calledFunction } from '../code/names';
import { bare, childOf, type Node, partsOf } from '../code/tree';
import { argumentsOf } from './arguments';
import { ownerOf } from './declarations';
import { plainLiteral } from './literals';

/** How Python programs put settings together: dicts, `dict()`, `update`, `**`. */
export const idioms: Idioms = {
  names: ['VariableName', 'MemberExpression'],
  bindingOf: bindingAt,
  foreign,
  foreignFunction: (program, { callee }) => {
    const found = foreign(program, callee);
    return found?.kind === 'function' ? found.init : undefined;
  },
  isOwnCall: ({ receiver }: CallParts) => receiver === undefined || /^(?:self|cls)$/.test(textOf(receiver)),
  literal,
  operands: (node) => {
    const [left, sign, right] = node.type === 'BinaryExpression' ? node.children : [];
    return left && sign && right ? { left, sign: textOf(sign), right } : undefined;
  },
  isConstructor: (made) => /^__(?:post_)?init__$/.test(nameOf(made) ?? ''),
  made,
  use,
};

/** A member of the object is known by its whole name; one that the class itself declares by its last part. */
function bindingAt(node: Node): Binding | undefined {
  if (node.type === 'VariableName') return isKeyword(node) ? undefined : bindingOf(node);
  const owner = node.type === 'MemberExpression' ? ownerOf(node) : undefined;
  if (!owner) return undefined;
  const names = node.source.scopes.get(owner);
  const last = node.children.at(-1);
  return names?.get(textOf(node)) ?? (last && names?.get(textOf(last)));
}

/** `name` of `from module import name`, and `module.name`: what the module's file declares at its top. */
function foreign(program: Program, node: Node): Binding | undefined {
  if (node.type === 'VariableName') return imported(program, bindingAt(node));
  const [object] = node.type === 'MemberExpression' ? node.children : [];
  const last = node.children.at(-1);
  const binding = object?.type === 'VariableName' ? bindingOf(object) : undefined;
  if (binding?.kind !== 'import' || binding.module === undefined || last?.type !== 'PropertyName') return undefined;
  const module = [binding.module, ...binding.path].join(binding.module.endsWith('.') ? '' : '.');
  return imported(program, { ...binding, module, path: [textOf(last)] });
}

/** A file may hand on what it imports itself, though not for ever. */
const MAX_HANDS = 5;

function imported({ fileOf }: Program, binding: Binding | undefined): Binding | undefined {
  let found = binding;
  for (let hands = 0; found?.kind === 'import' && hands < MAX_HANDS; hands++) {
    const [name] = found.path;
    const root: Node | undefined = found.module === undefined ? undefined : fileOf(found.node.source, found.module);
    found = root && name !== undefined ? root.source.scopes.get(root)?.get(name) : undefined;
  }
  return found?.kind === 'import' ? undefined : found;
}

/** `acks` in `make(acks=1)` refers to nothing. */
function isKeyword(name: Node): boolean {
  const list = name.parent;
  if (list?.type !== 'ArgList') return false;
  return list.children[list.children.indexOf(name) + 1]?.type === 'AssignOp';
}

const CONVERSIONS: ReadonlySet<string> = new Set(['str', 'int', 'float', 'bool']);
/** Functions that read a variable of the environment, with what holds where it is not set. */
const ENVIRONMENT =
  /^(?:os\.)?(?:getenv|environ\.get)$|^(?:env|config|decouple\.config|environ\.Env)(?:\.(?:str|int|bool))?$/;

function literal(program: Program, node: Node): Literal | undefined {
  if (node.type === 'CallExpression') return ofCall(program, node);
  if (node.type === 'BinaryExpression' && childOf(node, 'or')) {
    const last = node.children.at(-1);
    const value = last && evaluate(program, last);
    return value && { ...value, fallback: true };
  }
  if (node.type === 'ArrayExpression' || node.type === 'TupleExpression') {
    const elements = partsOf(node).map((part) => evaluate(program, part));
    const known = elements.filter((element) => element !== undefined);
    if (known.length < elements.length) return undefined;
    const fallback = known.some((element) => element.fallback) && { fallback: true as const };
    return { text: known.map(({ text }) => text).join(','), form: 'list', ...fallback };
  }
  return plainLiteral(node);
}

function ofCall(program: Program, node: Node): Literal | undefined {
  const call = node.source.language.callParts(node);
  if (!call) return undefined;
  const [first, second] = call.arguments;
  const callee = textOf(call.callee);
  if (first && call.arguments.length === 1 && CONVERSIONS.has(callee)) return evaluate(program, first);
  if (callee === 'float' || !ENVIRONMENT.test(callee)) return undefined;
  const list = childOf(node, 'ArgList');
  const keyword = list && argumentsOf(list).keywords.find(({ key }) => textOf(key) === 'default');
  const value = second ?? keyword?.value;
  const fallback = value && evaluate(program, value);
  return fallback && fallback.form !== 'null' ? { ...fallback, fallback: true } : undefined;
}

const COPIES: ReadonlySet<string> = new Set(['copy', 'deepcopy', 'copy.copy', 'copy.deepcopy']);

function made(_program: Program, node: Node): readonly Part[] | undefined {
  if (node.type === 'DictionaryExpression') return ofDictionary(node);
  if (node.type === 'BinaryExpression' && childOf(node, 'BitOp')) {
    return [node.children[0], node.children[2]].flatMap((from): Part[] => (from ? [{ kind: 'all', from }] : []));
  }
  const call = node.source.language.callParts(node);
  const list = call && childOf(node, 'ArgList');
  if (!call || !list) return undefined;
  const [first] = call.arguments;
  if (call.method === 'copy' && call.receiver && !first) return [{ kind: 'all', from: call.receiver }];
  if (first && COPIES.has(textOf(call.callee))) return [{ kind: 'all', from: first }];
  return textOf(call.callee) === 'dict' ? ofArguments(list) : undefined;
}

function ofDictionary(node: Node): Part[] {
  const parts = partsOf(node).filter(({ type }) => type !== ':');
  const found: Part[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const [key, value] = [parts[index], parts[index + 1]];
    if (!key || !value) found.push({ kind: 'unknown' });
    else if (key.type === '**') found.push({ kind: 'all', from: value });
    else if (key.type === '⚠' || value.type === '⚠') found.push({ kind: 'unknown' });
    else found.push({ kind: 'setting', key, value, whole: wholeOf(key, value) });
  }
  return found;
}

/** What a call's arguments put together: a mapping first, names, and what stands behind `**`. */
export function ofArguments(list: Node): Part[] {
  const { positional, keywords, spread } = argumentsOf(list);
  return [
    ...positional.map((from): Part => ({ kind: 'all', from })),
    ...keywords.map(({ key, value }): Part => ({ kind: 'setting', key, value, whole: wholeOf(key, value) })),
    ...spread.map((from): Part => ({ kind: 'all', from })),
  ];
}

/** A stretch of the text that is no node of its own. */
export function wholeOf(first: Node, last: Node): Node {
  return { ...first, end: last.end, children: [] };
}

const READS = /^(?:get|items|keys|values|copy|__getitem__)$/;
const CHANGES = /^(?:setdefault|popitem|clear)$/;

function use(program: Program, name: Node): readonly Part[] {
  const { parent } = name;
  if (!parent) return [];
  if (parent.type === 'MemberExpression' && parent.children[0] === name) return ofMember(parent);
  if (parent.type === 'UpdateStatement' && parent.children[0] === name) return updated(parent);
  if (parent.type === 'ArgList') return handedOver(program, parent, name);
  return [];
}

function updated(statement: Node): Part[] {
  const from = statement.children.at(-1);
  return from && textOf(statement.children[1] ?? from) === '|=' ? [{ kind: 'all', from }] : [{ kind: 'unknown' }];
}

function ofMember(member: Node): readonly Part[] {
  const { parent } = member;
  const bracket = member.children.findIndex(({ type }) => type === '[');
  if (bracket > 0) {
    const key = member.children[bracket + 1];
    if (parent?.type === 'DeleteStatement') return key ? [{ kind: 'removal', key, whole: parent }] : [];
    const isTarget = parent?.type === 'AssignStatement' && parent.children[0] === member;
    const value = parent?.children.at(-1);
    if (isTarget && key && value) return [{ kind: 'setting', key, value, whole: parent }];
    return parent?.type === 'UpdateStatement' ? [{ kind: 'unknown' }] : [];
  }
  const call = parent?.type === 'CallExpression' && parent.children[0] === member ? parent : undefined;
  const method = textOf(member.children.at(-1) ?? member);
  if (!call || READS.test(method)) return [];
  const list = childOf(call, 'ArgList');
  if (method === 'update' && list) return ofArguments(list);
  const [popped] = method === 'pop' && list ? argumentsOf(list).positional : [];
  if (popped) return [{ kind: 'removal', key: popped, whole: call }];
  return CHANGES.test(method) ? [{ kind: 'unknown' }] : [];
}

/** Functions that only look at what they are given; the names of classes begin with a capital letter. */
const LOOKS =
  /^(?:print|pprint|len|str|repr|dict|list|sorted|copy|deepcopy|dumps|log|debug|info|warning|error|exception|isinstance|bool|type|enumerate|append|field)$/;

function handedOver(program: Program, list: Node, name: Node): readonly Part[] {
  const before = list.children[list.children.indexOf(name) - 1];
  const call = list.parent?.source.language.callParts(list.parent);
  if (!call || before?.type === '**' || LOOKS.test(call.method) || /^_?[A-Z]/.test(call.method)) return [];
  if (call.method === '__init__' || textOf(call.callee) === 'super') return [];
  const made = calledFunction(program, call);
  const index = call.arguments.indexOf(bare(name));
  const parameter = made && index >= 0 ? parametersOf(made)[index] : undefined;
  const to = parameter && bindingOf(parameter);
  return to && made && enclosingFunction(name) !== made ? [{ kind: 'handed', to }] : [{ kind: 'unknown' }];
}
