import { type Binding, bindingOf, textOf } from '../code/code';
import { evaluate } from '../code/evaluate';
import { parametersOf } from '../code/functions';
import type { Idioms, Literal, Part, Program } from '../code/idioms';
import { calledFunction } from '../code/names';
import { childOf, childrenOf, type Node, partsOf } from '../code/tree';
import { appendsTo } from './declarations';
import { fieldOf } from './fields';
import { plainLiteral } from './literals';
import { calledName } from './packages';

/** How programs in Go put settings together: composite literals, assignments to fields, options in a slice. */
export const idioms: Idioms = {
  names: ['VariableName', 'SelectorExpr'],
  bindingOf: bindingAt,
  isOwnCall: ({ receiver }) => receiver === undefined || bindingOf(receiver)?.kind !== 'import',
  literal,
  operands: (node) => {
    const [left, sign, right] = node.type === 'BinaryExp' ? node.children : [];
    return left && sign && right ? { left, sign: textOf(sign), right } : undefined;
  },
  isConstructor: () => false,
  made,
  use,
};

function bindingAt(node: Node): Binding | undefined {
  if (node.type === 'VariableName') return node.parent?.type === 'Key' ? undefined : bindingOf(node);
  return node.type === 'SelectorExpr' ? fieldOf(node) : undefined;
}

const CONVERSIONS: ReadonlySet<string> = new Set(['int', 'int16', 'int32', 'int64', 'string', 'float64']);
/** A helper of one's own that reads a variable of the environment, with what holds where it is not set. */
const ENVIRONMENT = /env/i;

function literal(program: Program, node: Node): Literal | undefined {
  if (node.type === 'CallExpr') return ofCall(program, node);
  if (node.type !== 'TypedLiteral') return plainLiteral(node);
  const type = childOf(node, 'SliceType');
  const list = childOf(node, 'LiteralValue');
  if (!type || !list || textOf(type) !== '[]string') return undefined;
  return listOf(
    program,
    childrenOf(list, 'Element').map((element) => element.children[0] ?? element),
  );
}

function listOf(program: Program, parts: readonly Node[]): Literal | undefined {
  const elements = parts.map((part) => evaluate(program, part));
  const known = elements.filter((element) => element !== undefined);
  if (known.length < elements.length) return undefined;
  const fallback = known.some((element) => element.fallback) && { fallback: true as const };
  return { text: known.map(({ text }) => text).join(','), form: 'list', ...fallback };
}

function ofCall(program: Program, node: Node): Literal | undefined {
  const call = node.source.language.callParts(node);
  if (!call) return undefined;
  const [first, second] = call.arguments;
  if (first && !second && CONVERSIONS.has(textOf(call.callee))) return evaluate(program, first);
  if (calledName(node)?.name === 'TCP' && !/\.\.\.\)$/.test(textOf(node))) return listOf(program, call.arguments);
  if (textOf(call.callee) === 'strings.Split' && first) return asList(evaluate(program, first));
  const value =
    second && call.arguments.length === 2 && ENVIRONMENT.test(call.method) ? evaluate(program, second) : undefined;
  return value && { ...value, fallback: true };
}

function asList(value: Literal | undefined): Literal | undefined {
  return value && { ...value, form: 'list' };
}

function made(program: Program, node: Node): readonly Part[] | undefined {
  if (node.type === 'TypedLiteral') return ofLiteral(program, node);
  const name = calledName(node);
  if (name?.library === 'sarama' && name.name === 'NewConfig') return [];
  const call = node.source.language.callParts(node);
  if (call?.method !== 'append' || call.receiver) return undefined;
  const [first, ...rest] = call.arguments;
  if (!first) return undefined;
  return [{ kind: 'all', from: first }, ...ofOptions(program, rest)];
}

function ofLiteral(program: Program, node: Node): readonly Part[] {
  const list = childOf(node, 'LiteralValue');
  const elements = list ? childrenOf(list, 'Element') : [];
  if (childOf(node, 'SliceType'))
    return ofOptions(
      program,
      elements.map((element) => element.children[0] ?? element),
    );
  return elements.map((element): Part => {
    const key = childOf(element, 'Key')?.children[0];
    const value = element.children.at(-1);
    return key && value ? { kind: 'setting', key, value, whole: element } : { kind: 'unknown' };
  });
}

