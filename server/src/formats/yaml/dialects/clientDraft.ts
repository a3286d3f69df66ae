import { lookup } from '../../../catalogue/catalogue';
import type { Role } from '../../../model/scope';
import type { MutableEntry } from '../../../recognition/parts';
import { linkLast } from '../../overridden';
import { sameEntry } from '../../sites/site';
import type { YamlDraft } from '../draft';
import type { YamlMap } from '../nodes';
import type { YamlPart } from '../read';
import type { Dialect } from '../sites/quote';
import { mapPlace } from './settingsMap';

/** A map of an application in which a client of Kafka's is configured, beside other things. */
export interface ClientMap {
  readonly role: Role;
  readonly name: string;
  readonly entries: readonly MutableEntry[];
  /** What all clients of the application have. */
  readonly common?: readonly MutableEntry[];
  /** Where new settings go, and by which way through maps that may not be there yet. */
  readonly map: YamlMap;
  readonly path?: readonly string[];
  readonly dialect: Dialect;
}

/** Its settings are those that Kafka has; what else is among them is the application's. */
export function clientDraft(client: ClientMap, { uncertain }: YamlPart): YamlDraft[] {
  const { role, name, entries, common = [], map, path = [], dialect } = client;
  const own = entries.filter(({ key }) => lookup(role, key));
  const inherited = common.filter(({ key }) => lookup(role, key) && !own.some((entry) => entry.key === key));
  if (own.length + inherited.length === 0) return [];
  return [
    {
      role,
      name,
      entries: linkLast([...inherited.map(sharedEntry), ...own]),
      span: map.span,
      // Code sets what the application's file does not.
      completeness: 'fragment',
      uncertain,
      place: mapPlace(map, path, dialect),
    },
  ];
}

/** Every client of the application has it, so that none of them is the one that somebody types for beside it. */
function sharedEntry(entry: MutableEntry): MutableEntry {
  const own = sameEntry(entry);
  own.shared = true;
  return own;
}
