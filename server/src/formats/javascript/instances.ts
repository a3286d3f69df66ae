import type { ClientLibrary } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { type Binding, bindingOf, type Code, fieldOf, textOf } from './code';
import { follow, memberName } from './follow';
import { exportName, importedBy, libraryOf } from './imports';
import { childOf, type Node } from './tree';

export type InstanceKind = 'kafka' | 'producer' | 'consumer' | 'admin';

/** A client object: what it is, whose, and where it is made. */
export interface Instance {
  readonly kind: InstanceKind;
  readonly library: ClientLibrary;
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
});

/** The client object that an expression stands for; undefined for everything else. */
export function instanceOf(code: Code, node: Node): Instance | undefined {
  const expression = follow(code, node);
  switch (expression.type) {
    case 'NewExpression':
      return constructed(code, expression);
    case 'CallExpression':
      return made(code, expression);
    case 'VariableName':
      return declared(code, expression, bindingOf(code, expression));
    case 'MemberExpression':
      return member(code, expression);
    default:
      return undefined;
  }
}

function constructed(code: Code, node: Node): Instance | undefined {
  const callee = node.children[1];
  const kind = callee && kindOf(code, callee);
  return kind && { ...kind, creation: node, identity: node };
}

function kindOf(code: Code, name: Node): Pick<Instance, 'kind' | 'library'> | undefined {
  const imported = importedBy(code, name);
  if (!imported) {
    const isFragment = textOf(code, name) === 'Kafka' && name.type === 'VariableName' && !bindingOf(code, name);
    return isFragment ? { kind: 'kafka', library: 'kafkajs' } : undefined;
  }
  const library = libraryOf(imported);
  const kind = CLASSES[exportName(imported) ?? ''];
  return library && kind ? { kind, library } : undefined;
}

/** `kafka.producer()`. */
function made(code: Code, call: Node): Instance | undefined {
  const [callee] = call.children;
  if (callee?.type !== 'MemberExpression') return undefined;
  const method = memberName(code, callee);
  const [receiver] = callee.children;
  if (!receiver || method === undefined) return undefined;
  if (method === 'transaction') return inTransaction(code, receiver);
  if (!FACTORIES.has(method)) return undefined;
  const kafka = instanceOf(code, receiver) ?? named(code, receiver);
  if (kafka?.kind !== 'kafka') return undefined;
  return { kind: method as InstanceKind, library: kafka.library, creation: call, identity: call };
}

/** What `producer.transaction()` gives sends as its producer does, with the producer's options. */
function inTransaction(code: Code, receiver: Node): Instance | undefined {
  const producer = instanceOf(code, receiver);
  return producer?.kind === 'producer' ? producer : undefined;
}

/** A name such as `kafka` or `this.kafkaClient` whose origin the file does not show. */
function named(code: Code, receiver: Node): Instance | undefined {
  const expression = follow(code, receiver);
  const text = textOf(code, expression);
  if (!/kafka(?:(?!kafka)\w)*$/i.test(text) || isForeign(code, expression)) return undefined;
  return { kind: 'kafka', library: 'kafkajs', identity: identityOf(code, expression) };
}

/** True for what comes from a package of its own, which knows better than its name tells. */
function isForeign(code: Code, expression: Node): boolean {
  const imported = importedBy(code, expression);
  if (imported) return !/^(?:\.|[~@#]\/|src\/)/.test(imported.module);
  return expression.type === 'NewExpression' || expression.type === 'CallExpression';
}

function declared(code: Code, name: Node, binding: Binding | undefined): Instance | undefined {
  if (!binding) return undefined;
  const assigned = [...new Set(binding.assigned)].map((value) => instanceOf(code, value)).find(Boolean);
  return assigned ?? annotated(code, binding.annotation, binding.node ?? name);
}

function member(code: Code, node: Node): Instance | undefined {
  const name = memberName(code, node);
  const field = node.children[0]?.type === 'this' && name !== undefined ? fieldOf(code, node, name) : undefined;
  if (!field) return undefined;
  const assigned = field.assigned.map((value) => instanceOf(code, value)).find(Boolean);
  return assigned ?? annotated(code, field.annotation, field.annotation ?? node);
}

/** A type such as `Producer` or `KafkaJS.Producer` says what a parameter or a member is. */
function annotated(code: Code, annotation: Node | undefined, identity: Node): Instance | undefined {
  const type = childOf(annotation, 'TypeName', 'IndexedType', 'UnionType');
  const name = type?.type === 'UnionType' ? childOf(type, 'TypeName', 'IndexedType') : type;
  const kind = name && kindOf(code, name);
  return kind && { ...kind, identity };
}

export function identityOf(code: Code, expression: Node): Node | string {
  const binding = expression.type === 'VariableName' ? bindingOf(code, expression) : undefined;
  return binding?.node ?? textOf(code, expression);
}
