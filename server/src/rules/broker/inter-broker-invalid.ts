import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry, setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { advertisedListeners, isIdle, isUncertain, unadvertisedNames } from './support/listeners';

const NAME = 'inter.broker.listener.name';
const PROTOCOL = 'security.inter.broker.protocol';

export const rule: ScopeRule = {
  id: 'broker/inter-broker-invalid',
  summary: 'Brokers cannot tell how to reach each other',
  severity: 'error',
  roles: BROKER_ROLES,
  sources: ['KafkaConfig.validateValues', 'AbstractKafkaConfig.interBrokerListenerNameAndSecurityProtocol'],
  *check(reader: Reader): Iterable<Report> {
    const name = reader.entry(NAME);
    const protocol = reader.entry(PROTOCOL);
    // A template may write one or the other.
    if (name?.value.kind === 'literal' && protocol?.value.kind === 'literal') {
      const message = `Only one of ${NAME} and ${PROTOCOL} may be set: Kafka fails to start.`;
      yield { span: protocol.span, message, fixes: [removeEntry(protocol)] };
      return;
    }
    if (isUncertain(reader, 'listeners', 'advertised.listeners', NAME, PROTOCOL, 'controller.listener.names')) return;
    if (isIdle(reader) || isUpToImage(reader)) return;
    const found = advertisedListeners(reader);
    const controllers = unadvertisedNames(reader);
    if (!found || !controllers || found.malformed.length > 0) return;
    const names = found.listeners.map((listener) => listener.name).filter((one) => !controllers.includes(one));
    if (names.length === 0) return;
    yield* judge(reader, names);
  },
};

/** An image that nobody knows may set what its variables do not. */
function isUpToImage(reader: Reader): boolean {
  const { container } = reader.scope;
  return container !== undefined && !container.image?.name && !reader.has(NAME) && !reader.has(PROTOCOL);
}

function* judge(reader: Reader, names: readonly string[]): Iterable<Report> {
  const entry =
    reader.entry(NAME) ?? reader.entry(PROTOCOL) ?? reader.entry('advertised.listeners') ?? reader.entry('listeners');
  const wanted = (reader.string(NAME) ?? reader.setString(PROTOCOL)?.value ?? 'PLAINTEXT').toUpperCase();
  if (!entry || names.includes(wanted)) return;
  const source = reader.has(NAME) ? NAME : reader.has(PROTOCOL) ? PROTOCOL : `the default of ${PROTOCOL}`;
  // A file without any listener leaves them to whatever starts the broker.
  const isOpen = !reader.has('listeners') && !reader.has('advertised.listeners');
  const end = isOpen
    ? 'without a listener that is added when it is started, Kafka fails to start'
    : 'Kafka fails to start';
  const message = `${source} is ${wanted}, which is not among the listeners of this broker (${names.join(', ')}): ${end}.`;
  const severity = isOpen ? 'information' : 'error';
  const named = reader.entry(NAME);
  const [first] = names;
  if (named && first) yield { span: entry.span, message, severity, fixes: [setEntry(named, first)] };
  else if (first) {
    const fix = {
      title: `Add ${NAME}=${first}`,
      safe: false,
      edits: [
        ...(reader.has(PROTOCOL) ? removeEntry(entry).edits : []),
        { kind: 'add', scope: reader.scope, key: NAME, value: first } as const,
      ],
    };
    yield { span: entry.span, message, severity, fixes: [fix] };
  }
}
