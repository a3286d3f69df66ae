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
  if (cluster === undefined) return [];
  const prefix = `${cluster}.`;
  const ofWorker = root.others.flatMap((entry) =>
    entry.key.startsWith(prefix) ? [{ ...entry, key: entry.key.slice(prefix.length) }] : [],
  );
  return [...ofWorker, ...(partOf(root, 'client', cluster)?.entries ?? [])];
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
