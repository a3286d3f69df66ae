import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { firstRepeated } from '../support/repeated';
import { isV4, isV6 } from './support/addresses';
import {
  controllerListenerNames,
  hasSecureNames,
  isKraft,
  isUncertain,
  type Listener,
  listenersOf,
  protocolMap,
  SECURITY_PROTOCOLS,
} from './support/listeners';
import { mapped } from './support/mapFix';

const MAP = 'listener.security.protocol.map';

export const rule: ScopeRule = {
  id: 'broker/listeners-invalid',
  summary: 'Kafka cannot read a listener, knows no protocol for it, or finds it twice',
  severity: 'error',
  roles: SERVER_ROLES,
  sources: ['SocketServerConfigs.listenerListToEndPoints', 'AbstractKafkaConfig.effectiveListenerSecurityProtocolMap'],
  *check(reader: Reader): Iterable<Report> {
    yield* unmappedController(reader);
    yield* unmappedDefault(reader);
    for (const key of ['listeners', 'advertised.listeners'] as const) {
      const entry = reader.entry(key);
      const found = listenersOf(reader, key);
      if (!entry || !found) continue;
      const [broken] = found.malformed;
      if (broken !== undefined) yield malformed(entry, broken);
      else yield* judge(reader, entry, found.listeners, key === 'listeners');
    }
  },
};

/**
 * With a map of its own the node must map its controller listeners too, also a broker that only connects to them; without
 * one Kafka takes them for PLAINTEXT only while no listener's name asks for encryption or a login.
 */
function* unmappedController(reader: Reader): Iterable<Report> {
  const entry = reader.entry('controller.listener.names');
  if (!entry || !isKraft(reader) || !reader.atLeast('3.1') || isUncertain(reader, MAP)) return;
  if (controllerListenerNames(reader)?.some((name) => name.trim() === '')) {
    yield { span: entry.span, message: 'controller.listener.names has an empty name, so the server does not start.' };
    return;
  }
  const map = protocolMap(reader);
  if (!map && (reader.scope.completeness === 'fragment' || !hasSecureNames(reader))) return;
  const nameless = controllerListenerNames(reader)
    ?.map(normalised)
    .find((name) => !(map ? map.has(name) : SECURITY_PROTOCOLS.includes(name)));
  if (!nameless) return;
  const why = map ? `once ${MAP} is set it must have it` : 'with a listener called SSL or SASL it needs one in the map';
  const message = `No security protocol is defined for the controller listener ${nameless}: ${why}, or the server does not start.`;
  yield { span: entry.span, message, fixes: [mapped(reader, nameless)] };
}

/** Without listeners a node has one that is called PLAINTEXT, and a written map must have it. */
function* unmappedDefault(reader: Reader): Iterable<Report> {
  const entry = reader.entry(MAP);
  const map = protocolMap(reader);
  if (!entry || !map || map.has('PLAINTEXT') || reader.has('listeners')) return;
  // An image listens on what is advertised.
  if (reader.scope.defaults?.has('listeners')) return;
  if (reader.scope.completeness === 'fragment') return;
  const message = `listeners is not set, and ${MAP} lacks the default's PLAINTEXT: the server does not start.`;
  yield { span: entry.span, message, fixes: [mapped(reader, 'PLAINTEXT')] };
}

function malformed(entry: Entry, text: string): Report {
  const message = `"${text}" is not NAME://host:port, so the broker does not start.`;
  const isAddress = /^[\w.-]*:\d+$/.test(text);
  const fixed = entry.value.text.trim().replace(text, `PLAINTEXT://${text}`);
  return { span: entry.span, message, ...(isAddress && { fixes: [setEntry(entry, fixed)] }) };
}

