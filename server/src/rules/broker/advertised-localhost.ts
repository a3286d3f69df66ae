import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { elementsOf } from '../support/elements';
import { controllerListenerNames, listenersOf } from './support/listeners';
import { isLocalHost, isLocalSetup } from './support/quorum';

const CLUSTER = ['controller.quorum.voters', 'controller.quorum.bootstrap.servers', 'zookeeper.connect'];

export const rule: ScopeRule = {
  id: 'broker/advertised-localhost',
  summary: 'A broker of a cluster tells everybody to connect to localhost',
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: ['Kafka documentation, broker configs (advertised.listeners)'],
  *check(reader: Reader): Iterable<Report> {
    const entry = reader.entry('advertised.listeners');
    const found = listenersOf(reader, 'advertised.listeners');
    const controllers = controllerListenerNames(reader);
    if (!entry || !found || !controllers || found.malformed.length > 0) return;
    const own = found.listeners.filter(({ name }) => !controllers.includes(name));
    if (own.length === 0 || !own.every(({ host }) => isLocalHost(host))) return;
    // Only where the file itself shows that other hosts take part.
    const known = CLUSTER.some((key) => reader.has(key) && elementsOf(reader, key)?.length);
    if (!known || isLocalSetup(reader) || isAloneInContainer(reader)) return;
    const message =
      'Clients and other brokers are told to connect to localhost, which is themselves: only processes on this host can use the broker.';
    yield { span: entry.span, message };
  },
};

/** Programs on the host use it through its published port; `compose/unreachable-listener` looks at other containers. */
function isAloneInContainer({ scope: { container, brokers } }: Reader): boolean {
  return container !== undefined && brokers === 1;
}
