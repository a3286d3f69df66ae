import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import type { ProjectRule } from '../rule';
import { type Contradiction, reportsOf } from './support/contradictions';
import { brokersOf, fixOf, nameOf, readerFor, siteOf } from './support/facts';

interface Bound {
  readonly client: string;
  readonly broker: string;
  readonly isOver: (client: number, broker: number) => boolean;
  readonly verb: string;
  readonly error: string;
}

/** What brokers allow, and how they reject what lies outside of it. */
const BOUNDS: readonly Bound[] = [
  {
    client: 'session.timeout.ms',
    broker: 'group.min.session.timeout.ms',
    isOver: (client, broker) => client < broker,
    verb: 'below',
    error: 'INVALID_SESSION_TIMEOUT',
  },
  {
    client: 'session.timeout.ms',
    broker: 'group.max.session.timeout.ms',
    isOver: (client, broker) => client > broker,
    verb: 'above',
    error: 'INVALID_SESSION_TIMEOUT',
  },
  {
    client: 'transaction.timeout.ms',
    broker: 'transaction.max.timeout.ms',
    isOver: (client, broker) => client > broker,
    verb: 'above',
    error: 'INVALID_TRANSACTION_TIMEOUT',
  },
];

export const rule: ProjectRule = {
  id: 'project/timeout-bounds',
  summary: 'A timeout of a client lies outside of what its brokers allow',
  severity: 'error',
  sources: [
    'GroupMetadataManager.classicGroupJoin (INVALID_SESSION_TIMEOUT)',
    'TransactionStateManager.validateTransactionTimeoutMs',
  ],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const found: Contradiction[] = [];
    for (const client of cluster.clients) {
      for (const bound of BOUNDS) found.push(...contradictions(cluster, client, bound));
    }
    yield* reportsOf(found);
  },
};

function contradictions(cluster: ClusterFacts, client: ScopeFacts, bound: Bound): Contradiction[] {
  const reader = readerFor(client);
  const own = reader.number(bound.client);
  const isJudged = bound.client.startsWith('session') ? isMember(client) : client.settings.has('transactional.id');
  if (own === undefined || !isJudged) return [];
  return brokersOf(cluster).flatMap((broker): Contradiction[] => {
    // Against what brokers allow by default a rule about the client's file compares.
    const limit = readerFor(broker).setNumber(bound.broker)?.value;
    return limit !== undefined && bound.isOver(own, limit) ? [contradiction(client, own, broker, limit, bound)] : [];
  });
}

function isMember(client: ScopeFacts): boolean {
  const protocol = readerFor(client).string('group.protocol')?.toLowerCase();
  return client.settings.has('group.id') && client.scope.role === 'consumer' && protocol !== 'consumer';
}

function contradiction(
  client: ScopeFacts,
  own: number,
  broker: ScopeFacts,
  limit: number,
  bound: Bound,
): Contradiction {
  const { client: key, broker: brokerKey, verb, error } = bound;
  return {
    sides: [
      {
        at: siteOf(client, key, 'group.id', 'transactional.id'),
        message: `${key} is ${own}, ${verb} ${brokerKey}=${limit} of the brokers, which reject the client with ${error}.`,
        note: `${nameOf(client)} has ${key} ${own}.`,
        severity: 'error',
        fixes: fixOf(client, key, String(limit)),
      },
      {
        at: siteOf(broker, brokerKey),
        message: `${brokerKey}=${limit} rejects clients here: their ${key} is ${own}.`,
        note: `Here ${brokerKey} is ${limit}.`,
        severity: 'information',
        fixes: fixOf(broker, brokerKey, String(own)),
      },
    ],
  };
}
