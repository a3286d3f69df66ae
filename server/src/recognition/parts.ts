import { lookup } from '../catalogue/catalogue';
import { isStandInFor } from '../catalogue/placeholders';
import type { Container } from '../model/container';
import type { CreatedTopic } from '../model/createdTopic';
import type { Entry } from '../model/entry';
import type { Machine } from '../model/machine';
import type { Resource } from '../model/resource';
import type { ClientLibrary, Role, Scope } from '../model/scope';
import type { Span } from '../model/span';
import type { Spring } from '../model/spring';
import type { TargetVersion } from '../model/version';
import { type Component, placeInComponent } from './components';
import { isTemplateKey } from './placeholders';
import { clientsUnder, type Prefixed, prefixed } from './prefixes';

/** What is known of the thing that entries configure. */
export interface ScopeFacts {
  readonly role: Role;
  readonly client: ClientLibrary;
  /** A server with clients in it, where the file is such a one's. */
  readonly component?: Component | undefined;
  readonly name?: string;
  /** How the scope's format writes a key, prefix included. */
  written(key: string): string;
  readonly target: TargetVersion;
  readonly environment: Scope['environment'];
  readonly completeness: Scope['completeness'];
  readonly brokers?: number;
  readonly container?: Container;
  readonly resource?: Resource;
  readonly created?: CreatedTopic;
  readonly spring?: Spring;
  readonly machine?: Machine;
  readonly defaults?: ReadonlyMap<string, string | undefined>;
}

/** An entry whose scope is still to be found: its key has every prefix until then, `producer.linger.ms`. */
export type MutableEntry = { -readonly [Property in keyof Entry]: Entry[Property] };

const CLIENTS: readonly Prefixed[] = clientsUnder('');
const OVERRIDES: readonly Prefixed[] = clientsUnder('', 'override.');

const PREFIXES: Readonly<Partial<Record<Role, readonly Prefixed[]>>> = {
  'connect-standalone': CLIENTS,
  'connect-distributed': CLIENTS,
  connector: OVERRIDES,
  streams: [
    prefixed('main.consumer.', 'consumer', 'main-consumer'),
    prefixed('restore.consumer.', 'consumer', 'restore-consumer'),
    prefixed('global.consumer.', 'consumer', 'global-consumer'),
    ...CLIENTS,
    prefixed('topic.', 'topic', 'topic'),
  ],
  'mirror-maker': CLIENTS,
};

/** The prefixes that make parts in a file of that role, as far as they do not depend on its contents. */
export function prefixesOf(role: Role): readonly string[] {
  return PREFIXES[role]?.map(({ prefix }) => prefix) ?? [];
}

/**
 * Sorts entries into the scope of a process and those of its parts, and settles each entry's key. `aliases` are
 * MirrorMaker's names of clusters. The process comes first, even when nothing is left for it; keys that a template
 * makes are in none.
 */
export function scopesOf(
  entries: readonly MutableEntry[],
  facts: ScopeFacts,
  whole: Span,
  aliases: readonly string[] = [],
): Scope[] {
  const own: Entry[] = [];
  const others: Entry[] = [];
  const found = new Map<string, { place: Prefixed; entries: Entry[] }>();
  const clusters = new Set(aliases);
  for (const entry of entries) {
    if (isTemplateKey(entry.writtenKey)) continue;
    const place = facts.component
      ? placeInComponent(facts.component, entry.key)
      : placeOf(entry.key, facts.role, clusters);
    const key = typeof place === 'string' ? entry.key : entry.key.slice(place.prefix.length);
    const { kind, text, span } = entry.value;
    if (kind === 'literal' && isStandInFor(key, text)) entry.value = { kind: 'dynamic', text, span };
    if (place === 'process') own.push(entry);
    else if (place === 'others') others.push(entry);
    else {
      entry.key = key;
      const group = found.get(place.prefix);
      if (group) group.entries.push(entry);
      else found.set(place.prefix, { place, entries: [entry] });
    }
  }
  const parts: Scope[] = [];
  const { component, ...ofRoot } = facts;
  const root: Scope = { ...ofRoot, span: whole, entries: own, others, parts, calls: [] };
  parts.push(...Array.from(found.values(), (group) => partOf(root, group.place, group.entries)));
  return [root, ...parts];
}

function partOf(parent: Scope, { prefix, role, part }: Prefixed, entries: readonly Entry[]): Scope {
  const { target, environment, name } = parent;
  const start = entries[0]?.span.start ?? 0;
  return {
    client: 'java',
    target,
    span: { start, end: entries.at(-1)?.span.end ?? start },
    role,
    entries,
    others: [],
    calls: [],
    parent,
    part,
    parts: [],
    ...(name !== undefined && { name }),
    written: (key) => parent.written(prefix + key),
    completeness: 'fragment',
    environment,
  };
}

function placeOf(key: string, role: Role, clusters: ReadonlySet<string>): Prefixed | 'process' | 'others' {
  const place = PREFIXES[role]?.find((candidate) => key.startsWith(candidate.prefix));
  // `admin.listeners` is a worker's own, and `consumer.poll.timeout.ms` MirrorMaker's.
  if (place) return lookup(role, key) ? 'process' : place;
  return role === 'mirror-maker' ? mirrorPlace(key, clusters) : 'process';
}

/** What MirrorMaker hands to every client of a cluster (MirrorClientConfig.CLIENT_CONFIG_DEF). */
const OF_CONNECTIONS = /^(?:bootstrap\.servers$|(?:security|ssl|sasl)\.)/;

/**
 * `primary.producer.linger.ms` is a producer's, `primary.ssl.protocol` every client's of that cluster, and
 * `primary->backup.topics` a flow's; what a worker gets, such as `primary.offset.storage.topic`, is no scope's.
 */
function mirrorPlace(key: string, clusters: ReadonlySet<string>): Prefixed | 'process' | 'others' {
  if (key.includes('->')) return flowPlace(key);
  const cluster = key.slice(0, Math.max(key.indexOf('.'), 0));
  if (!clusters.has(cluster)) return 'process';
  const client = CLIENTS.find(({ prefix }) => key.startsWith(prefix, cluster.length + 1));
  if (!client) {
    const isOfAll = OF_CONNECTIONS.test(key.slice(cluster.length + 1));
    return isOfAll ? { prefix: `${cluster}.`, role: 'client', part: { kind: 'client', cluster } } : 'others';
  }
  return { ...client, prefix: `${cluster}.${client.prefix}`, part: { ...client.part, cluster } };
}

function flowPlace(key: string): Prefixed | 'others' {
  const [prefix, source, cluster] = /^([^\s>]+)->([^\s.]+)\./.exec(key) ?? [];
  if (prefix === undefined || source === undefined || cluster === undefined) return 'others';
  return { prefix, role: 'mirror-maker', part: { kind: 'flow', source, cluster } };
}
