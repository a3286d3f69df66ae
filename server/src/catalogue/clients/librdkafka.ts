import { keptByText } from '../../model/ownText';
import type { Role } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { lookup, rolesOf } from '../catalogue';
import { LIBRDKAFKA, type PackedSetting } from './data';

/** A setting of librdkafka, which node-rdkafka and Confluent's client hand on. */
export interface LibrdkafkaSetting {
  readonly key: string;
  readonly type: 'integer' | 'float' | 'boolean' | 'string' | 'enum' | 'list' | 'callback';
  /** Which clients use it; librdkafka warns of keys that are not for the client at hand. */
  readonly scope: 'both' | 'producer' | 'consumer';
  /** As a file would have it; the empty text where it has none. */
  readonly defaultText: string;
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly string[];
  readonly aliasOf?: string;
  /** Belongs to a topic, though the global settings take it too. */
  readonly topic: boolean;
  readonly deprecated: boolean;
  /** The key of Kafka's own clients that means the same, though its default may differ. */
  readonly kafkaKey?: string;
}

/** librdkafka's own package of each library. */
type Wrapper = 'rdkafka' | 'confluent';

/** Keys that Kafka's own clients have too, with another meaning. */
const OTHER_MEANING: ReadonlySet<string> = new Set([
  // The time that the broker may wait for replicas, not that of the client.
  'request.timeout.ms',
  // How long known metadata is trusted, not how often it is fetched.
  'metadata.max.age.ms',
  // The same names with other values.
  'auto.offset.reset',
  'partition.assignment.strategy',
  'ssl.cipher.suites',
  'ssl.endpoint.identification.algorithm',
  'sasl.kerberos.kinit.cmd',
  'sasl.kerberos.min.time.before.relogin',
]);

/** Same meaning by another name. */
const OTHER_NAME: Readonly<Record<string, string>> = tableOf({ 'fetch.wait.max.ms': 'fetch.max.wait.ms' });

const known = new Map<string, LibrdkafkaSetting>();

/** The setting of that name; undefined for names that librdkafka refuses with "No such configuration property". */
export function librdkafkaKey(key: string, wrapper: Wrapper = 'rdkafka'): LibrdkafkaSetting | undefined {
  const id = `${wrapper} ${key}`;
  const before = known.get(id);
  if (before) return before;
  const packed = packedSetting(key, wrapper);
  if (!packed) return undefined;
  const setting = unpack(key, packed);
  known.set(id, setting);
  return setting;
}

/** Keys that the clients in Scala, which went away with Kafka 2.0, had too. */
const SCALA: ReadonlySet<string> = new Set([
  'metadata.broker.list',
  'request.required.acks',
  'compression.codec',
  'message.send.max.retries',
  'queue.buffering.max.ms',
  'queue.buffering.max.messages',
  'batch.num.messages',
  'topic.metadata.refresh.interval.ms',
  'socket.timeout.ms',
  'fetch.message.max.bytes',
  'fetch.wait.max.ms',
  'auto.commit.enable',
]);

/** True for a key of librdkafka's that nothing of Kafka's own knows, and whose form leaves no doubt. */
export const isOnlyLibrdkafkas: (key: string) => boolean = keptByText(
  (key) => key.includes('.') && librdkafkaKey(key) !== undefined && rolesOf(key).length === 0 && !SCALA.has(key),
);

/** Every key that a producer or consumer uses, or that either does; sorted as librdkafka's documentation has them. */
export function librdkafkaKeys(scope: LibrdkafkaSetting['scope'], wrapper: Wrapper = 'rdkafka'): readonly string[] {
  const keys = Object.keys(
    wrapper === 'confluent' ? { ...LIBRDKAFKA.settings, ...LIBRDKAFKA.confluent } : LIBRDKAFKA.settings,
  );
  return keys.filter((key) => {
    const own = librdkafkaKey(key, wrapper)?.scope;
    return own === 'both' || scope === 'both' || own === scope;
  });
}

function packedSetting(key: string, wrapper: Wrapper): PackedSetting | undefined {
  if (wrapper === 'confluent' && Object.hasOwn(LIBRDKAFKA.confluent, key)) return LIBRDKAFKA.confluent[key];
  return Object.hasOwn(LIBRDKAFKA.settings, key) ? LIBRDKAFKA.settings[key] : undefined;
}

const TYPES: Readonly<Record<string, LibrdkafkaSetting['type']>> = tableOf({
  integer: 'integer',
  float: 'float',
  boolean: 'boolean',
  string: 'string',
  'enum value': 'enum',
  'CSV flags': 'list',
  'pattern list': 'list',
});

function unpack(key: string, packed: PackedSetting): LibrdkafkaSetting {
  const [scope, typeText, defaultText, range, aliasOf, topic, deprecated] = packed;
  const type = TYPES[typeText] ?? 'callback';
  const kafkaKey = kafkaNameOf(key, aliasOf || key, scope);
  return {
    key,
    type,
    scope: scope === '*' ? 'both' : scope === 'P' ? 'producer' : 'consumer',
    defaultText,
    ...(range && boundsOf(type, range)),
    ...(aliasOf && { aliasOf }),
    topic: topic === 1,
    deprecated: deprecated === 1,
    ...(kafkaKey && { kafkaKey }),
  };
}

function boundsOf(type: LibrdkafkaSetting['type'], range: string): Pick<LibrdkafkaSetting, 'min' | 'max' | 'values'> {
  const bounds = /^(-?[\d.]+) \.\. (-?[\d.]+)$/.exec(range);
  if (bounds) return { min: Number(bounds[1]), max: Number(bounds[2]) };
  return type === 'enum' || type === 'list' || type === 'string' ? { values: range.split(/, ?/) } : {};
}

/** Kafka's name for a setting: its own, or that of the key that it is an alias of, or of another alias of that. */
function kafkaNameOf(key: string, original: string, scope: PackedSetting[0]): string | undefined {
  if (OTHER_MEANING.has(key) || OTHER_MEANING.has(original)) return undefined;
  const roles: readonly Role[] = scope === 'C' ? ['consumer'] : scope === 'P' ? ['producer'] : ['producer', 'consumer'];
  const aliases = Object.entries(LIBRDKAFKA.settings).filter(([, [, , , , aliasOf]]) => aliasOf === original);
  const names = [key, OTHER_NAME[original], original, ...aliases.map(([alias]) => alias)];
  return names.find((name) => name !== undefined && roles.some((role) => lookup(role, name) !== undefined));
}
