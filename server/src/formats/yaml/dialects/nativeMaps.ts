import { lookup, rolesOf } from '../../../catalogue/catalogue';
import type { Role } from '../../../model/scope';
import type { MutableEntry } from '../../../recognition/parts';
import { scoreKeys } from '../../../recognition/tellingKeys';
import type { YamlDialect, YamlDraft } from '../draft';
import { fieldAt, fieldsOf, textAt, type YamlMap, type YamlNode } from '../nodes';
import type { YamlPart } from '../read';
import { flatEntries } from './flatMap';
import { isMicronauts } from './micronaut';
import { serverMapOf } from './serverMaps';
import { entriesOf, KUBERNETES, mapPlace } from './settingsMap';

interface Place {
  /** The keys that lead to a map, the outermost first. */
  readonly path: readonly string[];
  readonly map: YamlMap;
}

/** Maps of Kafka's own keys under whatever root a program, a chart or a playbook has for them. */
export const nativeMapDrafts: YamlDialect = (part, { text, parts }) => {
  if (!part.root || isClaimed(part.root)) return [];
  const places = placesIn(part.root).filter(({ path }) => !(path[0] === 'kafka' && isMicronauts(parts)));
  return places.flatMap((place) => draftOf(text, place, part) ?? []);
};

/** Resources, services and descriptions of interfaces have readers of their own, or nothing of Kafka's. */
function isClaimed(root: YamlNode): boolean {
  const isResource = textAt(root, 'apiVersion') !== undefined && textAt(root, 'kind') !== undefined;
  return isResource || ['services', 'jobs', 'openapi', 'swagger', 'asyncapi'].some((key) => fieldAt(root, key));
}

/** Frameworks whose dialects read what is below. */
const FRAMEWORKS = /^(?:spring\.(?:kafka|cloud)|mp\.messaging|(?:%\w+\.)?quarkus)(?:\.|$)/;
const MAX_PLACES = 500;
const MAX_DEPTH = 12;

function placesIn(root: YamlNode): Place[] {
  const places: Place[] = [];
  const visited = new Set<YamlNode>();
  const walk = (node: YamlNode | undefined, path: readonly string[]): void => {
    if (!node || node.kind === 'scalar' || visited.has(node) || path.length > MAX_DEPTH) return;
    visited.add(node);
    if (FRAMEWORKS.test(path.join('.').toLowerCase())) return;
    if (node.kind === 'list') for (const item of node.items) walk(item, path);
    else {
      if (places.length < MAX_PLACES) places.push({ path, map: node });
      for (const { key, value } of fieldsOf(node)) walk(value, [...path, key]);
    }
  };
  walk(root, []);
  return places;
}

function draftOf(text: string, { path, map }: Place, { uncertain }: YamlPart): YamlDraft | undefined {
  const entries = entriesOf(text, { value: map });
  const server = serverMapOf(path) ?? serverByKeys(path, entries);
  const role = server ?? clientRole(path, entries);
  if (!role) return undefined;
  const own = (server ? flatEntries(text, map, KUBERNETES) : entries).filter(({ key }) => isOf(role, key));
  if (own.length === 0) return undefined;
  return {
    role,
    name: path.join('.'),
    entries: own,
    span: map.span,
    completeness: 'fragment',
    uncertain,
    place: mapPlace(map, []),
  };
}

function isOf(role: Role, key: string): boolean {
  return lookup(role, key) !== undefined || /^(?:producer|consumer|admin|listener\.name)\./.test(key);
}

/** With so many points of telling keys nobody else's map is meant; less will do where Kafka is named above it. */
const POINTS = 6;
const POINTS_UNDER_KAFKA = 3;

/** A map that is called configuration, and whose keys are those of a server. */
function serverByKeys(path: readonly string[], entries: readonly MutableEntry[]): Role | undefined {
  if (!/config|propert|overrid/i.test(path.at(-1) ?? '')) return undefined;
  const { server, connect, producer, consumer } = scoreKeys(entries.map(({ key }) => key));
  if (connect >= POINTS && connect > server) return 'connect-distributed';
  return server >= POINTS && server > producer + consumer ? 'broker' : undefined;
}

/** The role of a client's map; undefined where names and keys leave a doubt. */
function clientRole(path: readonly string[], entries: readonly MutableEntry[]): Role | undefined {
  const dotted = entries.map(({ key }) => key).filter((key) => key.includes('.') && rolesOf(key).length > 0);
  if (dotted.length === 0) return undefined;
  const scores = scoreKeys(entries.map(({ key }) => key));
  const isKafkas = path.some((key) => /kafka/i.test(key));
  const named = namedRole(path);
  const { producer, consumer, client, streams } = scores;
  if (producer + consumer + client + streams < (isKafkas && named ? POINTS_UNDER_KAFKA : POINTS)) return undefined;
  if (streams >= 3) return 'streams';
  if (named === 'producer' && consumer < 3) return 'producer';
  if (named === 'consumer' && producer < 3) return 'consumer';
  if (named === 'admin') return 'admin';
  if (producer >= 3 && consumer === 0) return 'producer';
  if (consumer >= 3 && producer === 0) return 'consumer';
  return 'client';
}

function namedRole(path: readonly string[]): 'producer' | 'consumer' | 'admin' | 'streams' | undefined {
  for (const key of path.toReversed()) {
    const found = /producer|consumer|admin|streams/i.exec(key)?.[0].toLowerCase();
    if (found === 'producer' || found === 'consumer' || found === 'admin' || found === 'streams') return found;
  }
  return undefined;
}
