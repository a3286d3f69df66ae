import type { ClientLibrary } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { textOf } from '../code/code';
import type { Program } from '../code/idioms';
import type { Node } from '../code/tree';

export type ClientRole = 'producer' | 'consumer' | 'admin';

/** A class whose objects are clients. */
export interface ClientClass {
  readonly library: ClientLibrary;
  /** The package as it is installed. */
  readonly package: string;
  readonly role: ClientRole;
  readonly name: string;
}

const LIBRARIES: Readonly<Record<string, readonly [ClientLibrary, string]>> = tableOf({
  confluent_kafka: ['rdkafka', 'confluent-kafka'],
  kafka: ['kafka-python', 'kafka-python'],
  aiokafka: ['aiokafka', 'aiokafka'],
});

const CLASSES: Readonly<Record<string, Readonly<Record<string, ClientRole>>>> = tableOf({
  confluent_kafka: {
    Producer: 'producer',
    Consumer: 'consumer',
    SerializingProducer: 'producer',
    DeserializingConsumer: 'consumer',
    AvroProducer: 'producer',
    AvroConsumer: 'consumer',
    AdminClient: 'admin',
    AIOProducer: 'producer',
    AIOConsumer: 'consumer',
  },
  kafka: { KafkaProducer: 'producer', KafkaConsumer: 'consumer', KafkaAdminClient: 'admin' },
  aiokafka: { AIOKafkaProducer: 'producer', AIOKafkaConsumer: 'consumer' },
});

/** The class that a name means: by how it was imported. */
export function classOf({ idioms }: Program, name: Node): ClientClass | undefined {
  const path = pathOf(idioms, name);
  if (!path) return undefined;
  const [root = ''] = path.split('.');
  const last = path.slice(path.lastIndexOf('.') + 1);
  const [library, from] = LIBRARIES[root] ?? [];
  const roles = Object.hasOwn(CLASSES, root) ? CLASSES[root] : undefined;
  const role = roles && Object.hasOwn(roles, last) ? roles[last] : undefined;
  return library && from && role ? { library, package: from, role, name: last } : undefined;
}

/** `confluent_kafka.avro.AvroProducer` for whatever the file calls it. */
export function pathOf(idioms: Program['idioms'], name: Node): string | undefined {
  if (name.type === 'VariableName') {
    const binding = idioms.bindingOf(name);
    return binding?.kind === 'import' ? [binding.module, ...binding.path].filter(Boolean).join('.') : undefined;
  }
  if (name.type !== 'MemberExpression') return undefined;
  const [object] = name.children;
  const last = name.children.at(-1);
  const before = object && last?.type === 'PropertyName' ? pathOf(idioms, object) : undefined;
  return before && last ? `${before}.${textOf(last)}` : undefined;
}

/** The classes that an annotation names: `Producer`, `Optional[Producer]`, `"Producer | None"`. */
export function annotatedClass(program: Program, annotation: Node): ClientClass | undefined {
  const open = [annotation];
  for (let node = open.pop(); node; node = open.pop()) {
    const found = classOf(program, node);
    if (found) return found;
    open.push(...node.children);
  }
  return undefined;
}
