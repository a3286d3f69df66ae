import { lookup } from '../../../catalogue/catalogue';
import type { Reader } from '../../../catalogue/reader';
import type { Entry } from '../../../model/entry';
import type { Role } from '../../../model/scope';

/** Prefixes under which anything may stand, because a plugin or a product built on Kafka reads it. */
const ANYWHERE = [
  'listener.name.',
  'config.providers.',
  'metrics.context.',
  'rsm.config.',
  'rlmm.config.',
  'kafka.metrics.',
  'kafka.csv.metrics.',
  'confluent.',
  'cruise.control.',
  'redpanda.',
  'elasticstream.',
  'autobalancer.',
  's3.',
  'strimzi.',
  'oauth.',
];

/**
 * What serializers, login callbacks and interceptors of others read. Code often names their class, so that a file may
 * have their settings alone.
 */
const OF_PLUGINS =
  /^(?:(?:schema\.registry|basic\.auth|bearer\.auth|apicurio|avro|protobuf|json|spring|aws|interceptor|parallel\.consumer|rules?)\.|(?:key|value|reference)\.subject\.name\.strategy|auto\.register\.schemas|use\.(?:latest\.version|schema\.id)|latest\.c|normalize\.schemas|max\.schemas\.per\.subject|id\.compatibility\.strict|context\.name\.strategy|specific\.|derive\.type|(?:key|value)\.(?:schema|converter\.schemas?|avro|json)\.|proxy\.(?:host|port))/;

const CONVERTERS = ['key.converter.', 'value.converter.', 'header.converter.'];
const CLIENT_PARTS = ['producer.', 'consumer.', 'admin.'];
const WORKER = [
  ...CONVERTERS,
  ...CLIENT_PARTS,
  'internal.key.converter.',
  'internal.value.converter.',
  'listeners.https.',
];
/** In front of the settings that a worker gives to the topics which it creates (KIP-605). */
const STORAGE = /^(?:config|offset|status)\.storage\./;

const BY_ROLE: Readonly<Partial<Record<Role, readonly string[]>>> = {
  'connect-standalone': WORKER,
  'connect-distributed': WORKER,
  connector: [
    ...CONVERTERS,
    'producer.override.',
    'consumer.override.',
    'admin.override.',
    'transforms.',
    'predicates.',
    'topic.creation.',
  ],
  streams: [...CLIENT_PARTS, 'main.consumer.', 'restore.consumer.', 'global.consumer.', 'topic.'],
};

const AUTHORIZER = ['super.users', 'allow.everyone.if.no.acl.found'];
const ENCODING = ['serializer.encoding', 'deserializer.encoding'].flatMap((key) => [key, `key.${key}`, `value.${key}`]);

/** What Kafka's own plugins read, and no ConfigDef has: the authorizers and the string serializers. */
const READ_BY_PLUGINS: ReadonlySet<string> = new Set([...AUTHORIZER, ...ENCODING]);
const AUTHORIZER_OF_ZOOKEEPER = 'authorizer.zookeeper.';

/** True for a key that somebody else than Kafka's own definitions reads, or may read. */
export function isForeignKey(reader: Reader, key: string): boolean {
  if (
    READ_BY_PLUGINS.has(key) ||
    OF_PLUGINS.test(key) ||
    key.startsWith(AUTHORIZER_OF_ZOOKEEPER) ||
    !/^[A-Za-z][\w.-]*$/.test(key)
  )
    return true;
  const { role } = reader.scope;
  const prefixes = BY_ROLE[role] ?? [];
  if (ANYWHERE.some((prefix) => key.startsWith(prefix)) || prefixes.some((prefix) => key.startsWith(prefix)))
    return true;
  return role === 'mirror-maker' ? isClusterKey(reader, key) : isTopicSettingOfWorker(role, key);
}

function isTopicSettingOfWorker(role: Role, key: string): boolean {
  return role.startsWith('connect-') && STORAGE.test(key) && lookup('topic', key.replace(STORAGE, '')) !== undefined;
}

/** `us.bootstrap.servers` of MirrorMaker 2; without a list of clusters any first word may be one's name. */
function isClusterKey(reader: Reader, key: string): boolean {
  const clusters = reader.list('clusters');
  return clusters === undefined || clusters.some((cluster) => key.startsWith(`${cluster}.`));
}

const PLUGIN_KEY =
  /(?:class|classes|class\.name|reporters|policy|serializer|deserializer|serde|providers|factory|builder|interceptors?|converter|extractor|handler)$/;

/** True when the scope names a class that is not Kafka's own, which may read keys of its own. */
export function hasPlugins(reader: Reader): boolean {
  return reader.once(findPlugins, undefined);
}

const findPlugins = ({ scope }: Reader): boolean => scope.entries.some((entry) => namesPlugin(entry));

function namesPlugin({ key, value }: Entry): boolean {
  if (!PLUGIN_KEY.test(key)) return false;
  if (value.kind === 'dynamic') return true;
  return value.text
    .split(',')
    .some((name) => /^\s*(?:[a-z_][\w$]*\.)+[\w$]+\s*$/i.test(name) && !isKafkas(name.trim()));
}

function isKafkas(className: string): boolean {
  return className.startsWith('org.apache.kafka.') || className.startsWith('kafka.');
}
