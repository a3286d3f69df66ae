import type { ClientLibrary } from '../../model/scope';
import { tableOf, tablesOf } from '../../model/tableOf';
import { childOf, type Node, partsOf } from '../code/tree';
import { calledName, literalType, type PackageName } from './packages';

export type ClientRole = 'producer' | 'consumer' | 'admin' | 'client';

/** What makes a client, and which argument has its options. */
export interface Made extends PackageName {
  readonly role: ClientRole;
  /** The catalogue's name of what takes the options. */
  readonly takes: string;
  /** The expressions with the options; none where the library's own defaults hold. */
  readonly given: readonly Node[];
  /** The client that it is made from, whose options hold. */
  readonly from?: Node;
  /** The group, where that is an argument of its own. */
  readonly group?: Node;
}

interface Maker {
  readonly role: ClientRole;
  readonly argument?: number;
  readonly client?: number;
  readonly group?: number;
  readonly takes?: string;
}

const MAKERS: Readonly<Record<string, Readonly<Record<string, Maker>>>> = tablesOf({
  rdkafka: {
    NewProducer: { role: 'producer', argument: 0 },
    NewConsumer: { role: 'consumer', argument: 0 },
    NewAdminClient: { role: 'admin', argument: 0 },
  },
  sarama: {
    NewSyncProducer: { role: 'producer', argument: 1, takes: 'Config' },
    NewAsyncProducer: { role: 'producer', argument: 1, takes: 'Config' },
    NewConsumer: { role: 'consumer', argument: 1, takes: 'Config' },
    NewConsumerGroup: { role: 'consumer', argument: 2, group: 1, takes: 'Config' },
    NewClient: { role: 'client', argument: 1, takes: 'Config' },
    NewClusterAdmin: { role: 'admin', argument: 1, takes: 'Config' },
    NewSyncProducerFromClient: { role: 'producer', client: 0, takes: 'Config' },
    NewAsyncProducerFromClient: { role: 'producer', client: 0, takes: 'Config' },
    NewConsumerFromClient: { role: 'consumer', client: 0, takes: 'Config' },
    NewConsumerGroupFromClient: { role: 'consumer', client: 1, group: 0, takes: 'Config' },
  },
  'kafka-go': {
    NewWriter: { role: 'producer', argument: 0, takes: 'WriterConfig' },
    NewReader: { role: 'consumer', argument: 0, takes: 'ReaderConfig' },
  },
  'franz-go': { NewClient: { role: 'client', takes: 'NewClient' } },
});

/** The client that a call or a composite literal makes. */
export function madeBy(node: Node): Made | undefined {
  const literal = literalType(node);
  if (literal) {
    const isWriter = literal.library === 'kafka-go' && literal.name === 'Writer';
    return isWriter ? { ...literal, role: 'producer', takes: 'Writer', given: [node] } : undefined;
  }
  const name = calledName(node);
  const maker = name && makerOf(name.library, name.name);
  const list = childOf(node, 'Arguments');
  if (!name || !maker || !list) return undefined;
  const { role, argument, client, group: at, takes = role } = maker;
  const all = partsOf(list).filter(({ type }) => type !== '...');
  const option = argument === undefined ? undefined : all[argument];
  const given = name.library === 'franz-go' ? all : option && option.type !== 'Nil' ? [option] : [];
  const from = client === undefined ? undefined : all[client];
  const group = at === undefined ? undefined : all[at];
  return { ...name, role, takes, given, ...(from && { from }), ...(group && { group }) };
}

function makerOf(library: ClientLibrary, name: string): Maker | undefined {
  const makers = MAKERS[library];
  return makers && Object.hasOwn(makers, name) ? makers[name] : undefined;
}

const TYPES: Readonly<Record<string, ClientRole>> = tableOf({
  'rdkafka Producer': 'producer',
  'rdkafka Consumer': 'consumer',
  'rdkafka AdminClient': 'admin',
  'sarama SyncProducer': 'producer',
  'sarama AsyncProducer': 'producer',
  'sarama Consumer': 'consumer',
  'sarama ConsumerGroup': 'consumer',
  'sarama ConsumerGroupSession': 'consumer',
  'sarama ClusterAdmin': 'admin',
  'kafka-go Writer': 'producer',
  'kafka-go Reader': 'consumer',
  'franz-go Client': 'client',
});

/** What a client of that type is. */
export function roleOfType({ library, name }: PackageName): ClientRole | undefined {
  return TYPES[`${library} ${name}`];
}
