import type { MutableEntry } from '../../../recognition/parts';
import { relaxedName } from '../../../recognition/springNames';
import { siteOf, withSite } from '../../sites/site';
import type { YamlDialect, YamlDraft } from '../draft';
import { fieldsOf, type YamlField, type YamlMap, type YamlNode } from '../nodes';
import type { YamlPart } from '../read';
import { type ClientMap, clientDraft } from './clientDraft';
import { flatEntries } from './flatMap';
import { entryOf } from './settingsMap';
import { SPRING } from './springSites';

/** The binders of Spring Cloud Stream: `spring.cloud.stream.kafka`. */
export const springCloudDrafts: YamlDialect = (part, { text }) => {
  const kafka = at(part.root, 'spring', 'cloud', 'stream', 'kafka');
  if (!kafka) return [];
  const common = [...binderEntries(text, at(kafka, 'binder')), ...nativeEntries(text, at(kafka, 'binder'))];
  return [
    ...binderDrafts(text, at(kafka, 'binder'), part),
    ...fieldsOf(at(kafka, 'bindings')).flatMap((binding) => bindingDrafts(text, binding, common, part)),
    ...streamsDrafts(text, at(kafka, 'streams', 'binder'), part),
  ];
};

/** Settings of all clients of a binder have its own names, or stand in `configuration`. */
function binderEntries(text: string, binder: YamlNode | undefined): MutableEntry[] {
  return named(text, binder, { brokers: 'bootstrap.servers' });
}

function nativeEntries(text: string, map: YamlNode | undefined, name = 'configuration'): readonly MutableEntry[] {
  return flatEntries(text, at(map, name), SPRING);
}

function binderDrafts(text: string, binder: YamlNode | undefined, part: YamlPart): YamlDraft[] {
  if (binder?.kind !== 'map') return [];
  const common = [...binderEntries(text, binder), ...nativeEntries(text, binder)];
  const clients = (['producer', 'consumer'] as const).flatMap((role) => {
    const properties = `${role}properties`;
    const acks = role === 'producer' ? named(text, binder, { requiredacks: 'acks' }) : [];
    const entries = [...acks, ...nativeEntries(text, binder, properties)];
    const field = fieldOf(binder, properties);
    const place = { map: binder, path: [field?.key ?? `${role}-properties`], dialect: SPRING };
    return entries.length > 0 ? clientDraft({ role, name: `binder ${role}`, entries, common, ...place }, part) : [];
  });
  if (clients.length > 0) return clients;
  const place = { map: binder, path: ['configuration'], dialect: SPRING };
  return clientDraft({ role: 'client', name: 'binder', entries: common, ...place }, part);
}

const PRODUCER_NAMES = { batchtimeout: 'linger.ms', buffersize: 'batch.size', compressiontype: 'compression.type' };

function bindingDrafts(
  text: string,
  { key, value }: YamlField,
  common: readonly MutableEntry[],
  part: YamlPart,
): YamlDraft[] {
  return (['producer', 'consumer'] as const).flatMap((role) => {
    const map = at(value, role);
    if (map?.kind !== 'map') return [];
    const own = role === 'producer' ? named(text, map, PRODUCER_NAMES) : [];
    const client: ClientMap = {
      role,
      name: key,
      entries: [...own, ...nativeEntries(text, map)],
      common,
      map,
      path: ['configuration'],
      dialect: SPRING,
    };
    return client.entries.length > 0 ? clientDraft(client, part) : [];
  });
}

function streamsDrafts(text: string, binder: YamlNode | undefined, part: YamlPart): YamlDraft[] {
  if (binder?.kind !== 'map') return [];
  const entries = [...binderEntries(text, binder), ...nativeEntries(text, binder)];
  const place = { map: binder, path: ['configuration'], dialect: SPRING };
  return clientDraft({ role: 'streams', name: 'streams binder', entries, ...place }, part);
}

/** Entries with names of the binder's own, which stand for one setting each. */
function named(text: string, map: YamlNode | undefined, names: Readonly<Record<string, string>>): MutableEntry[] {
  return fieldsOf(map).flatMap((field) => {
    const relaxed = relaxedName(field.key);
    const key = Object.hasOwn(names, relaxed) ? names[relaxed] : undefined;
    const entry = key === undefined ? undefined : entryOf(text, field, key, SPRING);
    const site = entry && siteOf(entry);
    if (!entry || !site) return [];
    return [withSite(entry, { ...site, rename: () => undefined, add: () => undefined })];
  });
}

function fieldOf(map: YamlNode | undefined, relaxed: string): YamlField | undefined {
  return fieldsOf(map).findLast((field) => relaxedName(field.key) === relaxed);
}

/** The node at a path of relaxed names, of which several may stand in one key. */
function at(node: YamlNode | undefined, ...path: readonly string[]): YamlMap | undefined {
  const [first] = path;
  if (first === undefined) return node?.kind === 'map' ? node : undefined;
  for (let length = path.length; length > 0; length--) {
    const found = fieldOf(node, path.slice(0, length).join('.'))?.value;
    if (found) return at(found, ...path.slice(length));
  }
  return undefined;
}
