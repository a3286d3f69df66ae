import { lookup } from '../../../catalogue/catalogue';
import { isOnlyLibrdkafkas } from '../../../catalogue/clients/librdkafka';
import { historiesOf, suggestionFor } from '../../../catalogue/ownership';
import type { Reader } from '../../../catalogue/reader';
import type { SettingHistory } from '../../../catalogue/types';
import type { Entry } from '../../../model/entry';
import type { Role } from '../../../model/scope';
import { versionOrder } from '../../../model/version';
import { hasPlugins, isForeignKey } from './foreignKeys';

export type KeyVerdict =
  | { readonly kind: 'known'; readonly histories: readonly SettingHistory[] }
  /** Read by a plugin, or perhaps: nothing can be said about it. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'removed'; readonly history: SettingHistory }
  | { readonly kind: 'newer'; readonly history: SettingHistory }
  | { readonly kind: 'other-role'; readonly role: Role }
  /** A setting of librdkafka, which Kafka's own clients ignore. */
  | { readonly kind: 'librdkafka' }
  | { readonly kind: 'unknown'; readonly suggestion?: string; readonly plugins: boolean };

const SERVER_OTHERS = ['topic', 'producer', 'consumer', 'admin', 'connect-distributed', 'streams'] as const;
const CLIENT_OTHERS = ['producer', 'consumer', 'admin', 'broker', 'topic', 'streams', 'connect-distributed'] as const;

/** Where a key that is unknown in a role may belong. Roles that hand keys on to clients or plugins are left out. */
const OTHER_ROLES: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  broker: SERVER_OTHERS,
  controller: SERVER_OTHERS,
  combined: SERVER_OTHERS,
  topic: ['broker', 'producer', 'consumer'],
  producer: CLIENT_OTHERS,
  consumer: CLIENT_OTHERS,
  admin: CLIENT_OTHERS,
  client: CLIENT_OTHERS,
  streams: ['broker', 'topic'],
  'connect-standalone': ['broker', 'topic'],
  'connect-distributed': ['connect-standalone', 'broker', 'topic'],
};

/** The files in which people mix up the two families of clients. */
const LIBRDKAFKA_MISTAKEN: readonly Role[] = ['producer', 'consumer', 'admin', 'client', 'streams'];

/** What Kafka makes of the key in this scope's role at its target version. */
export function keyVerdict(reader: Reader, { key }: Entry): KeyVerdict {
  const { role, target } = reader.scope;
  const histories = historiesOf(role, key);
  if (histories.some((history) => history.at(target.version))) return { kind: 'known', histories };
  const [history] = histories;
  if (history) {
    const later = versionOrder(history.since) > versionOrder(target.version);
    return { kind: later ? 'newer' : 'removed', history };
  }
  if (LIBRDKAFKA_MISTAKEN.includes(role) && isOnlyLibrdkafkas(key)) return { kind: 'librdkafka' };
  if ((isForeignKey(reader, key) && !QUOTED_KEY.test(key)) || isClientKeyOfWorker(role, key))
    return { kind: 'foreign' };
  if (isOldConsumerKey(role, key)) return { kind: 'unknown', plugins: false };
  const other = OTHER_ROLES[role]?.find((candidate) => lookup(candidate, key));
  // A topic has no plugins, and Kafka refuses what it does not know.
  if (other)
    return SHARED.test(key) && role !== 'topic'
      ? { kind: 'foreign' }
      : { kind: 'other-role', role: nameOf(other, key) };
  return unknown(reader, key);
}

/** Settings of connections, which tools and plugins read from whatever file they are given. */
const SHARED = /^(?:ssl|sasl|security)\./;

/** A setting that several kinds of client have is called a client's. */
function nameOf(role: Role, key: string): Role {
  const clients = (['producer', 'consumer', 'admin'] as const).filter((client) => lookup(client, key));
  return clients.length > 1 && clients.some((client) => client === role) ? 'client' : role;
}

/** Consumers before Kafka 2.0 found the brokers through ZooKeeper: their files are old rather than a broker's. */
function isOldConsumerKey(role: Role, key: string): boolean {
  return (role === 'consumer' || role === 'client') && key.startsWith('zookeeper.');
}

/** A worker's own file may hold its clients' settings without a prefix; a rule of Connect's judges that. */
function isClientKeyOfWorker(role: Role, key: string): boolean {
  if (role !== 'connect-standalone' && role !== 'connect-distributed') return false;
  return historiesOf('client', key).length > 0;
}

function unknown(reader: Reader, key: string): KeyVerdict {
  const plugins = hasPlugins(reader);
  const suggestion = unquoted(reader, key) ?? ofMetadataManager(reader, key) ?? suggestionFor(reader.scope, key);
  if (suggestion) return { kind: 'unknown', suggestion, plugins };
  return SHARED.test(key) && reader.scope.role !== 'topic' ? { kind: 'foreign' } : { kind: 'unknown', plugins };
}

/** In JSON that was pasted into the file the quotes are a part of the key. */
function unquoted({ scope }: Reader, key: string): string | undefined {
  const inner = QUOTED_KEY.exec(key)?.[1];
  return inner !== undefined && historiesOf(scope.role, inner).length > 0 ? inner : undefined;
}

const QUOTED_KEY = /^["']([\w.]+)["']$/;

/** What TopicBasedRemoteLogMetadataManager reads, it reads behind a prefix of its own. */
function ofMetadataManager(reader: Reader, key: string): string | undefined {
  const isServer = reader.scope.role === 'broker' || reader.scope.role === 'combined';
  if (!isServer || !METADATA_MANAGER.test(key)) return undefined;
  return `${reader.setString('remote.log.metadata.manager.impl.prefix')?.value ?? 'rlmm.config.'}${key}`;
}

const METADATA_MANAGER =
  /^remote\.log\.metadata\.(?:topic\.(?:replication\.factor|num\.partitions|retention\.ms)|consume\.wait\.ms|initialization\.retry\.(?:max\.timeout|interval)\.ms|(?:common\.client|producer|consumer)\..+)$/;
