import { lookup } from '../../../catalogue/catalogue';
import { hasPlaceholder } from '../../../catalogue/placeholders';
import type { Entry, Value } from '../../../model/entry';
import type { Role } from '../../../model/scope';
import { fileNameOf } from '../../../protocol/fileKinds';
import type { MutableEntry } from '../../../recognition/parts';
import {
  type SpringClient,
  type SpringProperty,
  springName,
  springProperty,
  springValue,
} from '../../../recognition/springNames';
import type { YamlDialect, YamlDraft } from '../draft';
import { fieldAt, fieldsOf, type YamlField, type YamlMap, type YamlNode } from '../nodes';
import { sameEntry } from '../sites/site';
import { linkLast, valueSpanOf } from './settingsMap';
import { SPRING, springPlace, springSite } from './springSites';

/** One property of a document, with everything above it. */
export interface Property {
  /** Below `spring.kafka`, with the author's spelling. */
  readonly name: string;
  readonly field: YamlField;
  /** The pairs that lead to it, the outermost first. */
  readonly above: readonly YamlField[];
}

const ROLES: Readonly<Record<Exclude<SpringClient, 'common'>, Role>> = {
  producer: 'producer',
  consumer: 'consumer',
  admin: 'admin',
  streams: 'streams',
};

/** `spring.kafka` of Spring Boot. */
export const springDrafts: YamlDialect = ({ root, span, uncertain }, { text, path }) => {
  const maps = new Map<string, YamlMap>();
  const properties = propertiesUnder(root, maps);
  if (properties.length === 0) return [];
  const read = properties.map((property) => ({ property, meaning: springProperty(property.name) }));
  const settings = read.flatMap(({ property, meaning }) =>
    meaning.kind === 'setting' ? [{ client: meaning.client, entry: entryOf(text, property, meaning) }] : [],
  );
  const unread = read.flatMap(({ property, meaning }) =>
    meaning.kind === 'unknown' ? [{ client: meaning.client, entry: unreadEntry(text, property, meaning) }] : [],
  );
  const listener = read.flatMap(({ property, meaning }): [string, Entry][] =>
    meaning.kind === 'own' && /^listener\./i.test(property.name) ? [listenerEntry(text, property)] : [],
  );
  const isWhole = /^application\.ya?ml$/i.test(fileNameOf(path)) && !hasProfile(root);
  const clients = (['producer', 'consumer', 'admin', 'streams'] as const).filter(
    (client) => maps.has(client) || settings.some((setting) => setting.client === client),
  );
  const common = settings.filter(({ client }) => client === 'common').map(({ entry }) => entry);
  // What belongs to no client is told once.
  const unreadOf = (client: SpringClient, isFirst: boolean): Entry[] =>
    unread.filter((one) => one.client === client || (isFirst && one.client === 'common')).map(({ entry }) => entry);
  const shared = { span, uncertain, completeness: isWhole ? ('complete' as const) : ('fragment' as const) };
  const own = clients.map((client, index): YamlDraft => {
    const entries = settings.filter((setting) => setting.client === client).map(({ entry }) => entry);
    const role = ROLES[client];
    const inherited = common.filter(({ key }) => lookup(role, key) && !entries.some((entry) => entry.key === key));
    return {
      ...shared,
      role,
      name: client,
      spring: { own: ownOf(listener, entries), unread: unreadOf(client, index === 0) },
      entries: linkLast([...inherited.map(sameEntry), ...entries]),
      written: (key) => springName(client, key),
      defaults: DEFAULTS[client],
      place: springPlace(maps, client),
    };
  });
  if (own.length > 0) return own;
  return [
    {
      ...shared,
      role: 'client',
      spring: { own: ownOf(listener, common), unread: unreadOf('common', true) },
      completeness: 'fragment',
      entries: linkLast(common),
      written: (key) => springName('common', key),
      place: springPlace(maps, 'common'),
    },
  ];
};

/** What Boot and its listener containers set where the file does not. */
const DEFAULTS: Readonly<Record<Exclude<SpringClient, 'common'>, ReadonlyMap<string, string | undefined>>> = {
  producer: new Map([['bootstrap.servers', 'localhost:9092']]),
  consumer: new Map([
    ['bootstrap.servers', 'localhost:9092'],
    ['enable.auto.commit', 'false'],
    ['isolation.level', 'read_uncommitted'],
  ]),
  admin: new Map(),
  streams: new Map(),
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

function entryOf(
  text: string,
  property: Property,
  meaning: Extract<SpringProperty, { kind: 'setting' }>,
): MutableEntry {
  const { client, key, unit, native } = meaning;
  const entry = plainEntry(text, property);
  const value = entry.value.kind === 'literal' ? converted(entry.value, unit) : entry.value;
  return springSite({ ...entry, key, value }, property, { client, native });
}

/** Serializers of Spring have settings among those of Kafka. */
function ownOf(listener: readonly (readonly [string, Entry])[], entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const settings = entries.filter(({ key }) => key.startsWith('spring.')).map((entry) => [entry.key, entry] as const);
  return new Map([...listener, ...settings]);
}

function unreadEntry(
  text: string,
  property: Property,
  { client, name }: Extract<SpringProperty, { kind: 'unknown' }>,
): MutableEntry {
  return springSite({ ...plainEntry(text, property), key: name }, property, { client, native: false });
}

function listenerEntry(text: string, property: Property): [string, Entry] {
  return [property.name.toLowerCase().replaceAll('_', '-'), plainEntry(text, property)];
}

function converted(value: Extract<Value, { kind: 'literal' }>, unit: Parameters<typeof springValue>[1]): Value {
  return { ...value, text: springValue(value.text, unit) ?? value.text };
}

function plainEntry(text: string, { name, field }: Property): MutableEntry {
  const span = valueSpanOf(text, field);
  return {
    key: name,
    writtenKey: field.key,
    keySpan: field.keySpan,
    value: writtenValue(field.value, span),
    span: { start: field.keySpan.start, end: Math.max(span.end, field.keySpan.end) },
  };
}

function writtenValue(node: YamlNode | undefined, span: Value['span']): Value {
  const text = textOf(node);
  if (text === undefined) return { kind: 'dynamic', text: '', span };
  const fallback = /^\$\{[\w.-]+:([^${}]*)\}$/.exec(text)?.[1];
  if (fallback !== undefined && !hasPlaceholder(fallback))
    return { kind: 'literal', text: fallback, span, fallback: true };
  return { kind: hasPlaceholder(text) ? 'dynamic' : 'literal', text, span };
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
