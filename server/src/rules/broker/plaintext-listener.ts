import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';
import {
  advertisedToClients,
  controllerListenerNames,
  type Listener,
  listenersOf,
  protocolMap,
} from './support/listeners';
import { isLocalHost, isLocalSetup } from './support/quorum';

export const rule: ScopeRule = {
  id: 'broker/plaintext-listener',
  summary: 'A listener sends records, and passwords, unencrypted',
  severity: 'information',
  roles: BROKER_ROLES,
  sources: ['Kafka documentation, Security (listener configuration)'],
  *check(reader: Reader): Iterable<Report> {
    const passwords = brokersPassword(reader);
    if (passwords) yield passwords;
    // Without listeners a broker listens on what it is to advertise by that name.
    const key = reader.has('listeners') ? 'listeners' : 'advertised.listeners';
    const entry = reader.entry(key);
    const found = listenersOf(reader, key);
    const controllers = controllerListenerNames(reader);
    if (!entry || !found || !controllers) return;
    const open = found.listeners.filter(
      (listener) => !controllers.includes(listener.name) && !isLocalHost(listener.host) && isPlain(reader, listener),
    );
    const [first] = open;
    if (!first) return;
    const names = open.map(({ name }) => name).join(', ');
    const sasl = open.some((listener) => protocolOf(reader, listener) === 'SASL_PLAINTEXT');
    const what = sasl ? 'Records, and with SASL PLAIN the passwords too,' : 'Records';
    const isPublic = advertisedToClients(reader)?.some(
      ({ name, host }) => open.some((listener) => listener.name === name) && isPublicAddress(host),
    );
    if ((isLocalSetup(reader) || key === 'advertised.listeners') && !isPublic) return;
    const severity = isPublic ? inEnvironment(reader, 'warning') : 'information';
    const reach = isPublic ? ' The address that is advertised for it is one of the internet.' : '';
    yield { span: entry.span, message: `${what} cross the network unencrypted on ${names}.${reach}`, severity };
  },
};

/** Brokers that log in to each other with PLAIN send their password with every connection. */
function brokersPassword(reader: Reader): Report | undefined {
  const mechanism = reader.setString('sasl.mechanism.inter.broker.protocol');
  const [name, protocol] = [
    reader.setString('inter.broker.listener.name'),
    reader.setString('security.inter.broker.protocol'),
  ];
  const isOpen =
    (name ? protocolMap(reader)?.get(name.value.toUpperCase()) : protocol?.value.toUpperCase()) === 'SASL_PLAINTEXT';
  if (mechanism?.value !== 'PLAIN' || !isOpen || isLocalSetup(reader)) return undefined;
  const message =
    'Brokers send their own password unencrypted to each other: PLAIN over SASL_PLAINTEXT. Who reads it may do what a broker may.';
  return { span: mechanism.entry.span, message, severity: inEnvironment(reader, 'warning') };
}

function isPlain(reader: Reader, listener: Listener): boolean {
  return protocolOf(reader, listener)?.endsWith('PLAINTEXT') ?? false;
}

function protocolOf(reader: Reader, { name }: Listener): string | undefined {
  if (reader.entry('listener.security.protocol.map')?.value.kind === 'dynamic') return undefined;
  return protocolMap(reader)?.get(name) ?? name;
}

/** An IPv4 address that is none of private networks and of the own host; few names tell what they stand for. */
function isPublicAddress(host: string): boolean {
  if (/^ec2-\d+(?:-\d+){3}\./.test(host)) return true;
  const [a, b] = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) ? host.split('.').map(Number) : [];
  if (a === undefined || b === undefined) return false;
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b < 128) return false;
  if ((a === 169 && b === 254) || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return false;
  return !(a === 192 && b === 0);
}
