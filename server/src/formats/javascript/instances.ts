import type { ClientLibrary } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { bindingOf, type Code, classAround, spend, textOf } from '../code/code';
import { returnsOf } from '../code/functions';
import { bare, childOf, type Node, nodesOf } from '../code/tree';
import { namedTypes, superclassOf } from './classes';
import { declarationOf } from './declared';
import { follow, functionOf } from './follow';
import { exportName, importedBy, isOfPackage, libraryOf } from './imports';
import { isRequire, moduleNamed } from './modules';
import { memberName } from './properties';

type Kind = Pick<Instance, 'kind' | 'library' | 'package'>;

export type InstanceKind = 'kafka' | 'producer' | 'consumer' | 'admin';

/** A client object: what it is, whose, and where it is made. */
export interface Instance {
  readonly kind: InstanceKind;
  readonly library: ClientLibrary;
  /** The package that its class is imported from. */
  readonly package?: string;
  /** Its `new` or factory call; absent when that is in another file. */
  readonly creation?: Node;
  /** Stands for the instance where it is not made in this file: its declaration, else its name. */
  readonly identity: Node | string;
}

const FACTORIES: ReadonlySet<string> = new Set(['producer', 'consumer', 'admin']);

/** The names that each library exports its clients under. */
const CLASSES: Readonly<Record<string, InstanceKind>> = tableOf({
  Kafka: 'kafka',
  Producer: 'producer',
  HighLevelProducer: 'producer',
  Consumer: 'consumer',
  KafkaConsumer: 'consumer',
  Admin: 'admin',
  AdminClient: 'admin',
  ClientKafka: 'producer',
  ClientKafkaProxy: 'producer',
});

/** Functions of node-rdkafka that make a client. */
const MAKERS: Readonly<Record<string, InstanceKind>> = tableOf({
  createReadStream: 'consumer',
  createWriteStream: 'producer',
  create: 'admin',
});

/** Methods that give the client itself again. */
const CHAINED: ReadonlySet<string> = new Set(['connect', 'on', 'once', 'setMaxListeners']);

/** The client object that an expression stands for, wherever it is made; undefined for everything else. */
export function instanceOf(code: Code, node: Node): Instance | undefined {
  const expression = bare(node);
  if (!spend(code)) return undefined;
  switch (expression.type) {
    case 'NewExpression':
      return constructed(code, expression);
    case 'CallExpression':
      return isRequire(expression)
        ? firstOf(code, [moduleNamed(code, expression) ?? []].flat())
        : (made(code, expression) ?? returned(code, expression));
    case 'VariableName':
    case 'VariableDefinition':
    case 'PropertyDefinition':
    case 'MemberExpression':
      return declared(code, expression);
    case 'AssignmentExpression':
    case 'ConditionalExpression':
    case 'BinaryExpression':
      return firstOf(code, expression.children);
    case 'this':
      return inSubclass(code, classAround(expression));
    default:
      return undefined;
  }
}

function firstOf(code: Code, nodes: readonly Node[]): Instance | undefined {
  for (const node of nodes) {
    const found = instanceOf(code, node);
    if (found) return found;
  }
  return undefined;
}

function constructed(code: Code, node: Node): Instance | undefined {
  const callee = node.children[1];
  if (!callee) return undefined;
  const own = directKindOf(code, callee);
  return own
    ? { ...own, creation: node, identity: node }
    : inSubclass(code, childOf(follow(code, callee), 'ClassBody'));
}

/** A class of the project that extends a client: what it hands to `super()` makes the client. */
function inSubclass(code: Code, body: Node | undefined): Instance | undefined {
  const base = body && spend(code) ? superclassOf(body) : undefined;
  if (!body || !base) return undefined;
  const kind = directKindOf(code, base);
  if (!kind) return inSubclass(code, childOf(follow(code, base), 'ClassBody'));
  const call = superCallOf(body);
  return { ...kind, identity: call ?? body, ...(call && { creation: call }) };
}

function superCallOf(body: Node): Node | undefined {
  const made = body.source.classes.get(body)?.get('constructor')?.init;
  if (!made) return undefined;
  let root = body;
  while (root.parent) root = root.parent;
  return nodesOf(root, 'CallExpression').find(
    (call) => call.children[0]?.type === 'super' && call.start > made.start && call.end < made.end,
  );
}

/** What a class or a type is, subclasses included. */
function kindOf(code: Code, name: Node): Kind | undefined {
  const own = directKindOf(code, name);
  if (own) return own;
  const inherited = inSubclass(code, childOf(follow(code, name), 'ClassBody'));
  return inherited && kindLike(inherited, inherited.kind);
}

