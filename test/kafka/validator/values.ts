import type { Setting } from '../../../server/src/catalogue/types';
import { CLASS_VALUES } from './classValues';
import type { Random } from './random';

const TYPE_LIMITS = {
  SHORT: [-32768n, 32767n],
  INT: [-2147483648n, 2147483647n],
  LONG: [-9223372036854775808n, 9223372036854775807n],
} as const;

const NO_NUMBERS = ['', '10ms', '1.5', '1_000', 'abc', '1e3', '0x10', '7L'] as const;
const NO_BOOLEANS = ['', 'yes', '1', 'on', 'enabled'] as const;
const WORDS = ['x', '', 'none', 'Some Text', 'a,b'] as const;

/**
 * What is worth trying for a setting: its limits and what lies just beyond, its choices in other letters, texts of
 * another type. Classes are Kafka's own, right and wrong, since nobody can tell what else a class path holds.
 */
export function valuesOf(setting: Setting, random: Random): string {
  const classes = CLASS_VALUES[setting.key];
  if (classes) return random.pick(classes);
  const own = SPECIAL[setting.key];
  if (own && random.chance(0.7)) return random.pick(own);
  switch (setting.type) {
    case 'BOOLEAN':
      return random.chance(0.25) ? random.pick(NO_BOOLEANS) : random.pick(['true', 'false', 'TRUE', 'False']);
    case 'SHORT':
    case 'INT':
    case 'LONG':
      return random.chance(0.15) ? random.pick(NO_NUMBERS) : integer(setting, setting.type, random);
    case 'DOUBLE':
      return double(setting, random);
    case 'LIST':
      return list(setting, random);
    case 'STRING':
      return choice(setting, random);
    case 'PASSWORD':
      return random.pick(['secret', '', 'with # sign']);
    case 'CLASS':
      return setting.default ?? '';
  }
}

function integer({ constraint, default: usual }: Setting, type: keyof typeof TYPE_LIMITS, random: Random): string {
  const [lowest, highest] = TYPE_LIMITS[type];
  const bounds = [constraint?.min, constraint?.max].flatMap((bound) => (bound === undefined ? [] : [BigInt(bound)]));
  const anchors = [...bounds, ...bounds, ...(usual && /^-?\d+$/.test(usual) ? [BigInt(usual)] : []), 0n, 1n];
  if (random.chance(0.1)) return String(random.pick([lowest, highest, lowest - 1n, highest + 1n]));
  const anchor = random.pickAny(anchors) ?? 0n;
  const step = random.pick([-1n, 0n, 0n, 1n, 2n]);
  return random.chance(0.1) ? String(anchor * 2n + step) : String(anchor + step);
}

function double({ constraint, default: usual }: Setting, random: Random): string {
  if (random.chance(0.15)) return random.pick(['', 'x', '1,5', '50%', 'NaN', '1e-3', '.5']);
  const bounds = [constraint?.min, constraint?.max, usual ?? '1', '0'].flatMap((bound) =>
    bound === undefined || bound === null ? [] : [Number(bound)],
  );
  const anchor = random.pickAny(bounds) ?? 0;
  return String(anchor + random.pick([-1, -0.01, 0, 0.01, 0.5]));
}

function list(setting: Setting, random: Random): string {
  const { constraint, default: usual } = setting;
  const allowed = constraint?.oneOf ?? (usual ? usual.split(',') : []);
  if (namesClasses(setting)) return random.pick([usual ?? '', usual ?? '', '']);
  const [first = 'x'] = allowed;
  const one = random.pickAny(allowed) ?? 'x';
  const other = random.pickAny(allowed) ?? 'y';
  return random.pick([
    one,
    `${one},${other}`,
    `${one}, ${one}`,
    '',
    `${first},`,
    `,${first}`,
    one.toUpperCase(),
    'bogus',
  ]);
}

function choice({ constraint, default: usual }: Setting, random: Random): string {
  const allowed = constraint?.oneOf;
  if (!allowed) return random.chance(0.5) && usual ? usual : random.pick(WORDS);
  const one = random.pickAny(allowed) ?? '';
  return random.pick([one, one, one.toUpperCase(), one.toLowerCase(), ` ${one} `, '', 'bogus', `${one}x`]);
}

/** Lists of classes, and others whose elements come from the class path. */
export function namesClasses({ key, default: usual }: Setting): boolean {
  return (
    /classes$|reporters$|assignors?$|strategy$|interceptor|providers$|policy$/.test(key) ||
    (usual ?? '').includes('org.apache.')
  );
}

