import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { isLocal } from '../kafkajs/support/brokers';
import type { RuleContext, ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'topic/single-copy',
  summary: 'Code creates a topic with one copy of its records',
  severity: 'information',
  roles: ['topic'],
  sources: ['org.apache.kafka.clients.admin.NewTopic', 'KIP-464: -1 takes the default of the brokers'],
  *check({ scope }: Reader, { document }: RuleContext): Iterable<Report> {
    const { created, environment } = scope;
    if (created?.replicas?.value !== 1 || environment === 'development' || document.scopes.some(isLocal)) return;
    const message =
      'A replication factor of 1 keeps one copy: the topic is away while its broker is, and lost with its disk. -1 takes the brokers’ default.';
    yield { span: created.replicas.span, message };
  },
};
