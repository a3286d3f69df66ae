import { lookup } from '../../catalogue/catalogue';
import type { Span } from '../../model/span';
import type { MutableEntry } from '../../recognition/parts';
import type { ScopeDraft } from '../../recognition/settingsScopes';
import { linkLast } from '../overridden';

/** A property of an application on MicroProfile, in whatever syntax. */
export interface WrittenProperty {
  /** With all that stands before Kafka's key, such as `mp.messaging.outgoing.orders.acks`. */
  readonly name: string;
  readonly entry: MutableEntry;
}

export interface SmallryeSyntax {
  readonly span: Span;
  readonly whole: boolean;
  /** The entry with Kafka's key, for a scope whose own names begin with the prefix. */
  settle(entry: MutableEntry, key: string, prefix: string): MutableEntry;
}

type Direction = 'incoming' | 'outgoing';

interface Channel {
  readonly direction: Direction;
  readonly name: string;
  readonly settings: Placed[];
  connector: string | undefined;
}

interface Placed {
  readonly key: string;
  readonly prefix: string;
  readonly entry: MutableEntry;
}

const CHANNEL = /^mp\.messaging\.(incoming|outgoing)\.("[^"]+"|[^."]+)\.(.+)$/;
const CONNECTOR = /^mp\.messaging\.connector\.(?:smallrye|liberty|helidon)-kafka\.(.+)$/;
const STREAMS = /^kafka-streams\.(.+)$/;

/** The clients of SmallRye's Kafka connector, one a channel, and the streams application of Quarkus. */
export function smallryeDrafts(properties: readonly WrittenProperty[], syntax: SmallryeSyntax): ScopeDraft[] {
  const channels = new Map<string, Channel>();
  const shared: Placed[] = [];
  const streams: Placed[] = [];
  for (const { name, entry } of inProduction(properties)) {
    const [, direction, channel, key] = CHANNEL.exec(name) ?? [];
    if (direction !== undefined && channel !== undefined && key !== undefined) {
      add(channelIn(channels, direction as Direction, channel), key, entry);
      continue;
    }
    const common = CONNECTOR.exec(name)?.[1] ?? /^kafka\.(.+)$/.exec(name)?.[1];
    if (common !== undefined) shared.push({ key: common, prefix: name.slice(0, -common.length), entry });
    const own = STREAMS.exec(name)?.[1] ?? streamsKey(name);
    if (own !== undefined) streams.push({ key: own, prefix: 'kafka-streams.', entry });
  }
  const kafkas = [...channels.values()].filter((channel) => isKafkas(channel, [...channels.values()], shared));
  return [
    ...kafkas.map((channel) => channelDraft(channel, shared, syntax)),
    ...(streams.length > 0 ? [streamsDraft(streams, syntax)] : []),
  ];
}

/** Without what is for tests and development; what production has of its own wins over what all profiles have. */
function inProduction(properties: readonly WrittenProperty[]): WrittenProperty[] {
  const own = new Set(properties.flatMap(({ name }) => (name.startsWith(PROD) ? name.slice(PROD.length) : [])));
  return properties.flatMap(({ name, entry }) => {
    if (name.startsWith(PROD)) return { name: name.slice(PROD.length), entry };
    return name.startsWith('%') || own.has(name) ? [] : { name, entry };
  });
}

const PROD = '%prod.';

function channelIn(channels: Map<string, Channel>, direction: Direction, name: string): Channel {
  const id = `${direction} ${name}`;
  const known = channels.get(id) ?? { direction, name, settings: [], connector: undefined };
  channels.set(id, known);
  return known;
}

function add(channel: Channel, key: string, entry: MutableEntry): void {
  if (key === 'connector') channel.connector = entry.value.text.trim();
  channel.settings.push({ key, prefix: `mp.messaging.${channel.direction}.${channel.name}.`, entry });
}