/** Texts for settings whose form the catalogue does not know. */
const SPECIAL: Readonly<Record<string, readonly [string, ...string[]]>> = {
  acks: ['all', '-1', '0', '1', '2', 'ALL', ''],
  'bootstrap.servers': [
    'localhost:9092',
    'localhost:9092,127.0.0.1:9093',
    'localhost:9092, 127.0.0.1:9093',
    'localhost',
    'localhost:',
    'localhost:99999',
    'localhost:0',
    ':9092',
    'PLAINTEXT://localhost:9092',
    '[::1]:9092',
    'localhost:9092,',
    'localhost:9092;127.0.0.1:9093',
    '',
  ],
  'security.protocol': ['PLAINTEXT', 'plaintext', 'SSL', 'TLS', 'SASL_PLAINTEXT', ''],
  'auto.offset.reset': ['earliest', 'latest', 'none', 'smallest', 'by_duration:PT1H', 'by_duration:1h', 'Earliest', ''],
  'group.id': ['orders', '', ' '],
  'transactional.id': ['orders-1', ''],
  'inter.broker.protocol.version': ['2.8', '3.0', '3.6', '3.9', '4.0', '2.8-IV1', '3', '0.10.2', '1.0', 'x', ''],
  'log.message.format.version': ['2.8', '3.0', '0.9.0', '0.11.0', 'x'],
  'message.format.version': ['2.8', '3.0', '0.9.0', '0.11.0', 'x'],
  'compression.type': ['none', 'gzip', 'snappy', 'lz4', 'zstd', 'producer', 'uncompressed', 'GZIP', 'brotli'],
  'cleanup.policy': [
    'delete',
    'compact',
    'delete,compact',
    'compact,delete',
    'compact, delete',
    '',
    'none',
    'delete,delete',
  ],
  'log.cleanup.policy': ['delete', 'compact', 'delete,compact', 'compact,delete', '', 'none', 'delete,delete'],
  'leader.replication.throttled.replicas': ['*', 'none', '', '0:1', '0:1,1:2', '0', '0:1:2', 'a:b', '0:1,*'],
  'follower.replication.throttled.replicas': ['*', 'none', '', '0:1', '0:1,1:2', '0', '0:1:2', 'a:b', '0:1,*'],
  'max.connections.per.ip.overrides': [
    '',
    '10.0.0.1:5',
    'localhost:5,10.0.0.2:7',
    'localhost',
    'localhost:x',
    '::1:5',
    'a b:5',
  ],
  'listener.security.protocol.map': [
    'PLAINTEXT:PLAINTEXT',
    'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'INTERNAL:PLAINTEXT,EXTERNAL:SSL',
    'INTERNAL:PLAINTEXT,EXTERNAL:TLS',
    'INTERNAL',
    'INTERNAL:PLAINTEXT,INTERNAL:SSL',
    'CONTROLLER:PLAINTEXT,INTERNAL:PLAINTEXT,EXTERNAL:SASL_PLAINTEXT',
    'controller:plaintext,internal:plaintext,external:plaintext,plaintext:plaintext',
    '',
  ],
  listeners: [
    'PLAINTEXT://:9092',
    'PLAINTEXT://:9092,CONTROLLER://:9093',
    'CONTROLLER://:9093',
    'PLAINTEXT://localhost:9092',
    'PLAINTEXT://0.0.0.0:9092',
    'PLAINTEXT://:9092,SSL://:9092',
    'PLAINTEXT://:9092,PLAINTEXT://:9093',
    'PLAINTEXT://:9092,plaintext://:9093',
    'INTERNAL://:9092,EXTERNAL://:9094',
    'SASL_PLAINTEXT://:9092',
    'localhost:9092',
    'PLAINTEXT://',
    'PLAINTEXT://:0,CONTROLLER://:0',
    'PLAINTEXT://:99999',
    'PLAINTEXT://127.0.0.1:9092,CONTROLLER://[::1]:9092',
    '',
  ],
  'advertised.listeners': [
    'PLAINTEXT://kafka:9092',
    'PLAINTEXT://:9092',
    'PLAINTEXT://0.0.0.0:9092',
    'INTERNAL://kafka:9092',
    'EXTERNAL://kafka:9092',
    'INTERNAL://kafka:9092,EXTERNAL://kafka:9092',
    'INTERNAL://kafka:9092,EXTERNAL://kafka:9094,OTHER://kafka:9095',
    'CONTROLLER://kafka:9093',
    'PLAINTEXT://kafka:9092,CONTROLLER://kafka:9093',
    'kafka:9092',
    '',
  ],
  'controller.listener.names': [
    'CONTROLLER',
    'controller',
    'PLAINTEXT',
    'CONTROLLER,OTHER',
    'OTHER',
    '',
    'CONTROLLER,CONTROLLER',
    'CONTROLLER, PLAINTEXT',
    'CONTROLLER, OTHER',
    'CONTROLLER ',
  ],
  'inter.broker.listener.name': ['PLAINTEXT', 'INTERNAL', 'internal', 'EXTERNAL', 'CONTROLLER', 'OTHER', ''],
  'control.plane.listener.name': ['CONTROLLER', 'PLAINTEXT', 'EXTERNAL', 'INTERNAL', ''],
  'security.inter.broker.protocol': ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'plaintext', 'TLS', ''],
  'process.roles': [
    'broker',
    'controller',
    'broker,controller',
    'controller, broker',
    'Broker',
    'broker,broker',
    '',
    'worker',
  ],
  'controller.quorum.voters': [
    '1@localhost:9093',
    '1@localhost:9093,2@localhost:9094',
    '11@localhost:9093',
    '1@localhost',
    'localhost:9093',
    '1@localhost:9093,',
    'a@localhost:9093',
    '1@0.0.0.0:0',
    '1@localhost:9093,1@localhost:9094',
    '',
  ],
  'controller.quorum.bootstrap.servers': [
    'localhost:9093',
    'localhost',
    'localhost:9093,',
    '1@localhost:9093',
    'localhost:99999',
    'localhost:9093, localhost:9094',
    '',
  ],
  'log.dirs': ['/data', '/data/1,/data/2', '/data,/data', '', ' ', '/data,'],
  'log.dir': ['/data', '/data/1,/data/2', ''],
  'zookeeper.connect': ['localhost:2181', ''],
  'ssl.protocol': ['TLSv1.3', 'TLSv1.2', 'TLS', 'SSLv3', 'tls', ''],
  'ssl.enabled.protocols': ['TLSv1.2,TLSv1.3', 'TLSv1.2', 'TLSv1.2, TLSv1.3', 'SSLv3', '', 'TLSv1.2,'],
  'ssl.endpoint.identification.algorithm': ['https', '', 'HTTPS', 'none'],
  'ssl.client.auth': ['required', 'requested', 'none', 'REQUIRED', 'want', ''],
  'ssl.keystore.type': ['JKS', 'PKCS12', 'PEM', 'jks', ''],
  'ssl.truststore.type': ['JKS', 'PKCS12', 'PEM', 'jks', ''],
  'ssl.keystore.location': ['/etc/kafka/keystore.jks', ''],
  'ssl.cipher.suites': ['TLS_AES_256_GCM_SHA384', 'TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256', '', ','],
  'ssl.principal.mapping.rules': [
    'DEFAULT',
    'RULE:^CN=(.*?),.*$/$1/,DEFAULT',
    'RULE:^CN=(.*?),.*$/$1/L',
    'RULE:^CN=(.*?)$/$1',
    'default',
    '',
  ],
  'sasl.kerberos.principal.to.local.rules': ['DEFAULT', 'RULE:[1:$1](.*)s/a/b/', 'RULE:[1', ''],
  'sasl.oauthbearer.jwks.endpoint.url': ['https://id.example.com/keys', 'id.example.com', ''],
  'sasl.oauthbearer.expected.audience': ['kafka', 'a,b', 'a,', ''],
  'principal.builder.class': ['org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder', ''],
  'quota.window.num': ['11', '1', '0'],
  'sasl.enabled.mechanisms': ['PLAIN', 'GSSAPI', 'SCRAM-SHA-512,PLAIN', ''],
  'sasl.mechanism.inter.broker.protocol': ['PLAIN', 'GSSAPI', 'SCRAM-SHA-512', ''],
  'processing.guarantee': ['at_least_once', 'exactly_once', 'exactly_once_beta', 'exactly_once_v2', 'exactly-once', ''],
  clusters: ['primary,backup', 'primary, backup', 'primary', 'a,b', ''],
  'errors.tolerance': ['none', 'all', 'ALL', ''],
  'exactly.once.source.support': ['enabled', 'disabled', 'preparing', 'true', ''],
  'group.protocol': ['classic', 'consumer', 'CONSUMER', 'share', ''],
  'isolation.level': ['read_committed', 'read_uncommitted', 'READ_COMMITTED', ''],
  'group.coordinator.rebalance.protocols': [
    'classic',
    'classic,consumer',
    'consumer',
    'classic,consumer,share',
    'classic,consumer,streams',
    'CLASSIC',
    '',
  ],
  'early.start.listeners': ['CONTROLLER', 'PLAINTEXT', 'OTHER', ''],
  'replication.policy.separator': ['.', '-', '_', ''],
  'broker.id': ['0', '1', '-1', '1000', '1001', '11'],
  'node.id': ['1', '11', '12', '2', '-1', '0'],
  'inter.worker.signature.algorithm': ['HmacSHA256', 'HmacSHA512', 'HMACSHA256', 'bogus'],
  'inter.worker.key.generation.algorithm': ['HmacSHA256', 'HmacSHA512', 'bogus'],
  'inter.worker.verification.algorithms': [
    'HmacSHA256',
    'HmacSHA512,HmacSHA256',
    'HmacSHA512, HmacSHA256',
    'HmacSHA512',
    '',
  ],
  'topology.optimization': [
    'none',
    'all',
    'reuse.ktable.source.topics',
    'reuse.ktable.source.topics,merge.repartition.topics',
    'all,none',
    'bogus',
    '',
  ],
};
