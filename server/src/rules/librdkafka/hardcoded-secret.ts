import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { secretsIn } from '../kafkajs/support/secrets';
import type { RuleContext, ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'librdkafka/hardcoded-secret',
  summary: 'A password or key of the cluster is in the source',
  severity: 'warning',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['rdkafka', 'confluent'],
  sources: ['librdkafka 2.15.1 CONFIGURATION.md'],
  *check({ scope }: Reader, { document }: RuleContext): Iterable<Report> {
    // In files that is the finding of another rule, with another way out.
    if (document.family === 'code') yield* secretsIn(scope, SECRETS);
  },
};

const SECRETS = /^(?:sasl\.password|ssl\.(?:key|keystore)\.password|ssl\.key\.pem|sasl\.oauthbearer\.client\.secret)$/;
