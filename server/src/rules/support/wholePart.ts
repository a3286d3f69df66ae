import { type Reader, readerOf } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { RuleContext } from '../rule';

/**
 * A client's part of a whole file as the client gets it, so that absence tells something: in a Streams file together
 * with what holds for all clients, in MirrorMaker's with what holds for the cluster, in a Connect worker's alone unless
 * it is an admin client's. Any other scope is left as it is.
 */
export function wholePart(reader: Reader, { document }: RuleContext): Reader {
  const [outer] = document.scopes;
  const { scope } = reader;
  if (scope.prefix === '') return asClient(reader);
  if (outer?.completeness !== 'complete') return reader;
  const own = new Set(scope.entries.map(({ key }) => key));
  const inherited =
    outer.role === 'streams' || scope.prefix === 'admin.'
      ? inheritedBy(scope.prefix, document.scopes)
      : outer.role === 'mirror-maker'
        ? ofCluster(scope.prefix, document)
        : [];
  const entries = [...inherited.filter(({ key }) => !own.has(key)), ...scope.entries];
  return readerOf({ ...scope, completeness: 'complete', entries });
}

/** StreamsConfig and StandaloneConfig define few of the settings that every client has, and hand on all that are written. */
export function asClient(reader: Reader): Reader {
  const { scope } = reader;
  return scope.role === 'streams' || scope.role === 'connect-standalone'
    ? readerOf({ ...scope, role: 'admin' })
    : reader;
}

/** What the consumers have in common counts before what all clients have in common. */
function inheritedBy(prefix: string, scopes: RuleContext['document']['scopes']): readonly Entry[] {
  const ofAll = scopes.find((scope) => scope.prefix === '')?.entries ?? [];
  if (!prefix.endsWith('.consumer.')) return ofAll;
  const ofConsumers = scopes.find((scope) => scope.prefix === 'consumer.')?.entries ?? [];
  const keys = new Set(ofConsumers.map(({ key }) => key));
  return [...ofAll.filter(({ key }) => !keys.has(key)), ...ofConsumers];
}

/** MirrorMakerConfig.clusterProps: what is said of a cluster counts before what is said of all. */
function ofCluster(prefix: string, { entries, scopes }: RuleContext['document']): readonly Entry[] {
  const cluster = prefix.slice(0, prefix.indexOf('.') + 1);
  const ofOne = entries.flatMap((entry) =>
    entry.writtenKey.startsWith(cluster) && !entry.overriddenBy
      ? [{ ...entry, key: entry.writtenKey.slice(cluster.length) }]
      : [],
  );
  const keys = new Set(ofOne.map(({ key }) => key));
  const ofAll = scopes.find((scope) => scope.prefix === '')?.entries ?? [];
  return [...ofAll.filter(({ key }) => !keys.has(key)), ...ofOne];
}
