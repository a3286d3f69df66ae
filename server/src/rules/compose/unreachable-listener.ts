import type { Reader } from '../../catalogue/reader';
import type { Container } from '../../model/container';
import type { Report } from '../../model/finding';
import { advertisedToClients, type Listener } from '../broker/support/listeners';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'compose/unreachable-listener',
  summary: 'Clients are sent to an address that they cannot reach',
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: ['Kafka documentation, advertised.listeners', 'docker/examples/README.md of apache/kafka'],
  *check(reader: Reader): Iterable<Report> {
    const { container } = reader.scope;
    const entry = reader.entry('advertised.listeners');
    const advertised = advertisedToClients(reader);
    if (!container || !entry || entry.value.kind !== 'literal' || !advertised?.length) return;
    const inner = reader.string('inter.broker.listener.name')?.toUpperCase();
    const message = messageOf(container, advertised, inner);
    if (message) yield { span: entry.span, message };
  },
};

function messageOf(
  { ports, hosts, wanted }: Container,
  advertised: readonly Listener[],
  inner: string | undefined,
): string | undefined {
  const locals = advertised.filter(({ host }) => LOOPBACK.test(host));
  const published = ports.flatMap(({ host }) => host ?? []);
  const lost = locals.find(({ name, port }) => name !== inner && published.length > 0 && !published.includes(port));
  // Any port of the machine may be the one.
  if (lost && ports.every(({ host }) => host !== undefined)) {
    return `Clients on this machine are sent to ${lost.host}:${lost.port}, but only ${published.join(', ')} ${published.length > 1 ? 'are' : 'is'} published.`;
  }
  const [address] = wanted;
  if (locals.length === advertised.length && address) {
    return `Another container connects to ${address}, is sent to ${locals[0]?.host}:${locals[0]?.port}, and finds itself there.`;
  }
  // With several listeners somebody has thought about it, and has names for them elsewhere.
  const isInternal = advertised.length === 1 && advertised.every(({ host }) => hosts.includes(host));
  const [inside] = advertised;
  if (isInternal && inside && ports.some(({ container }) => advertised.some(({ port }) => port === container))) {
    return `A port is published, but its clients are sent to ${inside.host}:${inside.port}, a name that only containers know.`;
  }
  return undefined;
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/i;
