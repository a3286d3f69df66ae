import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { isPublic } from '../client/support/addresses';
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
    for (const between of BETWEEN_SERVERS) {
      const passwords = passwordSent(reader, between);
      if (passwords) yield passwords;
    }
    // Without listeners a broker listens on what it is to advertise by that name.
    const key = reader.has('listeners') ? 'listeners' : 'advertised.listeners';
    const entry = reader.entry(key);
    const found = listenersOf(reader, key);
    const controllers = controllerListenerNames(reader);
    if (!entry || !found || !controllers) return;
    const protocolOf = protocolsOf(reader);
    const open = found.listeners.filter(
      (listener) =>
        !controllers.includes(listener.name) && !isLocalHost(listener.host) && isPlain(protocolOf(listener)),
    );
    const [first] = open;
    if (!first) return;
    const names = open.map(({ name }) => name).join(', ');
    const sasl = open.some((listener) => protocolOf(listener) === 'SASL_PLAINTEXT');
    const what = sasl ? 'Records, and with SASL PLAIN the passwords too,' : 'Records';
    const openNames = new Set(open.map(({ name }) => name));
    const isOpenToAll = advertisedToClients(reader)?.some(({ name, host }) => openNames.has(name) && isPublic(host));
    if ((isLocalSetup(reader) || key === 'advertised.listeners') && !isOpenToAll) return;
    const severity = isOpenToAll ? inEnvironment(reader, 'warning') : 'information';
    const reach = isOpenToAll ? ' The address that is advertised for it is one of the internet.' : '';
    yield { span: entry.span, message: `${what} cross the network unencrypted on ${names}.${reach}`, severity };
  },
};

interface Between {
  readonly mechanism: string;
  readonly who: string;
  protocol(reader: Reader): string | undefined;
}

const BETWEEN_SERVERS: readonly Between[] = [
  {
    mechanism: 'sasl.mechanism.inter.broker.protocol',
    who: 'Brokers send their own password unencrypted to each other',
    protocol: (reader) => {
      const name = reader.setString('inter.broker.listener.name')?.value.toUpperCase();
      if (name !== undefined) return protocolMap(reader)?.get(name);
      return reader.setString('security.inter.broker.protocol')?.value.toUpperCase();
    },
  },
  {
    mechanism: 'sasl.mechanism.controller.protocol',
    who: 'Brokers send their own password unencrypted to the controllers',
    protocol: (reader) => protocolMap(reader)?.get(controllerListenerNames(reader)?.[0]?.trim() ?? ''),
  },
];

/** Servers that log in to others with PLAIN send their password with every connection. */
function passwordSent(reader: Reader, { mechanism, who, protocol }: Between): Report | undefined {
  const written = reader.setString(mechanism);
  if (written?.value !== 'PLAIN' || protocol(reader) !== 'SASL_PLAINTEXT' || isLocalSetup(reader)) return undefined;
  const message = `${who}: PLAIN over SASL_PLAINTEXT. Who reads it may do what a broker may.`;
  return { span: written.entry.span, message, severity: inEnvironment(reader, 'warning') };
}

const isPlain = (protocol: string | undefined): boolean => protocol?.endsWith('PLAINTEXT') ?? false;

/** Tells the protocols of listeners; the map is read once for all of them. */
function protocolsOf(reader: Reader): (listener: Listener) => string | undefined {
  if (reader.entry('listener.security.protocol.map')?.value.kind === 'dynamic') return () => undefined;
  const map = protocolMap(reader);
  return ({ name }) => map?.get(name) ?? name;
}
