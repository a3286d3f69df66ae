import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { partOf } from '../../model/tree';
import { setAll } from '../fixes';
import { CONNECT_WORKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { asClient } from '../support/wholePart';

const PROTOCOL = 'security.protocol';
const CLIENTS = ['producer', 'consumer'] as const;
const OF_SECURITY = /^(?:security|ssl|sasl)\./;

export const rule: ScopeRule = {
  id: 'connect/client-security',
  summary: "A worker's encryption and login do not reach its connectors' clients",
  severity: 'warning',
  roles: CONNECT_WORKER_ROLES,
  sources: ['Worker.baseProducerConfigs, baseConsumerConfigs', 'Kafka documentation: Connect, Running Kafka Connect'],
  *check(reader: Reader): Iterable<Report> {
    const { scope } = reader;
    const protocol = asClient(reader).setString(PROTOCOL);
    if (scope.completeness !== 'complete' || !protocol || protocol.value.toUpperCase() === 'PLAINTEXT') return;
    const without = CLIENTS.filter((client) => !partOf(scope, client)?.entries.some(({ key }) => key === PROTOCOL));
    if (without.length === 0) return;
    const kinds = without.map((client) => `${client}s`).join(' and ');
    const message = `${PROTOCOL} does not reach the connectors' ${kinds}, which connect with PLAINTEXT: they need it as ${without.map((client) => `${client}.${PROTOCOL}`).join(' and ')}.`;
    const own = scope.entries.filter(({ key, overriddenBy }) => OF_SECURITY.test(key) && !overriddenBy);
    const copies = without.flatMap((client) =>
      own
        .filter(({ key }) => !reader.has(`${client}.${key}`))
        .map(({ key, value }) => [`${client}.${key}`, value.text]),
    );
    const isDynamic = own.some(({ value }) => value.kind === 'dynamic');
    const fixes = isDynamic
      ? []
      : [setAll(reader, `Repeat the settings of security for ${kinds}`, Object.fromEntries(copies))];
    // A worker of sources alone needs no consumer, one of sinks alone no producer, and connectors may bring their own.
    const isMeant = reader.setString('connector.client.config.override.policy')?.value.endsWith('All') === true;
    const severity = without.length === CLIENTS.length && !isMeant ? 'warning' : 'information';
    yield { span: protocol.entry.span, message, severity, fixes };
  },
};