function* judge(reader: Reader, entry: Entry, listeners: readonly Listener[], binds: boolean): Iterable<Report> {
  // Without a role they are listeners like others, and to the previews of KRaft they always are.
  const isExempt = reader.atLeast('3.1') && (isKraft(reader) || isUncertain(reader, 'process.roles'));
  const controllers = isExempt ? (controllerListenerNames(reader) ?? []) : [];
  // What stands in both is told at the listeners.
  const bound = binds ? [] : (listenersOf(reader, 'listeners')?.listeners.map(({ name }) => name) ?? []);
  const exempt = new Set([...controllers, ...bound]);
  const lacksProtocol = protocolJudge(reader);
  const nameless = listeners.find(({ name }) => !exempt.has(name) && lacksProtocol(name));
  if (nameless) {
    const message = `No security protocol is defined for the listener ${nameless.name}: it needs an entry in ${MAP}, or the broker does not start.`;
    yield { span: entry.span, message, fixes: [mapped(reader, nameless.name)] };
  }
  const twin = firstRepeated(listeners.map(({ name }) => name));
  if (twin)
    yield {
      span: entry.span,
      message: `The listener ${twin} stands twice in ${entry.key}; each must have its own name, or the broker does not start.`,
    };
  const port = binds ? repeatedPort(reader, listeners) : undefined;
  if (port)
    yield {
      span: entry.span,
      message: `Two listeners share port ${port}; each must have its own, or the broker does not start.`,
      fixes: [otherPort(entry, listeners, port)],
    };
  const impossible = impossiblePort(entry, listeners, binds || isKraft(reader));
  if (impossible) yield impossible;
}

/** Tells which names of listeners have no protocol. */
function protocolJudge(reader: Reader): (name: string) => boolean {
  if (isUncertain(reader, MAP, 'controller.listener.names', 'process.roles')) return () => false;
  const map = protocolMap(reader);
  if (map) return (name) => !map.has(name);
  // The map of an overlay may stand in the file that it is laid over.
  if (reader.scope.completeness === 'fragment') return () => false;
  // Without a map KRaft takes controller listeners for PLAINTEXT, as long as no listener is secure.
  const takesPlaintext = reader.atLeast('3.1') && (isKraft(reader) || reader.atLeast('4.0')) && !hasSecureNames(reader);
  const controllers = takesPlaintext ? controllerListenerNames(reader) : [];
  const isPlaintext = (name: string): boolean => controllers === undefined || controllers.includes(name);
  return (name) => !SECURITY_PROTOCOLS.includes(name) && !isPlaintext(name);
}

const normalised = (name: string): string => name.toUpperCase();

/** Port 0 is any; from 3.6 on one IPv4 and one IPv6 address, written as such, may share a port. */
function repeatedPort(reader: Reader, listeners: readonly Listener[]): number | undefined {
  const hostsByPort = new Map(listeners.map(({ port }) => [port, [] as string[]]));
  for (const { host, port } of listeners) hostsByPort.get(port)?.push(host);
  return listeners.find(({ port }) => {
    const hosts = hostsByPort.get(port) ?? [];
    if (port === 0 || hosts.length < 2) return false;
    return !(reader.atLeast('3.6') && hosts.length === 2 && hosts.some(isV4) && hosts.some(isV6));
  })?.port;
}

/** Of what a node binds, and of what a KRaft broker registers; a ZooKeeper broker tells it as it stands. */
function impossiblePort(entry: Entry, listeners: readonly Listener[], isRefused: boolean): Report | undefined {
  const wrong = listeners.find(({ port }) => port < 0 || port > 65_535);
  if (!wrong) return undefined;
  const consequence = isRefused ? 'the broker does not start' : 'nobody can connect to it';
  const message = `${wrong.text} has port ${wrong.port}, and ports go from 0 to 65535: ${consequence}.`;
  return { span: entry.span, message, ...(!isRefused && { severity: 'warning' as const }) };
}

/** The last of them gets the next port that no other has. */
function otherPort(entry: Entry, listeners: readonly Listener[], port: number): Fix {
  const taken = new Set(listeners.map((listener) => listener.port));
  let free = port + 1;
  while (taken.has(free)) free++;
  const text = listeners.findLast((listener) => listener.port === port)?.text ?? '';
  const written = entry.value.text.trim();
  const at = written.lastIndexOf(text) + text.lastIndexOf(':') + 1;
  return setEntry(entry, `${written.slice(0, at)}${free}${written.slice(written.lastIndexOf(text) + text.length)}`);
}
