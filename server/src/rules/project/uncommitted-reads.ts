import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import type { ProjectRule } from '../rule';
import { type Contradiction, reportsOf } from './support/contradictions';
import { clientsOf, fixOf, nameOf, readerFor, siteOf } from './support/facts';

export const rule: ProjectRule = {
  id: 'project/uncommitted-reads',
  summary: 'A consumer reads what transactions of a producer have aborted',
  severity: 'warning',
  sources: ['ConsumerConfig.ISOLATION_LEVEL_DOC'],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const found: Contradiction[] = [];
    const writers = new Map<string, ScopeFacts>();
    for (const producer of clientsOf(cluster, 'producer')) {
      if (!producer.settings.has('transactional.id')) continue;
      for (const { topic, use } of producer.topics) if (use === 'writes') writers.set(topic, producer);
    }
    for (const consumer of clientsOf(cluster, 'consumer')) {
      if (readerFor(consumer).string('isolation.level')?.toLowerCase() !== 'read_uncommitted') continue;
      const read = consumer.topics.find(({ topic, use }) => use === 'reads' && writers.has(topic));
      const producer = read && writers.get(read.topic);
      if (read && producer) found.push(contradiction(consumer, producer, read.topic));
    }
    yield* reportsOf(found);
  },
};

function contradiction(consumer: ScopeFacts, producer: ScopeFacts, topic: string): Contradiction {
  return {
    sides: [
      {
        at: siteOf(consumer, 'isolation.level', 'group.id'),
        message: `This consumer gets the aborted records of topic ${topic} too: it reads uncommitted, and a producer writes there in transactions.`,
        note: `${nameOf(consumer)} reads ${topic} uncommitted.`,
        severity: 'warning',
        fixes: fixOf(consumer, 'isolation.level', 'read_committed'),
      },
      {
        at: siteOf(producer, 'transactional.id'),
        message: `A consumer of topic ${topic} reads uncommitted, and so gets the records of aborted transactions.`,
        note: `${nameOf(producer)} writes ${topic} in transactions.`,
        severity: 'information',
        fixes: [],
      },
    ],
  };
}
