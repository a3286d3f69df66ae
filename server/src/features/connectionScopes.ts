import type { ConfigDocument } from '../model/document';
import type { Entry } from '../model/entry';
import type { Scope } from '../model/scope';

/** A scope that says how to connect, and the entry that says where. */
export interface ConnectionScope {
  readonly scope: Scope;
  readonly servers: Entry;
}

/** Keys by which clients are told of brokers: Kafka's own, and that of KafkaJS. */
const SERVERS = ['bootstrap.servers', 'brokers'];

/** The scopes of a document that name brokers to connect to. */
export function connectionScopes({ scopes }: ConfigDocument): ConnectionScope[] {
  return scopes.flatMap((scope): ConnectionScope[] => {
    if (scope.prefix !== '' || scope.role === 'broker' || scope.role === 'controller') return [];
    const servers = scope.entries.find((entry) => SERVERS.includes(entry.key) && !entry.overriddenBy);
    return servers ? [{ scope, servers }] : [];
  });
}
