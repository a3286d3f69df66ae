import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { secretsIn } from './support/secrets';

export const rule: ScopeRule = {
  id: 'kafkajs/hardcoded-secret',
  summary: 'A password or key of the cluster is in the source',
  severity: 'warning',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['kafkajs', 'confluent', 'platformatic'],
  sources: ['kafkajs 2.2.4 types/index.d.ts (SASLOptions, KafkaConfig.ssl)'],
  check: ({ scope }: Reader): Iterable<Report> => secretsIn(scope, SECRETS),
};

const SECRETS =
  /^(?:kafkaJS\.)?(?:sasl\.(?:password|secretAccessKey|sessionToken)|(?:ssl|tls)\.(?:key|passphrase)|sasl\.token)$/;
