import type { Role } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { textOf } from '../code/code';
import { childOf, type Node } from '../code/tree';
import { kafkaClass } from './types';
import { argumentsOf } from './values';

/** What makes a client of settings. */
interface Maker {
  readonly role: Role;
  /** Which argument has the settings. */
  readonly at: number;
}

/** Classes whose constructors are given the settings. */
const CLASSES: Readonly<Record<string, Maker>> = tableOf({
  KafkaProducer: { role: 'producer', at: 0 },
  DefaultKafkaProducerFactory: { role: 'producer', at: 0 },
  KafkaConsumer: { role: 'consumer', at: 0 },
  DefaultKafkaConsumerFactory: { role: 'consumer', at: 0 },
  KafkaAdmin: { role: 'admin', at: 0 },
  KafkaStreams: { role: 'streams', at: 1 },
  StreamsConfig: { role: 'streams', at: 0 },
  KafkaStreamsConfiguration: { role: 'streams', at: 0 },
});

/** Functions that are given the settings, by class and name. */
const FUNCTIONS: Readonly<Record<string, Maker>> = tableOf({
  'AdminClient.create': { role: 'admin', at: 0 },
  'Admin.create': { role: 'admin', at: 0 },
  'KafkaAdminClient.create': { role: 'admin', at: 0 },
  'SenderOptions.create': { role: 'producer', at: 0 },
  'ReceiverOptions.create': { role: 'consumer', at: 0 },
  'KafkaProducer.create': { role: 'producer', at: 1 },
  'KafkaProducer.createShared': { role: 'producer', at: 2 },
  'KafkaConsumer.create': { role: 'consumer', at: 1 },
});

/** What is made, by its class, and of which settings. */
interface Made extends Maker {
  readonly type: string;
  readonly settings: Node;
}

/** What a `new` or a call makes, and of which settings; undefined for everything else. */
export function makerOf(node: Node): Made | undefined {
  const maker = node.type === 'ObjectCreationExpression' ? constructorOf(node) : functionOf(node);
  const settings = maker && argumentsOf(node)[maker.at];
  return maker && settings && { ...maker, settings };
}

function constructorOf(node: Node): Omit<Made, 'settings'> | undefined {
  const name = typeNameOf(node);
  const type = name && kafkaClass(name);
  const maker = type === undefined ? undefined : CLASSES[type];
  return maker && type !== undefined ? { ...maker, type } : undefined;
}

/** The class that a `new` makes. */
export function typeNameOf(creation: Node): Node | undefined {
  const type = childOf(creation, 'TypeName', 'GenericType', 'ScopedTypeName');
  return type?.type === 'GenericType' ? type.children[0] : type;
}

function functionOf(node: Node): Omit<Made, 'settings'> | undefined {
  const call = node.source.language.callParts(node);
  const type = call?.receiver && /^[A-Z]/.test(textOf(call.receiver)) ? kafkaClass(call.receiver) : undefined;
  const maker = call && type !== undefined ? FUNCTIONS[`${type}.${call.method}`] : undefined;
  return maker && type !== undefined ? { ...maker, type } : undefined;
}

/** The argument of a call or a `new` from which a client is made. */
export function consumedArgument(holder: Node): Node | undefined {
  return makerOf(holder)?.settings;
}
