import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { tableOf } from '../../model/tableOf';
import { controllerListenerNames, protocolMap } from '../broker/support/listeners';
import { removeEntry, setEntry } from '../fixes';
import { CLIENT_ROLES, SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { asClient } from '../support/wholePart';
import { isLocal } from './support/addresses';
import { bootstrapHosts } from './support/bootstrap';

/** Mechanisms that send what whoever listens can use again. */
const CLEAR_TEXT: Readonly<Record<string, string>> = tableOf({
  PLAIN: 'user name and password',
  OAUTHBEARER: 'access token',
});

export const rule: ScopeRule = {
  id: 'client/transport-security',
  summary: 'Credentials travel in clear text, or certificates are not checked against the host',
  severity: 'warning',
  roles: [...CLIENT_ROLES, ...SERVER_ROLES],
  clients: ['java', 'kafka-python', 'aiokafka'],
  sources: [
    'Kafka documentation: security (SASL/PLAIN with TLS only)',
    'SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_DOC',
  ],
  *check(given: Reader): Iterable<Report> {
    const reader = asClient(given);
    const hosts = bootstrapHosts(reader);
    if (hosts.length > 0 && hosts.every(isLocal)) return;
    const clear = clearTextLogin(reader);
    if (clear) yield clear;
    const unchecked = uncheckedHost(reader);
    if (unchecked) yield unchecked;
  },
};

function clearTextLogin(reader: Reader): Report | undefined {
  const protocol = reader.setString('security.protocol');
  if (protocol?.value.toUpperCase() !== 'SASL_PLAINTEXT') return undefined;
  const mechanism = reader.string('sasl.mechanism');
  if (mechanism === undefined) return undefined;
  const what = CLEAR_TEXT[mechanism];
  const message = what
    ? `With SASL_PLAINTEXT and ${mechanism} the ${what} cross the network in clear text, and so do the records.`
    : `With SASL_PLAINTEXT and ${mechanism} the login is protected, but the records cross the network in clear text.`;
  const severity = inEnvironment(reader, what ? 'warning' : 'information');
  return { span: protocol.entry.span, message, severity, fixes: [setEntry(protocol.entry, 'SASL_SSL')] };
}

function uncheckedHost(reader: Reader): Report | undefined {
  const algorithm = reader.setString('ssl.endpoint.identification.algorithm');
  const isServer = SERVER_ROLES.some((role) => role === reader.scope.role);
  const protocol = isServer ? protocolBetweenServers(reader) : reader.string('security.protocol')?.toUpperCase();
  if (algorithm?.value !== '' || (protocol !== undefined && !protocol.endsWith('SSL'))) return undefined;
  const message =
    'An empty ssl.endpoint.identification.algorithm takes any certificate that the trust store accepts for any host: ' +
    'whoever has one can stand in for a broker.';
  const fixes = [removeEntry(algorithm.entry, 'the default is https')];
  return { span: algorithm.entry.span, message, severity: inEnvironment(reader, 'warning'), fixes };
}

/** How a broker or controller connects to the others; one with TLS, where there is one. */
function protocolBetweenServers(reader: Reader): string {
  const map = protocolMap(reader);
  const between = reader.string('inter.broker.listener.name') ?? reader.string('security.inter.broker.protocol');
  const names = [...(between === undefined ? [] : [between]), ...(controllerListenerNames(reader) ?? [])];
  const protocols = names.map((name) => map?.get(name.trim().toUpperCase()) ?? name.trim().toUpperCase());
  return protocols.find((protocol) => protocol.endsWith('SSL')) ?? '';
}
