import { parser } from '@lezer/go';
import { tableOf } from '../../model/tableOf';
import { textOf } from '../code/code';
import type { CallParts, Language, LoopParts } from '../code/language';
import { childOf, childrenOf, type Node, partsOf } from '../code/tree';

export const go: Language = {
  parser: parser.configure({ bufferLength: 512 }),
  readable,
  blocks: new Set(['SourceFile', 'Block', 'ForStatement', 'IfStatement', 'SwitchStatement', 'SelectStatement']),
  statement: /Statement$|^(?:VarDecl|Assignment|ConstDecl|TypeDecl|FunctionDecl|MethodDecl|ImportDecl)$/,
  eachMethods: tableOf({}),
  pause: /\btime\.(?:Sleep|After|Tick|NewTicker)\b|<-\s*[\w.]*[tT]icker\b/g,
  isFunction: ({ type }) => type === 'FunctionDecl' || type === 'MethodDecl' || type === 'FunctionLiteral',
  parametersOf,
  nameOf,
  innerOf,
  callParts,
  loopParts,
  decides,
  guards: () => false,
  serves,
  isStartUp: (made) => START_UP.test(nameOf(made) ?? ''),
};

/** The grammar does not end a statement behind these words where the line ends. */
function readable(text: string): string {
  return text.replace(/\b(true|false|nil|iota)([ \t]*)(\/\/[^\n]*)?(\r?\n)/g, (all, word, blanks, remark, end) => {
    if (!remark) return `${word}${blanks};${end.length > 1 ? '\n' : ''}`;
    return blanks === '' ? all : `${word};${blanks.slice(1)}${remark}${end}`;
  });
}

/** A method's own list is the one behind its name. */
function listOf(made: Node): Node | undefined {
  const lists = childrenOf(made, 'Parameters');
  return made.type === 'MethodDecl' ? lists[1] : lists[0];
}

function parametersOf(made: Node): readonly Node[] {
  return childrenOf(listOf(made), 'Parameter').flatMap((parameter) => childrenOf(parameter, 'DefName'));
}

function nameOf(made: Node): string | undefined {
  const name = made.type === 'FunctionLiteral' ? undefined : childOf(made, 'DefName', 'FieldName');
  return name && textOf(name);
}

/** What stands in brackets, and behind `&` and `*`. */
function innerOf(node: Node): Node | undefined {
  if (node.type === 'ParenthesizedExp') return partsOf(node)[0];
  const isPointer = node.type === 'UnaryExp' && node.children[0]?.type === 'DerefOp';
  return isPointer ? node.children[1] : undefined;
}

function callParts(node: Node): CallParts | undefined {
  const [callee] = node.type === 'CallExpr' ? node.children : [];
  const list = callee && childOf(node, 'Arguments');
  if (!callee || !list) return undefined;
  const given = partsOf(list).filter(({ type }) => type !== '...');
  if (callee.type === 'VariableName') return { callee, name: callee, method: textOf(callee), arguments: given };
  const [receiver] = callee.children;
  const name = callee.type === 'SelectorExpr' ? callee.children.at(-1) : undefined;
  if (!receiver || name?.type !== 'FieldName') return undefined;
  return { callee, name, method: textOf(name), receiver, arguments: given };
}

function loopParts(statement: Node, inside: Node): LoopParts | undefined {
  const body = statement.type === 'ForStatement' ? statement.children.at(-1) : undefined;
  if (!body || body !== inside) return undefined;
  const range = childOf(statement, 'RangeClause');
  if (!range) return { kind: childOf(statement, 'ForClause') ? 'for' : 'while', body };
  const item = childrenOf(range, 'DefName').at(-1);
  const collection = range.children.at(-1);
  return { kind: 'for-of', body, ...(item && { item }), ...(collection && { collection }) };
}

function decides(parent: Node, child: Node): boolean {
  if (parent.type === 'IfStatement') return child.type === 'Block' || child.type === 'IfStatement';
  if (/^(?:Switch|Select)Block$/.test(parent.type)) return true;
  return (
    parent.type === 'BinaryExp' &&
    /^(?:&&|\|\|)$/.test(textOf(parent.children[1] ?? parent)) &&
    parent.children[2] === child
  );
}

const START_UP =
  /^(?:main|init|New\w*|new\w*|Start\w*|Run|run|\w*Connect\w*|Init\w*|Setup\w*|setup\w*|Test\w*|Benchmark\w*)$/;
const REQUEST =
  /\b(?:http\.ResponseWriter|gin\.Context|echo\.Context|fiber\.Ctx|events\.APIGateway\w*|graphql\.ResolveParams)\b/;
const REMOTE_CALL = /^\(\w+ context\.Context, \w+ \*\w+\.\w+(?:Request|Req|Input|Params)\)$/;

function serves(made: Node): boolean {
  const list = listOf(made);
  const text = list ? textOf(list) : '';
  return REQUEST.test(text) || REMOTE_CALL.test(text);
}
