import type { Reader } from '../catalogue/reader';
import { type ChecklistItem, shownNumber, together } from './item';

const NO_BROKER = 'No broker is configured in these files.';

const isBroker = ({ scope }: Reader): boolean => scope.role === 'broker' || scope.role === 'combined';

export const BROKER_ITEMS: readonly ChecklistItem[] = [
  {
    id: 'broker-segments',
    section: 'brokers',
    title: 'Keep log segments large',
    why: 'The default of 1 GB is right: many small segments cost open files and memory maps.',
    rules: ['broker/small-log-segments'],
    concerns: isBroker,
    shown: (reader) => shownNumber(reader, 'log.segment.bytes', (bytes) => bytes >= 104_857_600),
    absent: NO_BROKER,
  },
  {
    id: 'broker-threads',
    section: 'brokers',
    title: 'Size network and I/O threads by how idle they are',
    why: 'There is no rule of cores: add threads when their idle ratio falls below 0.3.',
    rules: ['broker/thread-counts'],
    concerns: isBroker,
    shown: (reader) =>
      together(
        shownNumber(reader, 'num.network.threads', (count) => count >= 3),
        shownNumber(reader, 'num.io.threads', (count) => count >= 8),
      ),
    absent: NO_BROKER,
  },
  {
    id: 'broker-replication',
    section: 'brokers',
    title: 'Keep three copies, and acknowledge with two',
    why: 'default.replication.factor=3 with min.insync.replicas=2 survives the loss of a broker; min.insync.replicas=2 alone does nothing for topics of one copy.',
    rules: [
      'broker/default-replication-factor',
      'broker/internal-topic-replication',
      'broker/min-insync-replicas-one',
      'broker/unclean-leader-election',
      'topic/min-isr-equals-rf',
      'project/minimum-over-replicas',
      'project/replication-over-brokers',
      'project/acks-without-copies',
      'strimzi/topic-replicas',
    ],
    concerns: isBroker,
    shown: (reader) =>
      together(
        shownNumber(reader, 'default.replication.factor', (copies) => copies >= 3),
        shownNumber(reader, 'min.insync.replicas', (copies) => copies >= 2),
      ),
    needless: ({ scope }) =>
      scope.environment === 'development' ? 'A single node, or a test, has one copy.' : undefined,
    absent: NO_BROKER,
  },
  {
    id: 'broker-retention',
    section: 'brokers',
    title: 'Set retention on purpose',
    why: 'The default of seven days holds however much disk it takes; log.retention.bytes counts for each partition.',
    rules: ['broker/retention-policy-missing', 'broker/retention-precedence'],
    concerns: isBroker,
    shown: (reader) => {
      const entry = RETENTION.map((key) => reader.entry(key)).find((one) => one !== undefined);
      return entry && { span: entry.span, says: `${entry.writtenKey} is set` };
    },
    absent: NO_BROKER,
  },
  {
    id: 'broker-heap',
    section: 'brokers',
    title: 'Leave memory to the page cache',
    why: 'Half of the memory is far too much for a heap: Kafka recommends 6 GB, and the rest serves reads.',
    rules: ['jvm/heap-size', 'jvm/heap-bounds', 'jvm/rejected-flag'],
    concerns: ({ scope }) => scope.role === 'jvm' && scope.machine?.process !== 'other',
    shown: (reader) => {
      const entry = reader.entry('-Xmx');
      return entry?.value.kind === 'literal' ? { span: entry.span, says: `-Xmx is ${entry.value.text}` } : undefined;
    },
    absent: 'No file sets the heap of a broker: KAFKA_HEAP_OPTS is -Xmx1G -Xms1G by default.',
  },
];

const RETENTION = ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours', 'log.retention.bytes'];
