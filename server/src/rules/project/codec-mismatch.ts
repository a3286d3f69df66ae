import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import type { ProjectRule } from '../rule';
import { type Contradiction, reportsOf } from './support/contradictions';
import { brokersOf, clientsOf, fixOf, nameOf, readerFor, siteOf } from './support/facts';

const KEY = 'compression.type';

export const rule: ProjectRule = {
  id: 'project/codec-mismatch',
  summary: 'Brokers compress again what a producer has compressed otherwise',
  severity: 'warning',
  sources: ['LogValidator.validateMessagesAndAssignOffsets', 'BrokerCompressionType.targetCompressionType'],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const found: Contradiction[] = [];
    for (const producer of clientsOf(cluster, 'producer')) {
      const codec = readerFor(producer).setString(KEY)?.value.toLowerCase();
      if (codec === undefined) continue;
      for (const where of storesOf(cluster, producer)) {
        const stored = readerFor(where).setString(KEY)?.value.toLowerCase();
        if (stored === undefined || stored === 'producer' || stored === codec) continue;
        if (stored === 'uncompressed' && codec === 'none') continue;
        found.push(contradiction(producer, codec, where, stored));
      }
    }
    yield* reportsOf(found);
  },
};

/** The topics that the producer is seen to write; brokers for those that say nothing themselves. */
function storesOf(cluster: ClusterFacts, producer: ScopeFacts): readonly ScopeFacts[] {
  const written = new Set(producer.topics.filter(({ use }) => use === 'writes').map(({ topic }) => topic));
  const topics = cluster.topics.filter(({ declares }) => written.has(declares?.topic ?? ''));
  const own = topics.filter(({ settings }) => settings.has(KEY));
  const areAll = topics.length > 0 && own.length === topics.length;
  return areAll ? own : [...own, ...brokersOf(cluster)];
}

function contradiction(producer: ScopeFacts, codec: string, where: ScopeFacts, stored: string): Contradiction {
  const cost = 'every batch is decompressed and compressed again on the broker';
  return {
    sides: [
      {
        at: siteOf(producer, KEY),
        message: `${KEY} is ${codec} here and ${stored} at ${nameOf(where)}: ${cost}.`,
        note: `${nameOf(producer)} compresses with ${codec}.`,
        severity: 'warning',
        fixes: stored === 'uncompressed' ? [] : fixOf(producer, KEY, stored),
      },
      {
        at: siteOf(where, KEY),
        message: `${KEY}=${stored} makes brokers recompress what producers compressed with ${codec}: ${KEY}=producer keeps batches as they are.`,
        note: `Here ${KEY} is ${stored}.`,
        severity: 'information',
        fixes: fixOf(where, KEY, 'producer'),
      },
    ],
  };
}
