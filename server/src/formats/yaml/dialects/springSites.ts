import type { MutableEntry } from '../../../recognition/parts';
import { type SpringClient, springProperty } from '../../../recognition/springNames';
import { type Place, withSite } from '../../sites/site';
import type { YamlField, YamlMap } from '../nodes';
import { springText } from '../scalars/scalarText';
import { pairSite } from '../sites/pairSite';
import type { Dialect } from '../sites/quote';
import { mapPlace } from './settingsMap';

export const SPRING: Dialect = { read: springText };

const BEHIND = 'properties.';

/** An entry of Spring's, whose new names are those that `springName` writes. */
export function springSite(
  entry: MutableEntry,
  { field, above }: { readonly field: YamlField; readonly above: readonly YamlField[] },
  { client, native }: { readonly client: SpringClient; readonly native: boolean },
): MutableEntry {
  const site = pairSite(field.owner, field, SPRING);
  const isInMap = native && !/properties/i.test(field.key);
  const prefix = native && !isInMap ? field.key.slice(0, field.key.toLowerCase().indexOf('properties')) : '';
  return withSite(entry, {
    ...site,
    rename: (text, name) => {
      const key = keyNamed(client, name);
      if (!native) return site.rename(text, name);
      return site.rename(text, isInMap ? key : `${prefix}${BEHIND}${key}`);
    },
    remove: (text) => outermostAlone(field, above).remove(text),
    // Where it goes depends on its name: the scope's place knows.
    add: () => undefined,
  });
}

/** Kafka's key for a name in Spring's spelling. */
function keyNamed(client: SpringClient, name: string): string {
  const meaning = springProperty(client === 'common' ? name : `${client}.${name}`);
  return meaning.kind === 'setting' ? meaning.key : name;
}

/** Boot refuses an empty map, so that a map goes with its only pair. */
function outermostAlone(field: YamlField, above: readonly YamlField[]): ReturnType<typeof pairSite> {
  let alone = field;
  for (const parent of above.toReversed()) {
    if (alone.owner.pairs.length > 1 || parent.value !== alone.owner || parent.key === 'spring') break;
    alone = parent;
  }
  return pairSite(alone.owner, alone, SPRING);
}

/** Settings go into the client's map, or into `properties` there. */
export function springPlace(maps: ReadonlyMap<string, YamlMap>, client: SpringClient): Place {
  const section = client === 'common' ? [] : [client];
  return {
    add: (text, setting) => {
      const isNative = setting.name.startsWith(BEHIND);
      const path = [...section, ...(isNative ? ['properties'] : [])];
      const name = isNative ? setting.name.slice(BEHIND.length) : setting.name;
      const own = maps.get(section[0] ?? '');
      if (own) return mapPlace(own, path.slice(section.length), SPRING).add(text, { ...setting, name });
      return mapPlace(maps.get(''), path, SPRING).add(text, { ...setting, name });
    },
  };
}
