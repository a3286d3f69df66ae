import { fileNameOf } from '../../../protocol/fileKinds';
import type { MutableEntry } from '../../../recognition/parts';
import type { SpringClient } from '../../../recognition/springNames';
import { applicationValue, springDrafts } from '../../applications/springDrafts';
import { sameEntry } from '../../sites/site';
import type { YamlDialect } from '../draft';
import { fieldAt, fieldsOf, type YamlField, type YamlMap, type YamlNode } from '../nodes';
import { valueSpanOf } from './settingsMap';
import { SPRING, springPlace, springSite } from './springSites';

/** One property of a document, with everything above it. */
export interface Property {
  /** Below `spring.kafka`, with the author's spelling. */
  readonly name: string;
  readonly field: YamlField;
  /** The pairs that lead to it, the outermost first. */
  readonly above: readonly YamlField[];
}

/** `spring.kafka` of Spring Boot. */
export const springYamlDrafts: YamlDialect = ({ root, span, uncertain }, { text, path }) => {
  const maps = new Map<string, YamlMap>();
  const properties = propertiesUnder(root, maps);
  const written = new Map<number, Property>(properties.map((property) => [property.field.keySpan.start, property]));
  const drafts = springDrafts(
    properties.map((property) => ({ name: property.name, entry: plainEntry(text, property) })),
    {
      span,
      whole: /^application\.ya?ml$/i.test(fileNameOf(path)) && !hasProfile(root),
      has: (client: SpringClient) => maps.has(client),
      settle: (entry, meaning) => {
        const property = written.get(entry.keySpan.start);
        return property ? springSite(entry, property, meaning) : entry;
      },
      inherit: sameEntry,
      written: (_, name) => name,
    },
  );
  return drafts.map(({ client, ...draft }) => ({ ...draft, uncertain, place: springPlace(maps, client) }));
};

/** More properties than any application has. */
const MAX_PROPERTIES = 2000;

/** All properties below `spring.kafka`, in whatever pieces its name is written; remembers the maps of the clients. */
function propertiesUnder(root: YamlNode | undefined, maps: Map<string, YamlMap>): Property[] {
  const found: Property[] = [];
  const walk = (node: YamlNode, path: string, above: readonly YamlField[]): void => {
    if (above.length > 12) return;
    for (const field of fieldsOf(node)) {
      const name = path === '' ? field.key : `${path}.${field.key}`;
      const isAbove = PREFIX.startsWith(`${name.toLowerCase()}.`);
      const inside = name.toLowerCase().startsWith(PREFIX);
      if (!isAbove && !inside && `${name.toLowerCase()}.` !== PREFIX) continue;
      if (field.value?.kind === 'map') {
        maps.set(name.slice(PREFIX.length), field.value);
        walk(field.value, name, [...above, field]);
      } else if (inside && found.length < MAX_PROPERTIES) {
        found.push({ name: name.slice(PREFIX.length), field, above });
      }
    }
  };
  if (root) walk(root, '', []);
  return found;
}

const PREFIX = 'spring.kafka.';

function plainEntry(text: string, { name, field }: Property): MutableEntry {
  const span = valueSpanOf(text, field);
  return {
    key: name,
    writtenKey: field.key,
    keySpan: field.keySpan,
    value: applicationValue(textOf(field.value), span),
    span: { start: field.keySpan.start, end: Math.max(span.end, field.keySpan.end) },
  };
}

/** A list is what Boot joins for Kafka. */
function textOf(node: YamlNode | undefined): string | undefined {
  if (!node) return '';
  if (node.kind === 'map') return undefined;
  if (node.kind === 'scalar') return SPRING.read(node) ?? '';
  const items = node.items.map(textOf);
  return items.includes(undefined) ? undefined : items.join(',');
}

/** The document holds for some profiles only. */
function hasProfile(root: YamlNode | undefined): boolean {
  return ['spring', 'spring.config.activate.on-profile', 'spring.profiles'].some((key) => {
    const field = fieldAt(root, key);
    if (!field) return false;
    if (key !== 'spring') return true;
    const profiles = fieldAt(field.value, 'profiles')?.value;
    return fieldAt(field.value, 'config') !== undefined || profiles?.kind === 'scalar';
  });
}
