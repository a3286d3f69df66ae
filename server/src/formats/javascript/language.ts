import type { Parser } from '@lezer/common';
import { parser } from '@lezer/javascript';
import type { Loop } from '../../model/call';
import { tableOf } from '../../model/tableOf';
import { callbackOf } from '../code/callbacks';
import { textOf } from '../code/code';
import type { CallParts, Language, LoopParts } from '../code/language';
import { childOf, childrenOf, type Node, partsOf } from '../code/tree';
import { memberName } from './properties';

export type Dialect = 'js' | 'jsx' | 'ts' | 'tsx';

/** Small buffers let more of a tree be kept when a text changes, at no cost that could be measured. */
const whole = parser.configure({ bufferLength: 512 });

const shared: Omit<Language, 'parser'> = {
  blocks: new Set(['Script', 'SingleExpression', 'Block', 'ForStatement', 'CatchClause']),
  statement: /Statement$|Declaration$/,
  eachMethods: tableOf({ forEach: 'for-each', map: 'map', flatMap: 'map' }),
  pause: /\bawait\s+(?:new\s+Promise\b|[\w.]{0,80}(?:sleep|delay|wait|pause|timeout|timer)\w*)/gi,
  isFunction,
  parametersOf,
  nameOf,
  innerOf,
  callParts,
  loopParts,
  decides,
  guards,
  serves,
  isStartUp: (made) => START_UP.test(nameOf(made) ?? ''),
};

const languageWith = (of: Parser): Language => ({ ...shared, parser: of });

/** JavaScript and what has grown from it. */
export const LANGUAGES: Readonly<Record<Dialect, Language>> = {
  js: languageWith(whole),
  jsx: languageWith(whole.configure({ dialect: 'jsx' })),
  ts: languageWith(whole.configure({ dialect: 'ts' })),
  tsx: languageWith(whole.configure({ dialect: 'ts jsx' })),
};

const FUNCTIONS: ReadonlySet<string> = new Set([
  'ArrowFunction',
  'FunctionExpression',
  'FunctionDeclaration',
  'MethodDeclaration',
]);

/** True for functions, and for methods of classes and of objects. */
function isFunction(node: Node): boolean {
  return FUNCTIONS.has(node.type) || (node.type === 'Property' && childOf(node, 'ParamList') !== undefined);
}

function parametersOf(made: Node): readonly Node[] {
  const list = childOf(made, 'ParamList');
  return list ? childrenOf(list, 'VariableDefinition', 'ObjectPattern', 'ArrayPattern') : [];
}

function nameOf(made: Node): string | undefined {
  const own = childOf(made, 'VariableDefinition', 'PropertyDefinition', 'PrivatePropertyDefinition');
  if (own) return textOf(own);
  const holder = made.parent;
  if (holder?.type !== 'VariableDeclaration' && holder?.type !== 'Property') return undefined;
  const name = holder.children[holder.children.indexOf(made) - 2];
  return name && textOf(name);
}

/** The inside of brackets, casts, `await` and `!`. */
function innerOf(node: Node): Node | undefined {
  switch (node.type) {
    case 'ParenthesizedExpression':
      return partsOf(node)[0];
    case 'AwaitExpression':
      return node.children.find((child) => child.type !== 'await');
    case 'PostfixExpression':
      return node.children[1]?.type === '!' || node.children[1]?.type === 'LogicOp' ? node.children[0] : undefined;
    case 'InstantiationExpression':
      return node.children[0];
    case 'PrefixCast':
      return node.children.at(-1);
    case 'BinaryExpression':
      return childOf(node, 'as', 'satisfies') ? node.children[0] : genericArrow(node);
    default:
      return undefined;
  }
}

/** `async <T>() => ...`, which the parser takes for two comparisons with `async`. */
function genericArrow({ children: [left, , right] }: Node): Node | undefined {
  const [name] = left?.type === 'BinaryExpression' ? left.children : [];
  return right?.type === 'ArrowFunction' && name && textOf(name) === 'async' ? right : undefined;
}

