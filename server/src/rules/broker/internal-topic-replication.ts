import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setAll, setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { isLocalSetup } from './support/quorum';

interface Topic {
  readonly factor: string;
  readonly minIsr?: string;
  readonly holds: string;
  /** What nobody can do while the topic cannot be created. */
  readonly fails: string;
  /** Every cluster needs it; without the others some features are missing. */
  readonly isBasic?: true;
}

const TOPICS: readonly Topic[] = [
  {
    factor: 'offsets.topic.replication.factor',
    holds: 'the offsets of every consumer group',
    fails: 'consumer groups never work',
    isBasic: true,
  },
  {
    factor: 'transaction.state.log.replication.factor',
    minIsr: 'transaction.state.log.min.isr',
    holds: 'the state of every transaction',
    fails: 'transactions fail',
  },
  {
    factor: 'share.coordinator.state.topic.replication.factor',
    minIsr: 'share.coordinator.state.topic.min.isr',
    holds: 'the state of every share group',
    fails: 'share groups fail',
  },
];

export const rule: ScopeRule = {
  id: 'broker/internal-topic-replication',
  summary: "Kafka's own topics have fewer copies than the data, or more than there are brokers",
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: [
    'GroupCoordinatorConfig, TransactionLogConfig, ShareCoordinatorConfig (defaults 3, 3 and 2)',
    'ReplicationControlManager (INVALID_REPLICATION_FACTOR)',
  ],
  *check(reader: Reader): Iterable<Report> {
    if (reader.scope.brokers === 1) yield* tooMany(reader);
    else for (const topic of TOPICS) yield* tooFew(reader, topic);
  },
};

/** The only broker cannot hold three copies, and Kafka's defaults ask for three. */
function* tooMany(reader: Reader): Iterable<Report> {
  const wrong = TOPICS.filter(({ factor }) => (reader.number(factor) ?? 1) > 1);
  const [first] = wrong;
  const entry = wrong.flatMap(({ factor }) => reader.entry(factor) ?? [])[0];
  const span = (entry ?? reader.entry('process.roles'))?.span;
  if (!first || !span) return;
  const written = entry ? wrong.find(({ factor }) => factor === entry.key) : undefined;
  const { factor, fails, isBasic } = written ?? first;
  const value = reader.number(factor);
  const what = entry ? `${factor}=${value}` : `${factor} is not set, and its default of ${value}`;
  const message = `${what} cannot be had with a single broker: ${fails}.`;
  const keys = wrong.flatMap((topic) => [topic.factor, ...(topic.minIsr ? [topic.minIsr] : [])]);
  const ones = Object.fromEntries(keys.map((key) => [key, '1']));
  const fix = setAll(reader, "Set the replication of Kafka's own topics to 1", ones);
  yield { span, message, severity: isBasic || written ? 'warning' : 'information', fixes: [fix] };
}

function* tooFew(reader: Reader, { factor, minIsr, holds }: Topic): Iterable<Report> {
  if (isLocalSetup(reader)) return;
  const copies = reader.setNumber(factor);
  const isCluster = hasSeveralBrokers(reader);
  const found = [
    ...(isCluster && copies && copies.value < 3 ? [{ ...copies, least: 3 }] : []),
    ...minimum(reader, minIsr, isCluster || (copies?.value ?? 1) >= 3),
  ];
  for (const { entry, value, least } of found) {
    if (value < 1) continue;
    const cost = value > 1 ? 'while one broker restarts, a single copy is left of' : 'losing one broker can lose';
    const message = `${entry.key}=${value}: ${cost} ${holds}. Kafka's default is ${least}; less is for single nodes.`;
    const severity = value > 1 ? 'information' : 'warning';
    yield { span: entry.span, message, severity, fixes: [setEntry(entry, String(least))] };
  }
}

/** As many copies as any topic has, so many brokers there are. */
function hasSeveralBrokers(reader: Reader): boolean {
  if (reader.scope.brokers !== undefined) return reader.scope.brokers >= 3;
  const factors = ['default.replication.factor', ...TOPICS.map(({ factor }) => factor)];
  return factors.some((key) => (reader.setNumber(key)?.value ?? 1) >= 3);
}

function minimum(reader: Reader, key: string | undefined, isCluster: boolean) {
  const found = key !== undefined && isCluster ? reader.setNumber(key) : undefined;
  return found && found.value < 2 ? [{ ...found, least: 2 }] : [];
}
