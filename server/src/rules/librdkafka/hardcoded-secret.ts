import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { secretsIn } from '../kafkajs/support/secrets';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'librdkafka/hardcoded-secret',
  summary: 'A password or key of the cluster stands in the source',
  severity: 'warning',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['rdkafka', 'confluent'],
  sources: ['librdkafka 2.15.1 CONFIGURATION.md'],
  check: ({ scope }: Reader): Iterable<Report> => secretsIn(scope, SECRETS),
};

const SECRETS = /^(?:sasl\.password|ssl\.(?:key|keystore)\.password|ssl\.key\.pem|sasl\.oauthbearer\.client\.secret)$/;
