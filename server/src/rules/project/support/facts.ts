import { type Reader, readerOf } from '../../../catalogue/reader';
import type { ForeignEdit } from '../../../model/edit';
import type { ClusterFacts, PlacedFix, ScopeFacts, Site } from '../../../model/project';

export function readerFor({ scope }: ScopeFacts): Reader {
  return readerOf(scope);
}

/** Where a setting is written, else where to speak about the thing as a whole. */
export function siteOf({ settings, anchor }: ScopeFacts, ...keys: readonly string[]): Site {
  for (const key of keys) {
    const written = settings.get(key);
    if (written) return written.site;
  }
  return anchor;
}

export function brokersOf({ servers }: ClusterFacts): readonly ScopeFacts[] {
  return servers.filter(({ scope }) => scope.role === 'broker' || scope.role === 'combined');
}

export function clientsOf({ clients }: ClusterFacts, role: 'producer' | 'consumer'): readonly ScopeFacts[] {
  return clients.filter(({ scope }) => scope.role === role);
}

/** What people call it in a sentence: `kafka-1 (docker-compose.yml)`. */
export function nameOf({ name, uri, running }: ScopeFacts): string {
  if (running && name !== undefined) return name;
  const file = decoded(uri.slice(uri.lastIndexOf('/') + 1));
  return name === undefined ? file : `${name} (${file})`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Changes a setting where it is written, or adds it; undefined where nobody here knows how that is written. */
export function changeOf(
  { settings, uri, index, client, running }: ScopeFacts,
  key: string,
  value: string,
): ForeignEdit | undefined {
  if (running) return undefined;
  const written = settings.get(key);
  if (!written) return client === 'java' ? { uri, scope: index, key, value } : undefined;
  if (!written.settable || written.text === undefined) return undefined;
  return { uri, scope: written.scope, key: written.key, value, was: written.text };
}

/** A fix that changes one setting; none where that cannot be written. */
export function fixOf(facts: ScopeFacts, key: string, value: string): PlacedFix[] {
  const change = changeOf(facts, key, value);
  if (!change) return [];
  return [{ title: `Set ${key} to ${value} in ${nameOf(facts)}`, changes: [change] }];
}
