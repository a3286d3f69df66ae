import { isMachineRole } from '../../catalogue/machine/machine';
import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { DeclaredTopic, FileFacts, ScopeFacts } from '../../model/project';
import type { Scope } from '../../model/scope';
import { rootOf } from '../../model/tree';
import { endpointsOf } from './endpoints';
import { metricPortsOf, sited } from './monitoringFacts';
import { isObjectClient, meantByOptions, optionOf, readObjectAs } from './objectClients';
import { createPlaces, type Places } from './places';
import { meantBySettings, readAs } from './settingsClients';
import { slimScope } from './slim';
import { createdTopics, resourceTopic, topicUsesOf } from './topicUses';

/** A file that configures more is data. */
const MOST_SCOPES = 200;

/** What a document tells a project; undefined when it tells nothing. */
export function factsOf(document: ConfigDocument): FileFacts | undefined {
  const { uri, text, scopes, monitoring } = document;
  if (scopes.length === 0 && !monitoring) return undefined;
  const places = createPlaces(uri, text);
  const owners = new Map<Entry, number>();
  scopes.forEach((scope, index) => {
    for (const entry of scope.entries) owners.set(entry, index);
  });
  const indexes = new Map(scopes.map((scope, index) => [scope, index]));
  const facts = scopes.slice(0, MOST_SCOPES).flatMap((scope, index) => {
    // A machine belongs to no cluster by its settings.
    if (isMachineRole(scope.role)) return [];
    const own = scopeFacts(scope, { uri, index, root: indexes.get(rootOf(scope)) ?? index, places, owners });
    return [own, ...created(scope, own, places)];
  });
  const ports = metricPortsOf(scopes, places);
  return {
    uri,
    scopes: facts,
    ...(monitoring && { monitoring: sited(monitoring, places) }),
    ...(ports.length > 0 && { metricPorts: ports }),
    places: places.all,
  };
}

interface Around {
  readonly uri: string;
  readonly index: number;
  readonly root: number;
  readonly places: Places;
  readonly owners: ReadonlyMap<Entry, number>;
}

function scopeFacts(scope: Scope, { uri, index, root, places, owners }: Around): ScopeFacts {
  const isObject = isObjectClient(scope);
  const ownerOf = (entry: Entry) => owners.get(entry);
  const meant = isObject ? meantByOptions(scope, ownerOf) : meantBySettings(scope, ownerOf);
  const isServer = scope.role === 'broker' || scope.role === 'combined' || scope.role === 'controller';
  const isWhole = isServer || scope.role === 'topic';
  const slim = slimScope(scope, meant, places, { ...(isObject ? readObjectAs(scope) : readAs(scope)), isWhole });
  const endpoints = isServer ? endpointsOf(scope, places) : undefined;
  const declares = resourceTopic(scope, places);
  const cluster = clusterOf(scope);
  const members = membersOf(scope, places);
  return {
    uri,
    index,
    root,
    client: scope.client,
    ...slim,
    anchor: places.at(scope.entries[0]?.span ?? scope.span),
    ...(scope.name !== undefined && { name: scope.name }),
    hosts: scope.container?.hosts.map((host) => host.toLowerCase()) ?? [],
    ...(endpoints && { endpoints }),
    topics: topicUsesOf(scope, places),
    ...(declares && { declares }),
    ...(cluster && { cluster }),
    ...(members && { members }),
  };
}

/** A topic that code creates is a thing of its own, which has the connection of the client that creates it. */
function created(scope: Scope, own: ScopeFacts, places: Places): ScopeFacts[] {
  return createdTopics(scope, places).map((declares: DeclaredTopic) => ({
    ...own,
    scope: { ...own.scope, role: 'topic', entries: own.scope.entries.filter(({ key }) => key === 'bootstrap.servers') },
    anchor: declares.site,
    topics: [],
    declares,
  }));
}

function clusterOf(scope: Scope): ScopeFacts['cluster'] {
  const { resource } = rootOf(scope);
  if (resource?.clusterName === undefined) return undefined;
  return {
    name: resource.clusterName,
    ...(resource.namespace !== undefined && { namespace: resource.namespace }),
  };
}

/** How many partitions a consumer of KafkaJS handles at a time. */
function concurrencyOf(calls: Scope['calls']): Entry | undefined {
  const runs = calls.filter(({ method }) => method === 'run');
  return runs.flatMap(({ options }) => optionOf(options, 'partitionsConsumedConcurrently') ?? [])[0];
}

/** Threads of a listener container that Spring starts, or of a Streams application. */
function membersOf({ spring, role, entries, calls }: Scope, places: Places): ScopeFacts['members'] {
  const entry =
    role === 'consumer'
      ? (spring?.own.get('listener.concurrency') ?? concurrencyOf(calls))
      : role === 'streams'
        ? entries.findLast(({ key, overriddenBy }) => key === 'num.stream.threads' && !overriddenBy)
        : undefined;
  if (entry?.value.kind !== 'literal' || !/^\d{1,4}$/.test(entry.value.text.trim())) return undefined;
  return { count: Number(entry.value.text), site: places.at(entry.span) };
}
