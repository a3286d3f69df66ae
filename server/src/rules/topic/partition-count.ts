import type { Reader } from '../../catalogue/reader';
import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { setOption } from '../kafkajs/support/fixes';
import { numberIn, optionIn } from '../kafkajs/support/options';
import type { RuleContext, ScopeRule } from '../rule';
import { createdTopics } from './support/createdTopics';

const KEY = 'numPartitions';

export const rule: ScopeRule<'mostPartitions'> = {
  id: 'topic/partition-count',
  summary: 'A topic is created with one partition for several workers, or with a thousand of them',
  severity: 'hint',
  roles: ['admin'],
  clients: ['kafkajs', 'confluent'],
  sources: [
    'Kafka documentation, Hardware and OS (memory map areas and file handles a partition)',
    'kafkajs 2.2.4 src/consumer/fetchManager.js (partitionsConsumedConcurrently)',
  ],
  options: {
    // A heuristic: one topic seldom needs more, and a cluster has several topics.
    mostPartitions: { description: 'Partitions of one topic that are no finding yet.', default: 1000, minimum: 1 },
  },
  *check({ scope }: Reader, { document, options }: RuleContext<'mostPartitions'>): Iterable<Report> {
    if (scope.environment === 'development') return;
    for (const topic of createdTopics(scope)) {
      const entry = optionIn(topic, KEY);
      const count = numberIn(topic, KEY);
      if (!entry || count === undefined) continue;
      if (count > options.mostPartitions) yield tooMany(entry, count);
      const workers = count === 1 ? workersOn(document, optionIn(topic, 'topic')) : 1;
      if (workers < 2) continue;
      const message = `A single partition has one reader at a time: partitionsConsumedConcurrently: ${workers} has no effect, and further members of the group are idle.`;
      yield { span: entry.span, message, fixes: [setOption(scope, entry, String(Math.max(workers, 3)))] };
    }
  },
};

function tooMany(entry: Entry, count: number): Report {
  const message = `${count} partitions of one topic: each replica has open files and at least two memory map areas on its broker, and is one more to take over when a broker fails.`;
  return { span: entry.span, message, severity: 'information' };
}

/** How many partitions at a time the file's own consumers of that topic work on; 1 where nothing says more. */
function workersOn({ scopes }: ConfigDocument, topic: Entry | undefined): number {
  if (topic?.value.kind !== 'literal') return 1;
  const name = topic.value.text;
  const consumers = scopes.filter(({ calls }) =>
    calls.some(({ method, options }) => method === 'subscribe' && reads(options.entries, name)),
  );
  const runs = consumers.flatMap(({ calls }) => calls.filter(({ method }) => method === 'run'));
  return Math.max(1, ...runs.map(({ options }) => numberIn(options, 'partitionsConsumedConcurrently') ?? 1));
}

function reads(entries: readonly Entry[], topic: string): boolean {
  return ['topic', 'topics'].some((key) => {
    const value = optionIn({ entries }, key)?.value;
    return value?.kind === 'literal' && value.text.split(',').some((one) => one.trim() === topic);
  });
}
