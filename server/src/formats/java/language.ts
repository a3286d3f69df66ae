import { parser } from '@lezer/java';
import type { Loop } from '../../model/call';
import { tableOf } from '../../model/tableOf';
import { textOf } from '../code/code';
import type { CallParts, Language, LoopParts } from '../code/language';
import { childOf, childrenOf, type Node, partsOf } from '../code/tree';

/** Java as far as its settings and clients are asked for. */
export const language: Language = {
  parser: parser.configure({ bufferLength: 512 }),
  // Of `X.class` the grammar knows nothing; as a member of another name it is none of its mistakes.
  readable: (text) => text.replace(/\.class\b/g, '.clasz'),
  blocks: new Set([
    ...['Program', 'ClassBody', 'InterfaceBody', 'EnumBody', 'RecordBody', 'Block', 'ConstructorBody', 'SwitchBlock'],
    ...['ForStatement', 'EnhancedForStatement', 'TryWithResourcesStatement', 'CatchClause'],
  ]),
  statement: /Statement$|Declaration$/,
  eachMethods: tableOf({ forEach: 'for-each', forEachOrdered: 'for-each', map: 'map', flatMap: 'map' }),
  pause: /\b(?:Thread|TimeUnit\.[A-Z]{1,20}|Uninterruptibles)\.sleep\w*\(|\bparkNanos\(|\.await\w{0,20}\(/g,
  isFunction: ({ type }) => FUNCTIONS.has(type),
  parametersOf,
  nameOf,
  innerOf,
  callParts,
  loopParts,
  decides,
  guards,
  serves,
  isStartUp,
};

const FUNCTIONS: ReadonlySet<string> = new Set(['MethodDeclaration', 'ConstructorDeclaration', 'LambdaExpression']);

function parametersOf(made: Node): readonly Node[] {
  const list = childOf(made, 'FormalParameters', 'InferredParameters');
  if (list) return childrenOf(list, 'FormalParameter', 'SpreadParameter', 'Definition');
  return made.type === 'LambdaExpression' ? childrenOf(made, 'Definition') : [];
}

/** The name of a constructor is its class's. */
export const CONSTRUCTOR = '<init>';

function nameOf(made: Node): string | undefined {
  if (made.type === 'ConstructorDeclaration') return CONSTRUCTOR;
  const name = made.type === 'MethodDeclaration' ? childOf(made, 'Definition') : undefined;
  return name && textOf(name);
}

/** The inside of brackets, and of casts that change no number. */
function innerOf(node: Node): Node | undefined {
  if (node.type === 'ParenthesizedExpression') return partsOf(node)[0];
  const isPlain = node.type === 'CastExpression' && !childOf(node, 'PrimitiveType');
  return isPlain ? node.children.at(-1) : undefined;
}

function callParts(node: Node): CallParts | undefined {
  const list = node.type === 'MethodInvocation' ? childOf(node, 'ArgumentList') : undefined;
  const name = list && childOf(node, 'MethodName');
  if (!list || !name) return undefined;
  const [first] = node.children;
  const receiver = first && first !== name ? { receiver: first } : {};
  return { callee: name, name, method: textOf(name), ...receiver, arguments: partsOf(list) };
}

const LOOPS: Readonly<Record<string, Loop['kind']>> = tableOf({
  ForStatement: 'for',
  EnhancedForStatement: 'for-of',
  WhileStatement: 'while',
  DoStatement: 'while',
});

function loopParts(statement: Node, inside: Node): LoopParts | undefined {
  const kind = LOOPS[statement.type];
  if (!kind) return undefined;
  const body = statement.type === 'DoStatement' ? statement.children[1] : statement.children.at(-1);
  if (!body || body !== inside) return undefined;
  const spec = statement.type === 'EnhancedForStatement' ? childOf(statement, 'ForSpec') : undefined;
  const item = childOf(spec, 'Definition');
  const collection = spec && partsOf(spec).at(-1);
  return { kind, body, ...(item && { item }), ...(collection && collection !== item && { collection }) };
}

function decides(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case 'IfStatement':
      return child.type !== 'ParenthesizedExpression';
    case 'TernaryExpression':
      return parent.children[0] !== child;
    case 'SwitchBlock':
    case 'CatchClause':
      return true;
    case 'BinaryExpression':
      return /^(?:&&|\|\|)$/.test(textOf(parent.children[1] ?? parent)) && parent.children[0] !== child;
    default:
      return false;
  }
}

function guards(parent: Node, child: Node): boolean {
  return /^Try/.test(parent.type) && child.type === 'Block' && childOf(parent, 'CatchClause') !== undefined;
}

/** The names of the annotations of a declaration, with their text. */
export function annotationsOf(declaration: Node): readonly Node[] {
  return childrenOf(childOf(declaration, 'Modifiers'), 'Annotation', 'MarkerAnnotation');
}

const SERVING =
  /^@(?:\w+\.)*(?:(?:Get|Post|Put|Patch|Delete|Request|Message|Query|Mutation|Subscribe)Mapping|GET|POST|PUT|PATCH|DELETE|Get|Post|Put|Patch|Delete|KafkaListener|KafkaHandler|RabbitListener|JmsListener|Scheduled|EventListener|Incoming|ConsumeEvent)\b/;
const START_UP = /^(?:main|run|start\w*|init\w*|setup\w*|configure\w*|before\w*|test\w*|<init>)$/i;
const START_UP_ANNOTATION = /^@(?:\w+\.)*(?:Bean|PostConstruct|Test|Before\w*|ParameterizedTest|Produces|Singleton)\b/;

function serves(made: Node): boolean {
  if (annotationsOf(made).some((annotation) => SERVING.test(textOf(annotation)))) return true;
  const name = nameOf(made);
  return name !== undefined && /^(?:do(?:Get|Post|Put|Delete)|service|onMessage)$/.test(name);
}

function isStartUp(made: Node): boolean {
  const name = nameOf(made);
  if (name !== undefined && START_UP.test(name)) return true;
  return annotationsOf(made).some((annotation) => START_UP_ANNOTATION.test(textOf(annotation)));
}
