import { settingAt } from '../../../server/src/catalogue/catalogue';
import type { Role } from '../../../server/src/model/scope';
import type { KafkaVersion } from '../../../server/src/model/version';
import type { Random } from './random';
import { valuesOf } from './values';

type Entries = Map<string, string>;
type ServerMutation = (entries: Entries, random: Random, role: Role, version: KafkaVersion) => void;

export function isServer(role: Role): boolean {
  return role === 'broker' || role === 'controller' || role === 'combined';
}

const NAMES = [
  'PLAINTEXT',
  'CONTROLLER',
  'INTERNAL',
  'EXTERNAL',
  'SSL',
  'SASL_SSL',
  'internal',
  'in-ternal',
  '',
] as const;
const HOSTS = [
  '',
  '',
  '0.0.0.0',
  'localhost',
  'kafka-1.example.com',
  'host_with_underscores',
  '127.0.0.1',
  '10.0.0.256',
  '010.0.0.1',
  '[::1]',
  '[::]',
  '[fe80::1%eth0]',
  '[1:2:3:4:5:6:7:8]',
  '[::ffff:10.0.0.1]',
  '[1::2::3]',
  '::1',
  'a host',
  'höst',
] as const;
const PORTS = [
  '9092',
  '9092',
  '9093',
  '9094',
  '0',
  '65535',
  '65536',
  '-1',
  '09092',
  '99999999999',
  '',
  'port',
] as const;

/** One to three listeners of any name, host and port. */
const composeListeners: ServerMutation = (entries, random) => {
  const key = random.chance(0.7) ? 'listeners' : 'advertised.listeners';
  const likely = (entries.get('listeners') ?? '').split(',').map((one) => one.split(':')[0] ?? '');
  const listeners = Array.from({ length: 1 + random.below(3) }, () => {
    const name = random.chance(0.7) ? random.pickAny(likely) : random.pick(NAMES);
    return `${name}://${random.chance(0.5) ? '' : random.pick(HOSTS)}:${random.pick(PORTS)}`;
  });
  entries.set(key, listeners.join(random.pick([',', ',', ', ', ',,'])));
};

/** The port or the host of a listener that is there already. */
const moveListener: ServerMutation = (entries, random) => {
  const key = random.pick(['listeners', 'listeners', 'advertised.listeners']);
  const written = entries.get(key)?.split(',') ?? [];
  const at = random.below(written.length);
  const [, name, host, port] = /^(.*):\/\/(.*):([^:]*)$/.exec(written[at] ?? '') ?? [];
  if (name === undefined) return;
  const moved = random.chance(0.5)
    ? `${name}://${random.pick(HOSTS)}:${port}`
    : `${name}://${host}:${random.pick(PORTS)}`;
  entries.set(key, written.with(at, moved).join(','));
};

const MECHANISMS = [
  'PLAIN',
  'GSSAPI',
  'SCRAM-SHA-512',
  'PLAIN,SCRAM-SHA-256',
  'OAUTHBEARER',
  'plain',
  'SCRAM-SHA-512, PLAIN',
  '',
] as const;
const ENABLED = 'sasl.enabled.mechanisms';

/** Brokers that log in to each other: by protocol or by a listener's name, with mechanisms that may not fit. */
const secureBrokers: ServerMutation = (entries, random) => {
  const [first = 'PLAINTEXT'] = (entries.get('listeners') ?? '').split(':');
  const protocol = random.pick(['SASL_PLAINTEXT', 'SASL_SSL', 'SSL', 'sasl_ssl']);
  const mapped = random.chance(0.6);
  if (mapped) {
    entries.set('inter.broker.listener.name', first);
    entries.delete('security.inter.broker.protocol');
    const others = ['CONTROLLER', 'INTERNAL', 'EXTERNAL', 'PLAINTEXT'].filter((name) => name !== first);
    entries.set(
      'listener.security.protocol.map',
      [...others.map((name) => `${name}:PLAINTEXT`), `${first}:${protocol}`].join(),
    );
  } else {
    entries.set('listeners', `${protocol}://:9092`);
    entries.delete('advertised.listeners');
    entries.delete('inter.broker.listener.name');
    entries.set('security.inter.broker.protocol', protocol);
  }
  if (random.chance(0.7)) entries.set('sasl.mechanism.inter.broker.protocol', random.pick(MECHANISMS));
  if (random.chance(0.5)) entries.set(ENABLED, random.pick(MECHANISMS));
  const name = (mapped ? first : protocol).toLowerCase();
  if (random.chance(0.4)) entries.set(`listener.name.${name}.${ENABLED}`, random.pick(MECHANISMS));
  if (random.chance(0.1))
    entries.set('inter.broker.protocol.version', random.pick(['0.9.0', '0.10.0-IV0', '0.10.0', '2.8']));
};

