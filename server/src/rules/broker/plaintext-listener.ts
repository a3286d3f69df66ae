import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { controllerListenerNames, type Listener, listenersOf, protocolMap } from './support/listeners';
import { isLocalHost, isLocalSetup } from './support/quorum';

export const rule: ScopeRule = {
  id: 'broker/plaintext-listener',
  summary: 'A listener sends records, and passwords, unencrypted',
  severity: 'information',
  roles: BROKER_ROLES,
  sources: ['Kafka documentation, Security (listener configuration)'],
  *check(reader: Reader): Iterable<Report> {
    const entry = reader.entry('listeners');
    const found = listenersOf(reader, 'listeners');
    const controllers = controllerListenerNames(reader);
    if (!entry || !found || !controllers || isLocalSetup(reader)) return;
    const open = found.listeners.filter(
      (listener) => !controllers.includes(listener.name) && !isLocalHost(listener.host) && isPlain(reader, listener),
    );
    const [first] = open;
    if (!first) return;
    const names = open.map(({ name }) => name).join(', ');
    const sasl = open.some((listener) => protocolOf(reader, listener) === 'SASL_PLAINTEXT');
    const what = sasl ? 'Records, and with SASL PLAIN the passwords too,' : 'Records';
    yield { span: entry.span, message: `${what} cross the network unencrypted on ${names}.` };
  },
};

function isPlain(reader: Reader, listener: Listener): boolean {
  return protocolOf(reader, listener)?.endsWith('PLAINTEXT') ?? false;
}

function protocolOf(reader: Reader, { name }: Listener): string | undefined {
  if (reader.entry('listener.security.protocol.map')?.value.kind === 'dynamic') return undefined;
  return protocolMap(reader)?.get(name) ?? name;
}