function callParts(node: Node): CallParts | undefined {
  const [callee] = node.type === 'CallExpression' ? node.children : [];
  const list = callee && childOf(node, 'ArgList');
  if (!callee || !list) return undefined;
  const parts = { callee, arguments: partsOf(list) };
  if (callee.type !== 'MemberExpression') return { ...parts, name: callee, method: textOf(callee) };
  const [receiver] = callee.children;
  const method = memberName(callee);
  const name = callee.children.findLast((child) => child.type !== ']');
  return receiver && name && method !== undefined ? { ...parts, name, method, receiver } : undefined;
}

const LOOPS: Readonly<Record<string, Loop['kind']>> = tableOf({
  ForStatement: 'for',
  WhileStatement: 'while',
  DoStatement: 'while',
});

function loopParts(statement: Node, inside: Node): LoopParts | undefined {
  const kind = LOOPS[statement.type];
  if (!kind) return undefined;
  const body = statement.type === 'DoStatement' ? statement.children[1] : statement.children.at(-1);
  if (!body || body !== inside) return undefined;
  const spec = childOf(statement, 'ForOfSpec', 'ForInSpec');
  const of = spec ? partsOf(spec) : [];
  const item = of.find((part) => /Definition$|Pattern$/.test(part.type));
  const collection = of.at(-1);
  const overElements = childOf(statement, 'await') ? 'for-await' : 'for-of';
  return {
    kind: spec?.type === 'ForOfSpec' ? overElements : kind,
    body,
    ...(item && { item }),
    ...(collection && collection !== item && { collection }),
  };
}

const DECIDING: ReadonlySet<string> = new Set([
  'IfStatement',
  'ConditionalExpression',
  'SwitchStatement',
  'CatchClause',
  'FinallyClause',
]);

function decides(parent: Node): boolean {
  if (DECIDING.has(parent.type)) return true;
  return parent.type === 'BinaryExpression' && /^(?:&&|\|\||\?\?)$/.test(textOf(parent.children[1] ?? parent));
}

function guards(parent: Node, child: Node): boolean {
  return parent.type === 'TryStatement' && parent.children[1] === child && childOf(parent, 'CatchClause') !== undefined;
}

const START_UP =
  /^(?:main|run|start\w*|bootstrap|init\w*|setup\w*|(?:re)?connect\w*|onModule\w*|onApplication\w*|constructor|before\w*|seed\w*|demo|example|test\w*)$/i;
const SERVED = /^(?:get|post|put|patch|delete|all|use|on)$/;
const SERVER = /(?:^|\.)(?:app|router|server|fastify|api|routes?|io|socket|ws|bot)$/i;
const SERVING_DECORATOR =
  /^@(?:Get|Post|Put|Patch|Delete|All|MessagePattern|EventPattern|Cron|Interval|OnEvent|Process)\b/;
const REQUEST_PARAMETERS = /^(?:_?req(?:uest)?|ctx|event)$/;

function serves(made: Node): boolean {
  const decorators = childrenOf(made, 'Decorator').map((decorator) => textOf(decorator));
  if (decorators.some((text) => SERVING_DECORATOR.test(text))) return true;
  const name = nameOf(made);
  if (name === 'eachMessage' || name === 'eachBatch' || name === 'handler') return true;
  const callback = callbackOf(made);
  if (callback && SERVED.test(callback.method) && SERVER.test(textOf(callback.receiver))) return true;
  if (made.parent?.parent && /^setInterval\(/.test(textOf(made.parent.parent))) return true;
  const [first, second] = parametersOf(made).map((parameter) => textOf(parameter));
  return (
    second !== undefined && /^(?:res(?:ponse)?|reply|next|h)$/.test(second) && REQUEST_PARAMETERS.test(first ?? '')
  );
}
