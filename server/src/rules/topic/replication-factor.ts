import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { setOption } from '../kafkajs/support/fixes';
import { numberIn, optionIn } from '../kafkajs/support/options';
import type { ScopeRule } from '../rule';
import { createdTopics } from './support/createdTopics';

const KEY = 'replicationFactor';
const USUAL = 3;

export const rule: ScopeRule = {
  id: 'topic/replication-factor',
  summary: 'A topic is created with fewer copies than the cluster could hold',
  severity: 'warning',
  roles: ['admin'],
  clients: ['kafkajs', 'confluent'],
  sources: [
    'Kafka documentation, Replication',
    'kafkajs 2.2.4 src/protocol/requests/createTopics (-1, the default of the brokers, when it is not set)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const brokers = listedBrokers(scope);
    // On fewer brokers one copy can be all that there is room for.
    if (scope.environment === 'development' || brokers < USUAL) return;
    for (const topic of createdTopics(scope)) {
      const entry = optionIn(topic, KEY);
      const factor = numberIn(topic, KEY);
      if (!entry || (factor !== 1 && factor !== 2)) continue;
      const cost =
        factor === 1
          ? 'a single copy: while its broker is down the topic cannot be used, and its disk takes the records with it'
          : 'two copies: with one down, min.insync.replicas=2 stops writes and 1 leaves a single copy';
      const message = `The topic gets ${cost}. The client lists ${brokers} brokers, so there is room for three.`;
      const severity = factor === 1 ? ('warning' as const) : ('information' as const);
      yield { span: entry.span, message, severity, fixes: [setOption(scope, entry, String(USUAL))] };
    }
  },
};

/** The cluster has at least the brokers that its clients begin with. */
function listedBrokers({ parent }: Scope): number {
  const entry = parent && (optionIn(parent, 'brokers') ?? optionIn(parent, 'kafkaJS.brokers'));
  if (entry?.value.kind !== 'literal') return 0;
  const addresses = entry.value.text.split(',').map((address) => address.trim());
  return new Set(addresses.filter((address) => address.includes(':'))).size;
}
