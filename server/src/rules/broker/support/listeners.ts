import { withoutEmptyEnd } from '../../../catalogue/javaSplit';
import type { Reader } from '../../../catalogue/reader';
import { elementsOf } from '../../support/elements';

export interface Listener {
  readonly text: string;
  /** In upper case, as Kafka compares names. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

/** What a listener setting says; `malformed` elements are those that Kafka cannot read. */
export interface Listeners {
  readonly listeners: readonly Listener[];
  readonly malformed: readonly string[];
}

// SocketServerConfigs' URI_PARSE_REGEXP: any name, then a host that may be empty or in brackets, then a port.
const LISTENER = /^(.*):\/\/\[?([0-9a-zA-Z\-%._:]*)\]?:(-?[0-9]+)$/;

export const SECURITY_PROTOCOLS: readonly string[] = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

type ListenerKey = 'listeners' | 'advertised.listeners';

/** The listeners of the key as it is in force; undefined when they cannot be known. Read once, since many rules ask. */
export function listenersOf(reader: Reader, key: ListenerKey): Listeners | undefined {
  return reader.once(key === 'listeners' ? readBound : readAdvertised, undefined);
}

const readBound = (reader: Reader): Listeners | undefined => readListeners(reader, 'listeners');
const readAdvertised = (reader: Reader): Listeners | undefined => readListeners(reader, 'advertised.listeners');

function readListeners(reader: Reader, key: ListenerKey): Listeners | undefined {
  const elements = reader.has(key) ? elementsOf(reader, key) : undefined;
  return elements && parseListeners(elements);
}

function parseListeners(elements: readonly string[]): Listeners {
  const parsed = elements.map((text) => ({ text, match: LISTENER.exec(text) }));
  return {
    listeners: parsed.flatMap(({ text, match }) => {
      if (!match || !isInt(match[3])) return [];
      const [, name = '', host = '', port = ''] = match;
      return [{ text, name: name.toUpperCase(), host, port: Number(port) }];
    }),
    malformed: parsed.filter(({ match }) => !isInt(match?.[3])).map(({ text }) => text),
  };
}

const isInt = (port: string | undefined): boolean => port !== undefined && Number(port) >> 0 === Number(port);

/**
 * The listeners that a node with roles listens on: Kafka's default where a whole file names none. Undefined when they
 * cannot be known.
 */
export function boundListeners(reader: Reader): Listeners | undefined {
  if (reader.has('listeners')) return listenersOf(reader, 'listeners');
  // Images listen on what their variables advertise.
  if (reader.scope.defaults?.has('listeners')) {
    const elements = reader.list('listeners');
    return elements && parseListeners(elements);
  }
  return reader.scope.completeness === 'complete' ? DEFAULT_LISTENERS : undefined;
}

const DEFAULT_LISTENERS: Listeners = {
  listeners: [{ text: 'PLAINTEXT://:9092', name: 'PLAINTEXT', host: '', port: 9092 }],
  malformed: [],
};

/** What a node is told to advertise; undefined where that is what it listens on, or cannot be known. */
export function writtenAdvertised(reader: Reader): Listeners | undefined {
  const key = 'advertised.listeners';
  if (reader.has(key)) return listenersOf(reader, key);
  // Kafka 3.0 did away with these.
  const [host, port] = ['advertised.host.name', 'advertised.port'];
  if (reader.atLeast('3.0') || !(reader.has(host) || reader.has(port))) return undefined;
  // In a part of a file they may be left over beside listeners that stand elsewhere.
  if (reader.scope.completeness === 'fragment' && !reader.has('listeners')) return undefined;
  const plain = { text: '', name: 'PLAINTEXT', host: reader.string(host) ?? '', port: reader.number(port) ?? 9092 };
  return { listeners: [plain], malformed: [] };
}

/** What a node advertises; undefined when it cannot be known. */
export function advertisedListeners(reader: Reader): Listeners | undefined {
  if (reader.has('advertised.listeners')) return listenersOf(reader, 'advertised.listeners');
  return writtenAdvertised(reader) ?? boundListeners(reader);
}

/** What brokers tell clients to connect to, without controllers' listeners; undefined when it cannot be known. */
export function advertisedToClients(reader: Reader): readonly Listener[] | undefined {
  const found = advertisedListeners(reader);
  const controllers = unadvertisedNames(reader);
  if (!found || !controllers || found.malformed.length > 0) return undefined;
  const names = new Set(controllers);
  return found.listeners.filter(({ name }) => !names.has(name));
}

/**
 * The names as written, since Kafka compares them with the listeners' names in upper case; before 4.1 with the
 * blanks around the commas. Empty when the key is not set; undefined when it cannot be known.
 */
export function controllerListenerNames(reader: Reader): readonly string[] | undefined {
  const key = 'controller.listener.names';
  if (!reader.has(key)) return [];
  const text = reader.string(key);
  if (text === undefined) return reader.list(key);
  if (reader.atLeast('4.1')) return elementsOf(reader, key);
  return text === '' ? [] : withoutEmptyEnd(text.split(','));
}

/** The controllers' listeners as long as they are not for clients: the previews of KRaft advertise what is written. */
export function unadvertisedNames(reader: Reader): readonly string[] | undefined {
  const isPreview = !reader.atLeast('3.1');
  return isPreview && writtenAdvertised(reader) ? [] : controllerListenerNames(reader);
}

/** True where the node is known to run without ZooKeeper. */
export function isKraft(reader: Reader): boolean {
  return (processRoles(reader)?.length ?? 0) > 0;
}

/** True where the node is known to have no role: an empty process.roles is as good as none. */
export function hasNoRole(reader: Reader): boolean {
  return !reader.has('process.roles') || processRoles(reader)?.length === 0;
}

/** True where the node is known to run with ZooKeeper. */
export function isZooKeeper(reader: Reader): boolean {
  return !reader.atLeast('4.0') && reader.has('zookeeper.connect') && hasNoRole(reader);
}

/** True for what Kafka 4.0 and 4.1 take for neither a broker nor a controller, of which they ask less than of brokers. */
export function isIdle(reader: Reader): boolean {
  return reader.atLeast('4.0') && processRoles(reader)?.length === 0;
}

/** True where a listener's name itself asks for encryption or a login, so that no default of PLAINTEXT is added. */
export function hasSecureNames(reader: Reader): boolean {
  const bound = boundListeners(reader)?.listeners.map(({ name }) => name) ?? [];
  return [...bound, ...(controllerListenerNames(reader) ?? [])].some((name) => SECURE.includes(name));
}

const SECURE: readonly string[] = ['SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

/** The roles of a KRaft node; undefined in ZooKeeper mode or when they cannot be known. */
export function processRoles(reader: Reader): readonly string[] | undefined {
  return reader.has('process.roles') ? elementsOf(reader, 'process.roles') : undefined;
}

/** Listener names with their security protocols, where the map is written and can be known. */
export function protocolMap(reader: Reader): ReadonlyMap<string, string> | undefined {
  const elements = elementsOf(reader, 'listener.security.protocol.map');
  if (!elements || !reader.has('listener.security.protocol.map')) return undefined;
  const pairs = elements.map((element) => {
    const colon = element.lastIndexOf(':');
    return [
      element.slice(0, colon).trim().toUpperCase(),
      element
        .slice(colon + 1)
        .trim()
        .toUpperCase(),
    ] as const;
  });
  return new Map(pairs);
}

/** True where a placeholder in any of the keys leaves open what they say. */
export function isUncertain(reader: Reader, ...keys: readonly string[]): boolean {
  return keys.some((key) => reader.entry(key)?.value.kind === 'dynamic');
}