function directKindOf(code: Code, name: Node): Kind | undefined {
  const imported = importedBy(code, name);
  if (!imported) {
    const isFragment = textOf(name) === 'Kafka' && name.type === 'VariableName' && !bindingOf(name);
    return isFragment ? { kind: 'kafka', library: 'kafkajs' } : undefined;
  }
  const library = libraryOf(imported);
  const kind = CLASSES[exportName(imported) ?? ''];
  return library && kind ? { kind, library, package: imported.module } : undefined;
}

function kindLike({ library, package: from }: Instance, kind: InstanceKind): Kind {
  return { kind, library, ...(from !== undefined && { package: from }) };
}

/** `kafka.producer()`, and what node-rdkafka's functions make. */
function made(code: Code, call: Node): Instance | undefined {
  const [callee] = call.children;
  if (callee?.type === 'super') return inSubclass(code, classAround(call));
  if (callee?.type !== 'MemberExpression') return undefined;
  const method = memberName(callee);
  const [receiver] = callee.children;
  if (!receiver || method === undefined) return undefined;
  if (Object.hasOwn(MAKERS, method)) return byFunction(code, callee, call, method);
  if (method === 'transaction') return inTransaction(code, receiver);
  if (CHAINED.has(method)) return chained(code, receiver);
  if (!FACTORIES.has(method)) return undefined;
  const kafka = instanceOf(code, receiver) ?? named(code, receiver);
  if (kafka?.kind !== 'kafka') return undefined;
  return { ...kindLike(kafka, method as InstanceKind), creation: call, identity: call };
}

function byFunction(code: Code, callee: Node, call: Node, method: string): Instance | undefined {
  const imported = importedBy(code, callee);
  const kind = MAKERS[method];
  if (!kind || !imported || libraryOf(imported) !== 'rdkafka') return undefined;
  return { kind, library: 'rdkafka', package: imported.module, creation: call, identity: call };
}

function chained(code: Code, receiver: Node): Instance | undefined {
  const instance = instanceOf(code, receiver);
  return instance?.library === 'rdkafka' ? instance : undefined;
}

/** What `producer.transaction()` gives sends as its producer does, with the producer's options. */
function inTransaction(code: Code, receiver: Node): Instance | undefined {
  const producer = instanceOf(code, receiver);
  return producer?.kind === 'producer' ? producer : undefined;
}

/** What a function at hand returns, or says that it returns. */
function returned(code: Code, call: Node): Instance | undefined {
  const [callee] = call.children;
  const made = callee && functionOf(code, callee);
  if (!made) return undefined;
  return firstOf(code, returnsOf(made)) ?? annotated(code, childOf(made, 'TypeAnnotation'), made);
}

/** A name such as `kafka` or `this.kafkaClient` whose origin the file does not show. */
function named(code: Code, receiver: Node): Instance | undefined {
  const expression = follow(code, receiver);
  const text = textOf(expression);
  if (!/kafka(?:(?!kafka)\w)*$/i.test(text) || isForeign(code, expression)) return undefined;
  return { kind: 'kafka', library: 'kafkajs', identity: identityOf(expression) };
}

/** True for what comes from a package of its own, which knows better than its name tells. */
function isForeign(code: Code, expression: Node): boolean {
  const imported = importedBy(code, expression);
  if (imported) return isOfPackage(code, expression, imported);
  return expression.type === 'NewExpression' || expression.type === 'CallExpression';
}

function declared(code: Code, node: Node): Instance | undefined {
  const declaration = declarationOf(code, node);
  if (!declaration) return undefined;
  const { values, annotation, identity } = declaration;
  return firstOf(code, values) ?? annotated(code, annotation, identity);
}

/** A type such as `Producer` or `KafkaJS.Producer` says what a parameter or a member is. */
function annotated(code: Code, annotation: Node | undefined, identity: Node): Instance | undefined {
  for (const type of annotation ? namedTypes(annotation) : []) {
    const kind = kindOf(code, type);
    if (kind) return { ...kind, identity };
    const alias = follow(code, type);
    const found = alias === type || !spend(code) ? undefined : annotated(code, alias, identity);
    if (found) return found;
  }
  return undefined;
}

export function identityOf(expression: Node): Node | string {
  const binding = expression.type === 'VariableName' ? bindingOf(expression) : undefined;
  return binding?.node ?? textOf(expression);
}
