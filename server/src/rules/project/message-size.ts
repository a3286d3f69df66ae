import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import type { ProjectRule } from '../rule';
import { humanBytes } from '../support/human';
import { type Contradiction, reportsOf } from './support/contradictions';
import { brokersOf, clientsOf, fixOf, nameOf, readerFor, siteOf } from './support/facts';

export const rule: ProjectRule = {
  id: 'project/message-size',
  summary: 'A producer may send records that the topic does not accept',
  severity: 'warning',
  sources: [
    'KafkaProducer.ensureValidRecordSize (max.request.size)',
    'UnifiedLog.analyzeAndValidateRecords (RecordTooLargeException)',
    'FetchRequest: the first batch is returned whatever its size',
  ],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const found: Contradiction[] = [];
    for (const producer of clientsOf(cluster, 'producer')) {
      const most = readerFor(producer).setNumber('max.request.size')?.value;
      const limit = most === undefined ? undefined : limitFor(cluster, producer);
      if (most !== undefined && limit && most > limit.value) found.push(contradiction(producer, most, limit));
    }
    yield* reportsOf(found);
  },
};

interface Limit {
  readonly where: ScopeFacts;
  readonly key: string;
  readonly value: number;
}

/** What the largest topic accepts that the producer may mean; undefined where any of them is unknown. */
function limitFor(cluster: ClusterFacts, producer: ScopeFacts): Limit | undefined {
  const written = new Set(producer.topics.filter(({ use }) => use === 'writes').map(({ topic }) => topic));
  const meant = cluster.topics.filter(({ declares }) => written.size === 0 || written.has(declares?.topic ?? ''));
  const own = meant.flatMap((where): Limit[] => {
    const value = readerFor(where).setNumber('max.message.bytes')?.value;
    return value === undefined ? [] : [{ where, key: 'max.message.bytes', value }];
  });
  if (
    meant.some(
      ({ settings }) => settings.has('max.message.bytes') && settings.get('max.message.bytes')?.text === undefined,
    )
  )
    return undefined;
  const ofBrokers = own.length === meant.length && written.size > 0 && meant.length > 0 ? [] : brokerLimits(cluster);
  if (ofBrokers === undefined) return undefined;
  return [...own, ...ofBrokers].sort((a, b) => b.value - a.value)[0];
}

function brokerLimits(cluster: ClusterFacts): Limit[] | undefined {
  const limits = brokersOf(cluster).map((where) => ({ where, value: readerFor(where).number('message.max.bytes') }));
  const known = limits.flatMap(({ where, value }): Limit[] =>
    value === undefined ? [] : [{ where, key: 'message.max.bytes', value }],
  );
  return known.length === limits.length && known.length > 0 ? known : undefined;
}

function contradiction(producer: ScopeFacts, most: number, { where, key, value }: Limit): Contradiction {
  const compresses = (readerFor(producer).string('compression.type') ?? 'none') !== 'none';
  const packed = compresses ? ', if they do not compress well' : '';
  return {
    sides: [
      {
        at: siteOf(producer, 'max.request.size'),
        message: `max.request.size allows records of ${humanBytes(most)}, but ${nameOf(where)} accepts ${humanBytes(value)}: larger ones fail with RecordTooLargeException${packed}.`,
        note: `${nameOf(producer)} may send ${humanBytes(most)}.`,
        severity: compresses ? 'information' : 'warning',
        fixes: fixOf(producer, 'max.request.size', String(value)),
      },
      {
        at: siteOf(where, key),
        message: `${key} is ${humanBytes(value)}, but producers may send ${humanBytes(most)}: Kafka rejects larger batches with RecordTooLargeException.`,
        note: `Here ${key} is ${humanBytes(value)}.`,
        severity: 'information',
        fixes: fixOf(where, key, String(most)),
      },
    ],
  };
}
