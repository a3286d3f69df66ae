import { lookup } from '../catalogue/catalogue';
import type { Container } from '../model/container';
import type { Entry } from '../model/entry';
import type { Role, Scope } from '../model/scope';
import type { Span } from '../model/span';
import type { TargetVersion } from '../model/version';
import { isTemplateKey } from './placeholders';

/** What is known of the thing that entries configure. */
export interface ScopeFacts {
  readonly role: Role;
  readonly name?: string;
  /** How the scope's format writes a key, prefix included. */
  written(key: string): string;
  readonly target: TargetVersion;
  readonly environment: Scope['environment'];
  readonly completeness: Scope['completeness'];
  readonly brokers?: number;
  readonly container?: Container;
  readonly defaults?: ReadonlyMap<string, string | undefined>;
}

/** An entry whose scope is still to be found: its key has every prefix until then, `producer.linger.ms`. */
export type MutableEntry = { -readonly [Property in keyof Entry]: Entry[Property] };

/** A part of a file that a prefix marks. */
interface Part {
  readonly prefix: string;
  /** Absent for keys that belong to no scope of ours, such as the settings of a replication flow. */
  readonly role?: Role;
}

const partsOf = (roles: Readonly<Record<string, Role>>): readonly Part[] =>
  Object.entries(roles).map(([prefix, role]) => ({ prefix, role }));

const CLIENTS = partsOf({ 'producer.': 'producer', 'consumer.': 'consumer', 'admin.': 'admin' });

const PARTS: Readonly<Partial<Record<Role, readonly Part[]>>> = {
  'connect-standalone': CLIENTS,
  'connect-distributed': CLIENTS,
  connector: partsOf({
    'producer.override.': 'producer',
    'consumer.override.': 'consumer',
    'admin.override.': 'admin',
  }),
  streams: [
    ...partsOf({ 'main.consumer.': 'consumer', 'restore.consumer.': 'consumer', 'global.consumer.': 'consumer' }),
    ...CLIENTS,
    ...partsOf({ 'topic.': 'topic' }),
  ],
  'mirror-maker': CLIENTS,
};

/** The prefixes that make nested scopes in a file of that role, as far as they do not depend on its contents. */
export function prefixesOf(role: Role): readonly string[] {
  return PARTS[role]?.map(({ prefix }) => prefix) ?? [];
}

/**
 * Sorts entries into the scope of the whole thing and the nested ones that prefixes make, and settles each entry's
 * key. `aliases` are MirrorMaker's names of clusters. The scope of the whole thing comes first, even when it is
 * empty; keys that a template makes are in none.
 */
export function scopesOf(
  entries: readonly MutableEntry[],
  facts: ScopeFacts,
  whole: Span,
  aliases: readonly string[] = [],
): Scope[] {
  const own: Entry[] = [];
  const nested = new Map<string, { role: Role; entries: Entry[] }>();
  const clusters = new Set(aliases);
  for (const entry of entries) {
    if (isTemplateKey(entry.writtenKey)) continue;
    const part = partOf(entry.key, facts.role, clusters);
    if (!part) own.push(entry);
    if (!part?.role) continue;
    entry.key = entry.key.slice(part.prefix.length);
    const group = nested.get(part.prefix);
    if (group) group.entries.push(entry);
    else nested.set(part.prefix, { role: part.role, entries: [entry] });
  }
  const outer: Scope = { ...facts, client: 'java', span: whole, entries: own, calls: [], prefix: '' };
  return [outer, ...Array.from(nested, ([prefix, group]) => nestedScope(prefix, group, facts))];
}

function nestedScope(prefix: string, group: { role: Role; entries: readonly Entry[] }, facts: ScopeFacts): Scope {
  const { target, environment, name, written } = facts;
  const start = group.entries[0]?.span.start ?? 0;
  const span = { start, end: group.entries.at(-1)?.span.end ?? start };
  return {
    client: 'java',
    target,
    span,
    role: group.role,
    entries: group.entries,
    calls: [],
    prefix,
    ...(name !== undefined && { name }),
    written: (key) => written(prefix + key),
    completeness: 'fragment',
    environment,
  };
}

function partOf(key: string, role: Role, clusters: ReadonlySet<string>): Part | undefined {
  const part = PARTS[role]?.find((candidate) => key.startsWith(candidate.prefix));
  // `admin.listeners` is a worker's own, and `consumer.poll.timeout.ms` MirrorMaker's.
  if (part && lookup(role, key)) return undefined;
  return part ?? (role === 'mirror-maker' ? clusterPart(key, clusters) : undefined);
}

/** `primary.producer.linger.ms` is a producer's; `primary.ssl.protocol` and `primary->backup.topics` are no scope's. */
function clusterPart(key: string, clusters: ReadonlySet<string>): Part | undefined {
  if (key.includes('->')) return { prefix: '' };
  const alias = key.slice(0, Math.max(key.indexOf('.'), 0));
  if (!clusters.has(alias)) return undefined;
  const client = CLIENTS.find(({ prefix }) => key.startsWith(prefix, alias.length + 1));
  return client ? { ...client, prefix: `${alias}.${client.prefix}` } : { prefix: `${alias}.` };
}
