import type { Entry } from '../model/entry';
import type { PartKind, Role, Scope } from '../model/scope';
import { partOf } from '../model/tree';

/** Where settings stand that a client may get: in a part of its process, beside its cluster's name, or with no prefix. */
export type Place = PartKind | 'cluster' | 'process';

const IN_STREAMS: Readonly<Record<PartKind, readonly Place[]>> = {
  'main-consumer': ['main-consumer', 'consumer', 'process'],
  'restore-consumer': ['restore-consumer', 'consumer', 'process'],
  'global-consumer': ['global-consumer', 'consumer', 'process'],
  consumer: ['consumer', 'process'],
  producer: ['producer', 'process'],
  admin: ['admin', 'process'],
  client: ['client', 'process'],
  topic: ['topic', 'process'],
  flow: ['flow', 'process'],
};

/**
 * Where a part of a process gets its settings from, the place that counts most first: StreamsConfig.getMainConsumerConfigs
 * and its like, MirrorMakerConfig.clusterProps, Worker.baseProducerConfigs. A worker's clients get what is theirs alone,
 * unless they are admin clients.
 */
export function placesFor(role: Role, kind: PartKind): readonly Place[] {
  if (role === 'streams') return IN_STREAMS[kind];
  if (role === 'mirror-maker') return kind === 'flow' ? ['flow', 'process'] : [kind, 'cluster', 'process'];
  return kind === 'admin' && role !== 'connector' ? ['admin', 'process'] : [kind];
}

/** What a place of the process says; a cluster's settings with the keys that a client of it gets. */
export function entriesAt(root: Scope, place: Place, cluster?: string): readonly Entry[] {
  if (place === 'process') return root.entries;
  if (place !== 'cluster') return partOf(root, place)?.entries ?? [];
  return (cluster !== undefined && byCluster(root).get(cluster)) || [];
}

const knownClusters = new WeakMap<Scope, ReadonlyMap<string, readonly Entry[]>>();

/** Every part asks for its cluster, so that all of them are sorted once. */
function byCluster(root: Scope): ReadonlyMap<string, readonly Entry[]> {
  const known = knownClusters.get(root);
  if (known) return known;
  const found = new Map<string, Entry[]>();
  const add = (cluster: string, entry: Entry): void => {
    const entries = found.get(cluster);
    if (entries) entries.push(entry);
    else found.set(cluster, [entry]);
  };
  for (const entry of root.others) {
    const dot = entry.key.indexOf('.');
    add(entry.key.slice(0, Math.max(dot, 0)), { ...entry, key: entry.key.slice(dot + 1) });
  }
  for (const { part, entries } of root.parts) {
    if (part?.kind === 'client' && part.cluster !== undefined) for (const entry of entries) add(part.cluster, entry);
  }
  knownClusters.set(root, found);
  return found;
}

/** A part's settings together with those that it gets from elsewhere in its process; any other scope's own. */
export function receivedEntries(scope: Scope): readonly Entry[] {
  const { parent, part } = scope;
  if (!parent || !part) return scope.entries;
  const seen = new Set(scope.entries.map(({ key }) => key));
  const received: Entry[][] = [];
  for (const place of placesFor(parent.role, part.kind)) {
    if (place === part.kind) continue;
    const fresh = entriesAt(parent, place, part.cluster).filter(({ key }) => !seen.has(key));
    for (const { key } of fresh) seen.add(key);
    received.unshift(fresh);
  }
  return [...received.flat(), ...scope.entries];
}