/** `kgo.ProducerLinger(0)`: its name is the key; without an argument the call itself stands for the value. */
export function ofOptions(program: Program, options: readonly Node[]): Part[] {
  return options.map((option): Part => {
    const name = calledName(option);
    const call = option.source.language.callParts(option);
    if (name?.library === 'franz-go' && call) {
      return { kind: 'setting', key: call.name, value: call.arguments[0] ?? option, whole: option };
    }
    return program.idioms.bindingOf(option) ? { kind: 'all', from: option } : { kind: 'unknown' };
  });
}

function use(program: Program, name: Node): readonly Part[] {
  const outermost = selectorAround(name);
  const { parent } = outermost;
  if (!parent) return [];
  const isChanged = parent.type === 'Assignment' && parent.children[0] === outermost;
  const value = isChanged ? parent.children[parent.children.findIndex(({ type }) => type === '=') + 1] : undefined;
  if (outermost !== name) {
    if (parent.type === 'CallExpr' && parent.children[0] === outermost) return ofMethod(parent);
    if (value) return [{ kind: 'setting', key: outermost, value, whole: parent }];
    return isChanged ? [{ kind: 'unknown' }] : [];
  }
  if (parent.type === 'IndexExpr' || parent.type === 'ParenthesizedExp') return indexed(parent);
  const holder = parent.type === 'UnaryExp' ? parent.parent : parent;
  return holder?.type === 'Arguments' ? handedOver(program, holder, parent.type === 'UnaryExp' ? parent : name) : [];
}

/** `config.Producer.Flush.Bytes` for `config`. */
function selectorAround(name: Node): Node {
  let at = name;
  while (at.parent?.type === 'SelectorExpr' && at.parent.children[0] === at) at = at.parent;
  return at;
}

/** `config["acks"] = "all"`, also behind a pointer. */
function indexed(node: Node): readonly Part[] {
  let index: Node | undefined = node;
  while (index && index.type !== 'IndexExpr' && index.type !== 'Assignment') index = index.parent;
  const statement = index?.parent;
  const value = statement?.children.at(-1);
  const key = index && partsOf(index)[1];
  const isTarget = statement?.type === 'Assignment' && statement.children[0] === index;
  return isTarget && key && value ? [{ kind: 'setting', key, value, whole: statement }] : [];
}

function ofMethod(call: Node): readonly Part[] {
  const parts = call.source.language.callParts(call);
  const [key, value] = parts?.arguments ?? [];
  if (parts?.method === 'SetKey' && key && value) return [{ kind: 'setting', key, value, whole: call }];
  return parts?.method === 'Set' ? [{ kind: 'unknown' }] : [];
}

const LOOKS = /^(?:Print\w*|Sprint\w*|Debug\w*|Info\w*|Warn\w*|Error\w*|Fatal\w*|len|Marshal\w*)$/;

function handedOver(program: Program, list: Node, given: Node): readonly Part[] {
  const { parent } = list;
  const call = parent?.source.language.callParts(parent);
  if (!parent || !call || calledName(parent) || LOOKS.test(call.method)) return [];
  const index = call.arguments.indexOf(given);
  const [, removed] = call.arguments;
  if (call.method === 'delete' && !call.receiver && removed) return [{ kind: 'removal', key: removed, whole: parent }];
  if (call.method === 'append' && index === 0) return appended(program, parent, call.arguments.slice(1), textOf(given));
  const made = calledFunction(program, call);
  const parameter = made && index >= 0 ? parametersOf(made)[index] : undefined;
  const to = parameter && bindingOf(parameter);
  return to ? [{ kind: 'handed', to }] : [{ kind: 'unknown' }];
}

/** `options = append(options, kgo.ProducerLinger(0))`; what a copy gets is not the name's own. */
function appended(program: Program, call: Node, rest: readonly Node[], name: string): readonly Part[] {
  const target = call.parent?.type === 'Assignment' ? call.parent.children[0] : undefined;
  return target && textOf(target) === name && appendsTo(call, name) ? ofOptions(program, rest) : [];
}
