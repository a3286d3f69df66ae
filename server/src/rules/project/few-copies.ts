import type { Reader } from '../../catalogue/reader';
import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import { isLocalSetup, ownId, votersOf } from '../broker/support/quorum';
import type { ProjectRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { brokersOf, fixOf, nameOf, readerFor, siteOf } from './support/facts';

interface Copies {
  readonly key: string;
  /** What the fix sets; a single copy is what is reported. */
  readonly least: number;
  readonly cost: string;
}

const DEFAULT: Copies = {
  key: 'default.replication.factor',
  least: 3,
  cost: 'topics that are created without a factor have a single copy',
};

/** Kafka's own topics, whose defaults are for three brokers. */
const OWN: readonly Copies[] = [
  { key: 'offsets.topic.replication.factor', least: 3, cost: 'losing one can lose the offsets of every group' },
  {
    key: 'transaction.state.log.replication.factor',
    least: 3,
    cost: 'losing one can lose the state of every transaction',
  },
  { key: 'transaction.state.log.min.isr', least: 2, cost: 'losing one can lose the state of every transaction' },
];

const SEVERAL = 3;

export const rule: ProjectRule = {
  id: 'project/few-copies',
  summary: 'The brokers of a cluster keep single copies',
  severity: 'warning',
  sources: [
    'ReplicationConfigs.DEFAULT_REPLICATION_FACTOR_DOC',
    'GroupCoordinatorConfig, TransactionLogConfig (defaults 3, 3 and 2)',
  ],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const brokers = brokersOf(cluster);
    const ids = new Set(brokers.map((broker) => ownId(readerFor(broker))?.value));
    if (ids.size < SEVERAL || ids.has(undefined) || ids.size !== brokers.length) return;
    for (const broker of brokers) yield* ofBroker(broker, brokers);
  },
};

function* ofBroker(broker: ScopeFacts, brokers: readonly ScopeFacts[]): Iterable<PlacedReport> {
  const reader = readerFor(broker);
  // The rules about one file say it where the file itself shows several brokers.
  if (isLocalSetup(reader) || reader.scope.brokers !== undefined) return;
  const related = brokers
    .filter((other) => other !== broker)
    .map((other) => ({ at: other.anchor, message: `${nameOf(other)} is a broker of the cluster.` }));
  for (const { key, least, cost } of [DEFAULT, ...OWN]) {
    const value = key === DEFAULT.key ? reader.number(key) : reader.setNumber(key)?.value;
    if (value !== 1) continue;
    if (key === DEFAULT.key ? isToldOfDefault(reader) : largestFactor(reader) >= SEVERAL) continue;
    const what = reader.has(key) ? `${key}=${value}` : `${key} is ${value} by default`;
    const message = `${what}, though the cluster has ${brokers.length} brokers: ${cost}.`;
    const severity = inEnvironment(reader, 'warning');
    yield { at: siteOf(broker, key), message, severity, related, fixes: fixOf(broker, key, String(least)) };
  }
}

/** The file has another factor over 1, a minimum over 1 or several voters, which other rules compare with. */
function isToldOfDefault(reader: Reader): boolean {
  const voters = votersOf(reader)?.voters.length ?? 0;
  return voters >= SEVERAL || largestFactor(reader) > 1 || (reader.number('min.insync.replicas') ?? 1) > 1;
}

function largestFactor(reader: Reader): number {
  const keys = [DEFAULT.key, ...OWN.map(({ key }) => key).filter((key) => key.endsWith('.factor'))];
  return Math.max(...keys.map((key) => reader.setNumber(key)?.value ?? 1));
}