/** Quarkus attaches channels without a connector to the only one that there is. */
function isKafkas({ connector, settings }: Channel, all: readonly Channel[], shared: readonly Placed[]): boolean {
  if (
    connector === undefined &&
    all.some((channel) => channel.connector !== undefined && !isKafkasConnector(channel.connector))
  )
    return false;
  return isKafkaChannel(connector, settings) || (connector === undefined && shared.length > 0);
}

/** Whether a channel is Kafka's by its connector, or by its settings where it names none. */
export function isKafkaChannel(connector: string | undefined, settings: readonly { readonly key: string }[]): boolean {
  return connector === undefined ? settings.some(({ key }) => TELLING.has(key)) : isKafkasConnector(connector);
}

/** `smallrye-kafka`, `liberty-kafka`, `helidon-kafka`. */
function isKafkasConnector(connector: string): boolean {
  return /(?:^|-)kafka$/.test(connector);
}

/** What no other connector has. */
const TELLING: ReadonlySet<string> = new Set([
  'bootstrap.servers',
  'auto.offset.reset',
  'group.id',
  'key.deserializer',
  'value.deserializer',
  'key.serializer',
  'value.serializer',
]);

function channelDraft(
  { direction, name, settings }: Channel,
  shared: readonly Placed[],
  syntax: SmallryeSyntax,
): ScopeDraft {
  const role = direction === 'incoming' ? 'consumer' : 'producer';
  const own = settings.filter(({ key }) => isForKafka(key));
  const asOwn = ({ entry, key, prefix }: Placed): MutableEntry => syntax.settle(entry, key, prefix);
  const asShared = (setting: Placed): MutableEntry => {
    const entry = asOwn(setting);
    entry.shared = true;
    return entry;
  };
  const inherited = shared.filter(({ key }) => lookup(role, key) && !own.some((setting) => setting.key === key));
  return {
    role,
    name: name.replaceAll('"', ''),
    span: syntax.span,
    completeness: syntax.whole ? 'complete' : 'fragment',
    entries: linkLast([...inherited.map(asShared), ...own.map(asOwn)]),
    defaults: DEFAULTS[role],
    written: (key) => `mp.messaging.${direction}.${name}.${key}`,
  };
}

/** The connector's own attributes have hyphens, or are one word that Kafka does not know. */
function isForKafka(key: string): boolean {
  if (key.includes('-') || key.startsWith('throttled.') || key.startsWith('checkpoint.')) return false;
  return key.includes('.') || lookup('producer', key) !== undefined || lookup('consumer', key) !== undefined;
}

/** What the connector sets where nobody else does; undefined for names that it makes itself. */
const DEFAULTS: Readonly<Record<'producer' | 'consumer', ReadonlyMap<string, string | undefined>>> = {
  producer: new Map([
    ['bootstrap.servers', 'localhost:9092'],
    ['acks', '1'],
    ['reconnect.backoff.max.ms', '10000'],
    ['client.id', undefined],
  ]),
  consumer: new Map([
    ['bootstrap.servers', 'localhost:9092'],
    ['enable.auto.commit', 'false'],
    ['reconnect.backoff.max.ms', '10000'],
    ['client.id', undefined],
    ['group.id', undefined],
  ]),
};

const QUARKUS_STREAMS: ReadonlyMap<string, string> = new Map([
  ['quarkus.kafka-streams.application-id', 'application.id'],
  ['quarkus.kafka-streams.application-server', 'application.server'],
  ['quarkus.kafka-streams.bootstrap-servers', 'bootstrap.servers'],
]);

function streamsKey(name: string): string | undefined {
  return QUARKUS_STREAMS.get(name);
}

function streamsDraft(settings: readonly Placed[], syntax: SmallryeSyntax): ScopeDraft {
  return {
    role: 'streams',
    name: 'kafka-streams',
    span: syntax.span,
    // Quarkus fills in what its own properties and the build say.
    completeness: 'fragment',
    entries: linkLast(settings.map(({ entry, key, prefix }) => syntax.settle(entry, key, prefix))),
    written: (key) => `kafka-streams.${key}`,
  };
}
