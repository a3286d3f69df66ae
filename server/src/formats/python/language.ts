import { parser } from '@lezer/python';
import { tableOf } from '../../model/tableOf';
import { textOf } from '../code/code';
import type { CallParts, Language, LoopParts } from '../code/language';
import { childOf, childrenOf, type Node, partsOf } from '../code/tree';
import { argumentsOf } from './arguments';

export const python: Language = {
  parser: parser.configure({ bufferLength: 512 }),
  // A byte order mark before the first line would count as indentation.
  readable: (text) => (text.startsWith('\ufeff') ? `\n${text.slice(1)}` : text),
  blocks: new Set(['Script', 'ClassDefinition']),
  statement: /Statement$|Definition$/,
  eachMethods: tableOf({}),
  pause: /\bsleep\s*\(|\.wait\s*\(\s*\d/g,
  isFunction: ({ type }) => type === 'FunctionDefinition' || type === 'LambdaExpression',
  parametersOf,
  nameOf: (made) => {
    const name = made.type === 'FunctionDefinition' ? childOf(made, 'VariableName') : undefined;
    return name && textOf(name);
  },
  innerOf,
  callParts,
  loopParts,
  decides,
  guards: (parent, child) =>
    parent.type === 'TryStatement' && parent.children[1] === child && childOf(parent, 'except') !== undefined,
  serves,
  isStartUp: (made) => START_UP.test(nameOf(made) ?? ''),
};

function nameOf(made: Node): string | undefined {
  return python.nameOf(made);
}

/** The names, without `self`; what stands behind a star is no parameter of its own. */
function parametersOf(made: Node): readonly Node[] {
  const list = childOf(made, 'ParamList');
  const parts = list?.children ?? [];
  return parts.filter((part, index) => {
    if (part.type !== 'VariableName' || /^\*\*?$/.test(parts[index - 1]?.type ?? '')) return false;
    // A default may be a name too.
    return parts[index - 1]?.type !== 'AssignOp' && !/^(?:self|cls)$/.test(textOf(part));
  });
}

function innerOf(node: Node): Node | undefined {
  if (node.type === 'ParenthesizedExpression') return partsOf(node)[0];
  if (node.type === 'AwaitExpression') return node.children.find(({ type }) => type !== 'await');
  return node.type === 'NamedExpression' ? node.children.at(-1) : undefined;
}

function callParts(node: Node): CallParts | undefined {
  const [callee] = node.type === 'CallExpression' ? node.children : [];
  const list = callee && childOf(node, 'ArgList');
  if (!callee || !list) return undefined;
  const { positional } = argumentsOf(list);
  if (callee.type === 'VariableName') return { callee, name: callee, method: textOf(callee), arguments: positional };
  const name = callee.type === 'MemberExpression' ? callee.children.at(-1) : undefined;
  const [receiver] = callee.children;
  if (name?.type !== 'PropertyName' || !receiver) return undefined;
  return { callee, name, method: textOf(name), receiver, arguments: positional };
}

function loopParts(statement: Node, inside: Node): LoopParts | undefined {
  if (/ComprehensionExpression$/.test(statement.type)) {
    const first = partsOf(statement)[0];
    const names = statement.children;
    const collection = names[names.findIndex(({ type }) => type === 'in') + 1];
    return first === inside ? { kind: 'for-of', body: first, ...(collection && { collection }) } : undefined;
  }
  const body = childOf(statement, 'Body');
  if (!body || body !== inside) return undefined;
  if (statement.type === 'WhileStatement') return { kind: 'while', body };
  if (statement.type !== 'ForStatement') return undefined;
  const parts = statement.children;
  const at = parts.findIndex(({ type }) => type === 'in');
  const item = parts[at - 1];
  const collection = parts[at + 1];
  const kind = childOf(statement, 'async') ? 'for-await' : 'for-of';
  return { kind, body, ...(item && { item }), ...(collection && { collection }) };
}

const DECIDING: ReadonlySet<string> = new Set(['IfStatement', 'ConditionalExpression', 'MatchStatement']);

function decides(parent: Node, child: Node): boolean {
  if (DECIDING.has(parent.type)) return true;
  if (parent.type === 'TryStatement') return parent.children[1] !== child;
  return parent.type === 'BinaryExpression' && childOf(parent, 'and', 'or') !== undefined;
}

const START_UP =
  /^(?:main|run|start\w*|init\w*|__init__|__aenter__|__enter__|_*setup\w*|_*(?:re)?connect\w*|lifespan|startup|on_startup|on_start|create_app|test\w*|demo|example)$/i;
const SERVING =
  /^@[\w.]*(?:app|api|router|route|routes|server|blueprint|bp|socketio|sio|mcp|bot|client)\.(?:get|post|put|patch|delete|route|websocket|on|event|tool|message_handler)\b|^@(?:[\w.]*\.)?(?:api_view|require_POST|require_http_methods|csrf_exempt|shared_task|task|tool|activity\.defn|event_handler)\b/;
const VIEW = /(?:View|ViewSet|Resource|Handler|Endpoint|MethodView)\b/;
const VERBS =
  /^(?:get|post|put|patch|delete|do_(?:GET|POST|PUT)|on_(?:get|post|put|patch|delete)|perform_create|create)$/;

function serves(made: Node): boolean {
  const decorators = childrenOf(made.parent, 'Decorator').map((decorator) => textOf(decorator));
  if (made.parent?.type === 'DecoratedStatement' && decorators.some((text) => SERVING.test(text))) return true;
  const name = nameOf(made);
  const parameters = parametersOf(made).map((parameter) => textOf(parameter));
  if (name === 'lambda_handler' || parameters.join() === 'event,context') return true;
  if (parameters[0] === 'request' && name !== undefined) return true;
  const holder = made.parent?.type === 'DecoratedStatement' ? made.parent : made;
  const around = holder.parent?.parent;
  const bases = around?.type === 'ClassDefinition' ? childOf(around, 'ArgList') : undefined;
  return bases !== undefined && VIEW.test(textOf(bases)) && VERBS.test(name ?? '');
}
