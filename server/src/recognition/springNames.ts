import { tableOf } from '../model/tableOf';
/** Which of Spring's Kafka clients a property is for; `common` for all of them. */
export type SpringClient = 'common' | 'producer' | 'consumer' | 'admin' | 'streams';

/** What Spring Boot makes of a property below `spring.kafka`. */
export type SpringProperty =
  /** A setting of Kafka's under Spring's own name, or under Kafka's behind `properties.`. */
  | {
      readonly kind: 'setting';
      readonly client: SpringClient;
      readonly key: string;
      readonly unit?: Unit;
      readonly native: boolean;
    }
  /** Spring's own, which no client of Kafka's sees. */
  | { readonly kind: 'own' }
  /** Nothing reads it. */
  | { readonly kind: 'unknown'; readonly client: SpringClient; readonly name: string };

type Unit = 'duration' | 'size' | 'level';

interface Dedicated {
  readonly key: string;
  readonly unit?: Unit;
}

const SSL: Readonly<Record<string, Dedicated>> = Object.fromEntries(
  [
    ['key-password', 'ssl.key.password'],
    ['key-store-certificate-chain', 'ssl.keystore.certificate.chain'],
    ['key-store-key', 'ssl.keystore.key'],
    ['key-store-location', 'ssl.keystore.location'],
    ['key-store-password', 'ssl.keystore.password'],
    ['key-store-type', 'ssl.keystore.type'],
    ['protocol', 'ssl.protocol'],
    ['trust-store-certificates', 'ssl.truststore.certificates'],
    ['trust-store-location', 'ssl.truststore.location'],
    ['trust-store-password', 'ssl.truststore.password'],
    ['trust-store-type', 'ssl.truststore.type'],
  ].map(([name, key = '']) => [`ssl.${name}`, { key }]),
);

const COMMON: Readonly<Record<string, Dedicated>> = tableOf({
  'bootstrap-servers': { key: 'bootstrap.servers' },
  'client-id': { key: 'client.id' },
  'security.protocol': { key: 'security.protocol' },
  ...SSL,
});

const DEDICATED: Readonly<Record<SpringClient, Readonly<Record<string, Dedicated>>>> = {
  common: COMMON,
  producer: tableOf({
    ...COMMON,
    acks: { key: 'acks' },
    'batch-size': { key: 'batch.size', unit: 'size' },
    'buffer-memory': { key: 'buffer.memory', unit: 'size' },
    'compression-type': { key: 'compression.type' },
    'key-serializer': { key: 'key.serializer' },
    'value-serializer': { key: 'value.serializer' },
    retries: { key: 'retries' },
  }),
  consumer: tableOf({
    ...COMMON,
    'auto-commit-interval': { key: 'auto.commit.interval.ms', unit: 'duration' },
    'auto-offset-reset': { key: 'auto.offset.reset' },
    'enable-auto-commit': { key: 'enable.auto.commit' },
    'fetch-max-wait': { key: 'fetch.max.wait.ms', unit: 'duration' },
    'fetch-min-size': { key: 'fetch.min.bytes', unit: 'size' },
    'group-id': { key: 'group.id' },
    'heartbeat-interval': { key: 'heartbeat.interval.ms', unit: 'duration' },
    'isolation-level': { key: 'isolation.level', unit: 'level' },
    'key-deserializer': { key: 'key.deserializer' },
    'value-deserializer': { key: 'value.deserializer' },
    'max-poll-interval': { key: 'max.poll.interval.ms', unit: 'duration' },
    'max-poll-records': { key: 'max.poll.records' },
  }),
  admin: COMMON,
  streams: tableOf({
    ...COMMON,
    'application-id': { key: 'application.id' },
    'replication-factor': { key: 'replication.factor' },
    'state-dir': { key: 'state.dir' },
    'state-store-cache-max-size': { key: 'statestore.cache.max.bytes', unit: 'size' },
  }),
};

