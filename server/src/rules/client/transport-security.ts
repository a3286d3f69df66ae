import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { tableOf } from '../../model/tableOf';
import { controllerListenerNames, protocolMap } from '../broker/support/listeners';
import { removeEntry, setEntry } from '../fixes';
import { CLIENT_ROLES, SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { asClient, wholePart } from '../support/wholePart';
import { isLocal, isPublic } from './support/addresses';
import { bootstrapHosts } from './support/bootstrap';

/** Mechanisms that send what whoever listens can use again. */
const CLEAR_TEXT: Readonly<Record<string, string>> = tableOf({
  PLAIN: 'user name and password cross',
  OAUTHBEARER: 'access token crosses',
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
    const unknown = unknownAlgorithm(reader);
    if (unknown) yield unknown;
    const hosts = bootstrapHosts(reader);
    if (hosts.length > 0 && hosts.every(isLocal)) return;
    const open = overTheInternet(wholePart(given), hosts);
    if (open) yield open;
    const clear = clearTextLogin(reader);
    if (clear) yield clear;
    const unchecked = uncheckedHost(reader);
    if (unchecked) yield unchecked;
  },
  checkEntry: openEndpoint,
};

function overTheInternet(reader: Reader, hosts: readonly string[]): Report | undefined {
  const host = hosts.find(isPublic);
  const entry = reader.entry('bootstrap.servers');
  if (host === undefined || !entry || reader.string('security.protocol')?.toUpperCase() !== 'PLAINTEXT')
    return undefined;
  const message = `Records cross the internet unencrypted: ${host} is a public address, and security.protocol is PLAINTEXT.`;
  return { span: entry.span, message, severity: inEnvironment(reader, 'warning') };
}

function clearTextLogin(reader: Reader): Report | undefined {
  const protocol = reader.setString('security.protocol');
  if (protocol?.value.toUpperCase() !== 'SASL_PLAINTEXT') return undefined;
  const mechanism = reader.string('sasl.mechanism');
  if (mechanism === undefined) return undefined;
  const what = CLEAR_TEXT[mechanism];
  const message = what
    ? `With SASL_PLAINTEXT and ${mechanism} the ${what} the network in clear text, and so do the records.`
    : `With SASL_PLAINTEXT and ${mechanism} the login is protected, but the records cross the network in clear text.`;
  const severity = inEnvironment(reader, what ? 'warning' : 'information');
  return { span: protocol.entry.span, message, severity, fixes: [setEntry(protocol.entry, 'SASL_SSL')] };
}

const ALGORITHM = 'ssl.endpoint.identification.algorithm';

/** X509TrustManagerImpl.checkIdentity; people write `null` or `none` to switch the check off. */
function unknownAlgorithm(reader: Reader): Report | undefined {
  const algorithm = reader.setString(ALGORITHM);
  if (!algorithm || /^(?:https|ldaps?)?$/i.test(algorithm.value)) return undefined;
  const protocol = isServer(reader)
    ? protocolBetweenServers(reader)
    : reader.string('security.protocol')?.toUpperCase();
  if (protocol !== undefined && !protocol.endsWith('SSL')) return undefined;
  const message = `Java has no identification algorithm ${algorithm.value}, so each TLS handshake fails; https checks the host.`;
  return { span: algorithm.entry.span, message, fixes: [setEntry(algorithm.entry, 'https')] };
}

const ENDPOINT = /(?:^|\.)sasl\.oauthbearer\.(token|jwks)\.endpoint\.url$/;

/** Where tokens, or the keys that they are checked with, are fetched without encryption. */
function* openEndpoint({ key, value, span, overriddenBy }: Entry): Iterable<Report> {
  const [, what] = ENDPOINT.exec(key) ?? [];
  const host = /^\s*http:\/\/([^/:\s]+)/i.exec(value.text)?.[1];
  if (what === undefined || host === undefined || value.kind === 'dynamic' || overriddenBy || isLocal(host)) return;
  const risk =
    what === 'token'
      ? 'the client secret and the token cross the network in clear text'
      : 'whoever is on the way can replace the keys, and so make tokens';
  yield { span, message: `With http to ${host} ${risk}.` };
}

const isServer = (reader: Reader): boolean => SERVER_ROLES.some((role) => role === reader.scope.role);

function uncheckedHost(reader: Reader): Report | undefined {
  const algorithm = reader.setString(ALGORITHM);
  const protocol = isServer(reader)
    ? protocolBetweenServers(reader)
    : reader.string('security.protocol')?.toUpperCase();
  if (algorithm?.value !== '' || (protocol !== undefined && !protocol.endsWith('SSL'))) return undefined;
  const message =
    'An empty ssl.endpoint.identification.algorithm turns off the check of host names: whoever has any certificate that ' +
    'the trust store accepts can pose as a broker.';
  const fixes = [removeEntry(algorithm.entry, 'the default is https')];
  return { span: algorithm.entry.span, message, severity: inEnvironment(reader, 'warning'), fixes };
}

/** How a broker or controller connects to the others; one with TLS, where there is one. */
function protocolBetweenServers(reader: Reader): string {
  const map = protocolMap(reader);
  const between = reader.string('inter.broker.listener.name') ?? reader.string('security.inter.broker.protocol');
  // A controller connects to controllers only.
  const isBroker = reader.scope.role !== 'controller' && between !== undefined;
  const names = [...(isBroker ? [between] : []), ...(controllerListenerNames(reader) ?? [])];
  const protocols = names.map((name) => map?.get(name.trim().toUpperCase()) ?? name.trim().toUpperCase());
  return protocols.find((protocol) => protocol.endsWith('SSL')) ?? '';
}
