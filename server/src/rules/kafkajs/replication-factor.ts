import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { isLocal } from './support/brokers';
import { numberIn, optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/replication-factor',
  summary: 'A topic is created with one copy of its records',
  severity: 'information',
  roles: ['admin'],
  clients: ['kafkajs', 'confluent'],
  sources: [
    'kafkajs 2.2.4 src/admin/index.js (replicationFactor defaults to -1)',
    'KIP-464: -1 takes the broker’s default.replication.factor',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    if (scope.environment === 'development' || (scope.parent && isLocal(scope.parent))) return;
    for (const topic of scope.calls.flatMap(({ topics }) => topics ?? [])) {
      const entry = optionIn(topic, 'replicationFactor');
      if (!entry || numberIn(topic, 'replicationFactor') !== 1) continue;
      const message =
        'replicationFactor: 1 keeps one copy: the topic is away while its broker is, and lost with its disk. Leave it out to have the brokers’ default.';
      yield { span: entry.span, message };
    }
  },
};
