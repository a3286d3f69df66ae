import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet } from '../fixes';
import { CLIENT_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { nameOf } from '../support/naming';
import { wholePart } from '../support/wholePart';
import { bootstrapOf } from './support/bootstrap';
import { demandOf } from './support/services';

export const rule: ScopeRule = {
  id: 'client/cloud-endpoint',
  summary: 'A managed service asks for TLS or a login that the client does not use',
  severity: 'warning',
  roles: CLIENT_ROLES,
  clients: ['java', 'kafka-python', 'aiokafka', 'rdkafka'],
  sources: [
    'Confluent Cloud documentation: Kafka client quick start (TLS 1.2, and SASL PLAIN or OAUTHBEARER)',
    'Azure Event Hubs for Apache Kafka: security.protocol=SASL_SSL',
    'Amazon MSK developer guide: port information',
  ],
  *check(given: Reader): Iterable<Report> {
    const reader = wholePart(given);
    const bootstrap = bootstrapOf(reader);
    const demand = bootstrap && demandOf(bootstrap.addresses);
    const protocol = demand && protocolOf(reader);
    if (!demand || protocol === undefined) return;
    const hasTls = protocol.endsWith('SSL');
    const hasLogin = protocol.startsWith('SASL_');
    if (hasTls && (hasLogin || !demand.login)) return;
    const entry = reader.entry('security.protocol') ?? bootstrap.entry;
    const wanted = demand.login ? 'SASL_SSL' : 'SSL';
    const is = reader.has('security.protocol') ? 'is' : 'is by default';
    const message = `${demand.address} accepts ${wanted} only: with ${nameOf(reader, 'security.protocol')}, which ${is} ${protocol}, no connection succeeds.`;
    yield { span: entry.span, message, fixes: [addOrSet(reader, 'security.protocol', wanted)] };
  },
};

const PROTOCOL = /^(?:SASL_)?(?:PLAINTEXT|SSL)$/;

/** As a name of Kafka's; undefined where nobody can know it. */
function protocolOf(reader: Reader): string | undefined {
  const isRdkafka = reader.scope.client === 'rdkafka' && reader.scope.completeness === 'complete';
  const unset = isRdkafka && !reader.has('security.protocol') ? 'PLAINTEXT' : undefined;
  const protocol = (reader.string('security.protocol') ?? unset)?.toUpperCase();
  return protocol !== undefined && PROTOCOL.test(protocol) ? protocol : undefined;
}