/** What Spring Boot reads besides, up to the present release; `*` stands for anything. */
const OWN =
  /^(?:(?:listener|template|retry|jaas)\..+|(?:\w+\.)?ssl\.(?:bundle|keystore-?\w*|truststore-?\w*)|producer\.transaction-?id-?prefix|admin\.(?:auto-?create|close-?timeout|fail-?fast|modify-?topic-?configs|operation-?timeout)|streams\.(?:auto-?startup|cleanup\..+|cache-?max-?(?:size|bytes)-?buffering)|bootstrap-?servers\[?\d*\]?)$/;

/** Boot takes any case, hyphens and underscores for the same name. */
export const relaxedName = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');

const BY_RELAXED_NAME: ReadonlyMap<string, Dedicated> = new Map(
  Object.entries(DEDICATED).flatMap(([client, names]) =>
    Object.entries(names).map(([name, dedicated]) => [`${client} ${relaxedName(name)}`, dedicated] as const),
  ),
);

const CLIENTS: readonly SpringClient[] = ['producer', 'consumer', 'admin', 'streams'];

/** Reads the name of a property, without the leading `spring.kafka.`. */
export function springProperty(name: string): SpringProperty {
  const dot = name.indexOf('.');
  const first = relaxedName(dot === -1 ? name : name.slice(0, dot));
  const client = CLIENTS.find((one) => one === first) ?? 'common';
  const rest = client === 'common' ? name : name.slice(dot + 1);
  const native = /^properties(?:\.\[?|\[)(.+?)\]?$/i.exec(rest)?.[1];
  if (native !== undefined) return { kind: 'setting', client, key: native, native: true };
  const dedicated = BY_RELAXED_NAME.get(`${client} ${relaxedName(rest)}`);
  if (dedicated) return { kind: 'setting', client, ...dedicated, native: false };
  return OWN.test(name.toLowerCase().replaceAll('_', '-')) ? { kind: 'own' } : { kind: 'unknown', client, name: rest };
}

/** How Spring writes a setting of the client: under its own name, or under Kafka's behind `properties.`. */
export function springName(client: SpringClient, key: string): string {
  const own = Object.entries(DEDICATED[client]).find(([, dedicated]) => dedicated.key === key);
  return own ? own[0] : `properties.${key}`;
}

/** The value that Kafka's client gets for what is written; undefined when Boot cannot read it, so that it does not start. */
export function springValue(text: string, unit: Unit | undefined): string | undefined {
  if (unit === 'level') return text.trim().toLowerCase().replaceAll('-', '_');
  if (unit === 'size') return sizeOf(text.trim());
  return unit === 'duration' ? durationOf(text.trim()) : text;
}

const SIZES: Readonly<Record<string, number>> = tableOf({
  '': 1,
  B: 1,
  KB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
  TB: 1024 ** 4,
});

function sizeOf(text: string): string | undefined {
  const [, digits, unit = ''] = /^([+-]?\d{1,18})\s?(|B|KB|MB|GB|TB)$/.exec(text) ?? [];
  return digits === undefined ? undefined : String(BigInt(digits) * BigInt(SIZES[unit] ?? 1));
}

const MILLISECONDS: Readonly<Record<string, number>> = tableOf({
  '': 1,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
});

function durationOf(text: string): string | undefined {
  const [, digits, unit = ''] = /^([+-]?\d{1,15})(|ms|s|m|h|d)$/i.exec(text) ?? [];
  if (digits !== undefined) return String(Number(digits) * (MILLISECONDS[unit.toLowerCase()] ?? 1));
  const [, days, hours, minutes, seconds] =
    /^P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?$/i.exec(text) ?? [];
  const parts = [days, hours, minutes, seconds];
  if (parts.every((part) => part === undefined)) return undefined;
  const [d = 0, h = 0, m = 0, s = 0] = parts.map((part) => Number(part ?? 0));
  return String(Math.round(d * 86_400_000 + h * 3_600_000 + m * 60_000 + s * 1000));
}
