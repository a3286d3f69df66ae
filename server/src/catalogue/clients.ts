import { tablesOf } from '../model/tableOf';
import { counterpartOf } from './clients/counterparts';
import { type CodeClient, LIBRARIES, type PackedOption } from './clients/data';
import { describeOption } from './clients/describe';
import { librdkafkaCalls, librdkafkaOptions } from './clients/librdkafkaOptions';
import type { ClientOption } from './clients/option';
import { tlsOptions } from './clients/tls';
import { type Unit, unitOf } from './units';

/** Options whose nested names are not the library's own. */
const OPEN = /(^|\.)(ssl|headers|context|kafkaJS\.logger|logger|registry|serializers|deserializers|tls|metrics)$/;

/** The classes of libraries whose clients are made by `new`, by what they are. */
const CLASSES: Readonly<Partial<Record<CodeClient, Readonly<Record<string, string>>>>> = tablesOf({
  rdkafka: { producer: 'Producer', consumer: 'KafkaConsumer', admin: 'create' },
  platformatic: { producer: 'Producer', consumer: 'Consumer', admin: 'Admin' },
  sarama: { producer: 'Config', consumer: 'Config', admin: 'Config', Kafka: 'Config' },
  'kafka-go': { producer: 'Writer', consumer: 'ReaderConfig', Kafka: 'Dialer' },
  'franz-go': { producer: 'NewClient', consumer: 'NewClient', Kafka: 'NewClient' },
});

const known = new Map<string, readonly ClientOption[]>();

/**
 * The options of a call's first parameter, in the order of the library's declarations; empty for calls without
 * options and for names that are no call of the library. A constructor goes by its class, such as `KafkaConsumer`, or
 * by what it makes: `consumer`.
 */
export function callOptions(client: CodeClient, method: string): readonly ClientOption[] {
  const call = CLASSES[client]?.[method] ?? method;
  const id = `${client} ${call}`;
  const before = known.get(id);
  if (before) return before;
  const { calls } = LIBRARIES[client];
  const packed = Object.hasOwn(calls, call) ? (calls[call] ?? []) : [];
  const own = packed.map((one) => unpack(client, call, one));
  const options = [...own, ...tlsOptions(client, call), ...librdkafkaOptions(client, call)];
  // Unknown names come from the text and are not kept, or a long session would grow with every typing error.
  if (options.length > 0) known.set(id, options);
  return options;
}

/** The option of that name; undefined when the call does not take it, which these libraries mostly ignore silently. */
export function clientOption(client: CodeClient, call: string, name: string): ClientOption | undefined {
  return callOptions(client, call).find((option) => option.name === name);
}

/** The calls that take an option of that name, in the order of the library's declarations. */
export function callsWithOption(client: CodeClient, name: string): readonly string[] {
  return callsOf(client).filter((call) => clientOption(client, call, name) !== undefined);
}

/** Every call that takes options, constructors among them. */
export function callsOf(client: CodeClient): readonly string[] {
  return [...new Set([...Object.keys(LIBRARIES[client].calls), ...librdkafkaCalls(client)])];
}

/** The library's own default of an option as code would write it; undefined where it has none. */
export function defaultOf(client: CodeClient, call: string, name: string): string | undefined {
  return clientOption(client, call, name)?.defaultText;
}

/** The names that an object of the library has: methods, and properties such as `events`. */
export function methodsOf(client: CodeClient, object: string): readonly string[] {
  return LIBRARIES[client].methods[object] ?? [];
}

/** The value of a member such as `CompressionTypes.GZIP`; undefined for names that the library does not have. */
export function enumValue(client: CodeClient, member: string): number | string | undefined {
  const [name = '', key = ''] = member.split('.');
  return LIBRARIES[client].enums[name]?.[key];
}

/** The version that the facts were taken from. */
export function clientVersion(client: CodeClient): string | undefined {
  return LIBRARIES[client].version;
}

function unpack(client: CodeClient, call: string, packed: PackedOption): ClientOption {
  const [name, kinds, required, defaultText, values] = packed;
  const allowed = typeof values === 'string' ? membersOf(client, values) : values;
  const counterpart = counterpartOf(client, call, name);
  const unit = unitOfOption(name, kinds) ?? unitOfCounterpart(client, kinds, counterpart?.kafkaKey);
  const description = describeOption(client, call, name);
  return {
    name,
    kinds: kinds.split('|'),
    required: required === 1,
    ...(allowed && { values: allowed }),
    ...(typeof defaultText === 'string' && { defaultText }),
    ...(unit && { unit }),
    ...counterpart,
    ...(description && { description }),
    ...(OPEN.test(name) && { open: true }),
  };
}

function membersOf(client: CodeClient, enumName: string): readonly string[] {
  return Object.keys(LIBRARIES[client].enums[enumName] ?? {}).map((member) => `${enumName}.${member}`);
}

const MILLISECONDS = /(timeout|interval|threshold|maxAge|waitTime(InMs)?|retryTime|retryDelay|backoff)$/i;
const BYTES = /(^|[.a-z])(min|max)Bytes(PerPartition)?$|^(min|max)Bytes/;

/** Durations of Go say their unit themselves. */
const NAMED_LIKE_KAFKAS: ReadonlySet<CodeClient> = new Set(['kafka-python', 'aiokafka']);

function unitOfCounterpart(client: CodeClient, kinds: string, key: string | undefined): Unit | undefined {
  return key !== undefined && /number/.test(kinds) && NAMED_LIKE_KAFKAS.has(client) ? unitOf(key) : undefined;
}

function unitOfOption(name: string, kinds: string): Unit | undefined {
  if (!/number/.test(kinds) || /autoCommitThreshold$/.test(name)) return undefined;
  if (MILLISECONDS.test(name)) return 'ms';
  return BYTES.test(name) ? 'bytes' : undefined;
}