const OF_LISTENERS = [
  ENABLED,
  'sasl.login.refresh.window.factor',
  'sasl.login.refresh.min.period.seconds',
  'sasl.kerberos.ticket.renew.jitter',
  'sasl.login.callback.handler.class',
  'sasl.server.max.receive.size',
  'connections.max.reauth.ms',
  'ssl.client.auth',
  'ssl.enabled.protocols',
  'ssl.protocol',
  'ssl.keystore.type',
  'ssl.keystore.location',
  'ssl.keystore.password',
  'ssl.endpoint.identification.algorithm',
  'ssl.principal.mapping.rules',
  'ssl.allow.dn.changes',
  'principal.builder.class',
  'max.connections',
  'max.connection.creation.rate',
  'num.network.threads',
] as const;

/** A setting for one listener, which may not be there, and perhaps for one mechanism. */
const ofListener: ServerMutation = (entries, random, role, version) => {
  const setting = settingAt(role, random.pick(OF_LISTENERS), version);
  if (!setting) return;
  const names = (entries.get('listeners') ?? 'PLAINTEXT').split(',').map((one) => one.trim().split(':')[0] ?? '');
  const name = random.chance(0.85) ? (random.pickAny(names) ?? '').toLowerCase() : random.pick(NAMES);
  const mechanism =
    setting.key.startsWith('sasl.') && random.chance(0.3) ? random.pick(['plain.', 'scram-sha-512.']) : '';
  entries.set(`listener.name.${name}.${mechanism}${setting.key}`, valuesOf(setting, random));
};

const DIRECTORIES = ['/data', '/data/1,/data/2', ''] as const;

/** Settings of a broker on its way from ZooKeeper. */
const migrate: ServerMutation = (entries, random) => {
  const choices: Readonly<Record<string, readonly [string, ...string[]]>> = {
    'zookeeper.metadata.migration.enable': ['true', 'true', 'false'],
    'zookeeper.connect': ['zk:2181', ''],
    'controller.quorum.voters': ['3000@localhost:9093', ''],
    'controller.listener.names': ['CONTROLLER', ''],
    'inter.broker.protocol.version': ['3.3', '3.4', '3.4-IV0', '3.6', '3.7-IV1', '3.7'],
    'listener.security.protocol.map': ['CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT'],
    'log.dirs': DIRECTORIES,
    'broker.id': ['1', '-1'],
    'broker.id.generation.enable': ['true', 'false'],
  };
  for (const [key, values] of Object.entries(choices)) if (random.chance(0.6)) entries.set(key, random.pick(values));
};

/** What a whole server says of where it belongs; a file may lack any of it. */
const REQUIRED = [
  'process.roles',
  'node.id',
  'broker.id',
  'controller.quorum.voters',
  'controller.quorum.bootstrap.servers',
  'controller.listener.names',
  'listeners',
  'log.dirs',
  'zookeeper.connect',
] as const;
const MAP = 'listener.security.protocol.map';

/** Any of the settings that a server needs may be missing, and the map from listeners to protocols. */
const lackRequired: ServerMutation = (entries, random) => {
  const only = random.pickAny(REQUIRED.filter((key) => entries.has(key)));
  if (random.chance(0.5) && only !== undefined) entries.delete(only);
  else for (const key of REQUIRED) if (random.chance(0.25)) entries.delete(key);
  if (random.chance(0.3)) lackMap(entries);
};

/** Without a map Kafka knows the protocols of listeners that are called like one, and of some controllers'. */
function lackMap(entries: Entries): void {
  const protocols: Readonly<Record<string, string>> = { INTERNAL: 'PLAINTEXT', EXTERNAL: 'SSL' };
  entries.delete(MAP);
  for (const key of ['listeners', 'advertised.listeners', 'inter.broker.listener.name']) {
    const value = entries.get(key);
    if (value !== undefined)
      entries.set(
        key,
        value.replace(/INTERNAL|EXTERNAL/g, (name) => protocols[name] ?? name),
      );
  }
}

/** A listener whose name is that of a secure protocol, with the map or without. */
const secureNames: ServerMutation = (entries, random) => {
  if (random.chance(0.7)) entries.delete(MAP);
  const protocol = random.pick(['SSL', 'SASL_SSL', 'SASL_PLAINTEXT', 'ssl']);
  const renamed = random.pick(['PLAINTEXT', 'CONTROLLER', 'INTERNAL']);
  for (const key of ['listeners', 'advertised.listeners', 'inter.broker.listener.name', 'controller.listener.names']) {
    const value = entries.get(key);
    if (value !== undefined && random.chance(0.9)) entries.set(key, value.replaceAll(renamed, protocol));
  }
};

const USERS = [
  'User:admin',
  'User:admin;User:CN=kafka-1,OU=ops',
  'User:a,User:b',
  'admin',
  'User:a; b',
  'User:a;;',
  ':a',
  'user:a',
  '',
  'User:',
] as const;

/** Who may do everything, as the authorizers read it. */
const superUsers: ServerMutation = (entries, random) => {
  entries.set('super.users', random.pick(USERS));
  if (random.chance(0.8))
    entries.set('authorizer.class.name', 'org.apache.kafka.metadata.authorizer.StandardAuthorizer');
};

/** Changes that only make sense for a server. */
export const SERVER_MUTATIONS: readonly [ServerMutation, ...ServerMutation[]] = [
  composeListeners,
  moveListener,
  secureBrokers,
  ofListener,
  ofListener,
  migrate,
  lackRequired,
  lackRequired,
  secureNames,
  superUsers,
];
