import { lookup } from '../../../catalogue/catalogue';
import type { YamlDialect } from '../draft';
import { fieldAt, fieldsOf } from '../nodes';
import type { YamlPart } from '../read';
import { clientDraft } from './clientDraft';
import { flatEntries } from './flatMap';
import { SPRING } from './springSites';

const CLIENTS = [
  ['producers', 'producer'],
  ['consumers', 'consumer'],
  ['streams', 'streams'],
] as const;

/** The clients of a Micronaut application: `kafka.producers.default`, with what `kafka` has for all of them. */
export const micronautDrafts: YamlDialect = (part, { text, parts }) => {
  const kafka = fieldAt(part.root, 'kafka')?.value;
  if (kafka?.kind !== 'map' || !isMicronauts(parts)) return [];
  const common = flatEntries(text, kafka, SPRING).filter(({ key }) => lookup('client', key));
  return CLIENTS.flatMap(([group, role]) =>
    fieldsOf(fieldAt(kafka, group)?.value).flatMap(({ key, value }) => {
      if (value?.kind !== 'map') return [];
      const entries = flatEntries(text, value, SPRING);
      return clientDraft({ role, name: key, entries, common, map: value, dialect: SPRING }, part);
    }),
  );
};

export function isMicronauts(parts: readonly YamlPart[]): boolean {
  return parts.some(({ root }) => fieldAt(root, 'micronaut'));
}
