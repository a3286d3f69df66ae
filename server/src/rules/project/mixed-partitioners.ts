import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import { tableOf } from '../../model/tableOf';
import type { ProjectRule } from '../rule';
import { clientsOf, nameOf, readerFor, siteOf } from './support/facts';

export const rule: ProjectRule = {
  id: 'project/mixed-partitioners',
  summary: 'Producers of one topic put equal keys into different partitions',
  severity: 'warning',
  sources: [
    'BuiltInPartitioner.partitionForKey (murmur2)',
    'KafkaJS, Migrating to v2 (default partitioner)',
    'librdkafka CONFIGURATION.md, partitioner',
  ],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const writers = new Map<string, Writer[]>();
    for (const producer of clientsOf(cluster, 'producer')) {
      const hash = hashOf(producer);
      if (hash === undefined) continue;
      for (const { topic, use } of producer.topics) {
        const known = writers.get(topic) ?? [];
        if (use === 'writes' && !known.some((one) => one.producer === producer))
          writers.set(topic, [...known, { producer, hash }]);
      }
    }
    for (const [topic, all] of writers) yield* reports(topic, all);
  },
};

interface Writer {
  readonly producer: ScopeFacts;
  readonly hash: string;
}

function* reports(topic: string, writers: readonly Writer[]): Iterable<PlacedReport> {
  for (const { producer, hash } of writers) {
    const others = writers.filter((one) => one.hash !== hash);
    if (others.length === 0) continue;
    yield {
      at: siteOf(producer, 'partitioner.class', 'partitioner'),
      message: `Another producer of topic ${topic} spreads keys differently (${hash} here): records of one key are in two partitions, and lose their order.`,
      related: others.map((one) => ({
        at: siteOf(one.producer, 'partitioner.class', 'partitioner'),
        message: `${nameOf(one.producer)} spreads keys by ${one.hash}.`,
      })),
    };
  }
}

/** How keys become partitions; undefined where nobody here knows. */
function hashOf(producer: ScopeFacts): string | undefined {
  const reader = readerFor(producer);
  if (producer.client === 'kafkajs') return HASHES[reader.string('partitioner.class') ?? ''];
  if (producer.client === 'java') return reader.has('partitioner.class') ? undefined : 'murmur2';
  if (producer.client !== 'rdkafka') return undefined;
  const written = producer.settings.get('partitioner');
  return written ? HASHES[written.text ?? ''] : 'CRC32';
}

const HASHES: Readonly<Record<string, string>> = tableOf({
  DefaultPartitioner: 'murmur2',
  JavaCompatiblePartitioner: 'murmur2',
  LegacyPartitioner: "KafkaJS 1's own hash",
  consistent: 'CRC32',
  consistent_random: 'CRC32',
  murmur2: 'murmur2',
  murmur2_random: 'murmur2',
});
