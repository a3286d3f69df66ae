import { lookup } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Role } from '../../model/scope';
import { renameEntry } from '../fixes';
import { CONNECT_WORKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

const CLIENTS = ['producer', 'consumer'] as const;
/** A worker's group, which a standalone one's file often keeps, and settings of connections are no tuning of clients. */
const OF_WORKERS = /^(?:group\.id$|ssl|sasl|security|socket|receive|send|reconnect|metadata|metric)/;

export const rule: ScopeRule = {
  id: 'connect/unprefixed-client-key',
  summary: "A client's setting without the prefix does not reach the connectors",
  severity: 'warning',
  roles: CONNECT_WORKER_ROLES,
  sources: ['Worker.baseProducerConfigs, Worker.baseConsumerConfigs', 'KafkaOffsetBackingStore.configure'],
  *check(reader: Reader): Iterable<Report> {
    const { role } = reader.scope;
    const own =
      role === 'connect-distributed' ? "only the worker's clients for its internal topics use it" : 'nothing uses it';
    for (const entry of reader.scope.entries) {
      const clients = clientsOf(role, entry.key);
      if (clients.length === 0) continue;
      const prefixes = clients.map((client) => `${client}.`).join(' or ');
      const message = `${entry.writtenKey} does not reach the connectors: a worker hands on to their ${clients.join('s and ')}s what begins with ${prefixes}, and ${own}.`;
      const free = clients.filter((client) => !hasPrefixed(reader, entry.key, client));
      yield {
        span: entry.keySpan,
        message,
        fixes: free.map((client) => renameEntry(reader, entry, `${client}.${entry.key}`)),
      };
    }
  },
};

/** The kinds of client that alone know the key. An admin client gets a worker's keys without a prefix. */
function clientsOf(role: Role, key: string): readonly (typeof CLIENTS)[number][] {
  if (OF_WORKERS.test(key) || lookup(role, key) || lookup('admin', key)) return [];
  return CLIENTS.filter((client) => lookup(client, key));
}

function hasPrefixed(reader: Reader, key: string, client: string): boolean {
  return reader.has(`${client}.${key}`);
}
