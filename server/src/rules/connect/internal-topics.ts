import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { knownBrokers } from '../support/knownBrokers';
import { inEnvironment } from '../support/severity';

const STORES = [
  { name: 'config', holds: 'the connectors and their settings' },
  { name: 'offset', holds: 'how far source connectors have come' },
  { name: 'status', holds: 'the state of connectors and tasks' },
] as const;

export const rule: ScopeRule = {
  id: 'connect/internal-topics',
  summary: "A worker's internal topics have one copy, share a name or cannot be made",
  severity: 'warning',
  roles: ['connect-distributed'],
  sources: [
    'DistributedConfig (config, offset and status storage)',
    'KafkaConfigBackingStore.start',
    'DistributedConfig.topicSettings',
  ],
  *check(reader: Reader): Iterable<Report> {
    for (const store of STORES) yield* copies(reader, store);
    yield* sharedTopics(reader);
    const partitions = reader.entry('config.storage.partitions');
    if (!partitions) return;
    const message =
      'config.storage.partitions is ignored: the topic has to have a single partition, and Kafka makes it so.';
    yield {
      span: partitions.span,
      message,
      severity: 'information',
      fixes: [removeEntry(partitions, 'Kafka ignores it', { safe: true })],
    };
  },
};

function* copies(reader: Reader, { name, holds }: (typeof STORES)[number]): Iterable<Report> {
  const factor = reader.setNumber(`${name}.storage.replication.factor`);
  const { brokers } = reader.scope;
  if (!factor) return;
  const { entry, value } = factor;
  if (brokers !== undefined && value > brokers) {
    const message = `${entry.writtenKey}=${value} is more than the ${brokers} brokers of the cluster: the worker cannot make the topic and stops.`;
    yield { span: entry.span, message, fixes: [setEntry(entry, String(brokers))] };
    return;
  }
  const known = knownBrokers(reader);
  if (value !== 1 || known < 3) return;
  const message = `The ${name} topic has one copy, though there are at least ${known} brokers: the loss of one takes ${holds} with it.`;
  yield { span: entry.span, message, severity: inEnvironment(reader, 'warning'), fixes: [setEntry(entry, '3')] };
}

function* sharedTopics(reader: Reader): Iterable<Report> {
  const seen = new Map<string, string>();
  for (const { name } of STORES) {
    const key = `${name}.storage.topic`;
    const topic = reader.setString(key);
    if (!topic || topic.value === '') continue;
    const other = seen.get(topic.value);
    seen.set(topic.value, key);
    if (!other) continue;
    const message = `${key} and ${other} name the same topic: each store reads the other's records, and only the config topic has a single partition.`;
    yield { span: topic.entry.span, message, fixes: [setEntry(topic.entry, `${topic.value}-${name}`)] };
  }
}
