import type { MutableEntry } from '../../../recognition/parts';
import { linkLast } from '../../overridden';
import { siteOf, withSite } from '../../sites/site';
import { fieldsOf, type YamlField, type YamlNode } from '../nodes';
import type { Dialect } from '../sites/quote';
import { entryOf } from './settingsMap';

/** Deeper than any key of Kafka's has parts. */
const MAX_DEPTH = 8;

/** The entries of a map of Kafka's own keys that may be cut at their points: `bootstrap: { servers: … }`. */
export function flatEntries(text: string, map: YamlNode | undefined, dialect: Dialect): readonly MutableEntry[] {
  const walk = (node: YamlNode | undefined, prefix: string, depth: number): MutableEntry[] =>
    fieldsOf(node).flatMap((field) => {
      const key = prefix + unbracketed(field.key);
      if (field.value?.kind === 'map') return depth < MAX_DEPTH ? walk(field.value, `${key}.`, depth + 1) : [];
      return flatEntry(text, field, key, prefix, dialect);
    });
  return linkLast(walk(map, '', 0));
}

/** Spring takes a key in brackets as it stands. */
function unbracketed(key: string): string {
  return /^\[(.*)\]$/.exec(key)?.[1] ?? key;
}

function flatEntry(text: string, field: YamlField, key: string, prefix: string, dialect: Dialect): MutableEntry[] {
  const entry = entryOf(text, field, key, dialect);
  const site = entry && siteOf(entry);
  if (!entry || !site) return [];
  const isBracketed = field.key.startsWith('[');
  const rename: typeof site.rename = (source, name) => {
    // Another key has another place among the maps.
    if (!name.startsWith(prefix)) return undefined;
    const rest = name.slice(prefix.length);
    return site.rename(source, isBracketed ? `[${rest}]` : rest);
  };
  return [withSite({ ...entry, writtenKey: key }, { ...site, rename, ...(prefix !== '' && { add: () => undefined }) })];
}
