import type { Entry } from '../model/entry';
import type { PartKind, Role, Scope } from '../model/scope';
import { tableOf } from '../model/tableOf';
import { isAtLeast } from '../model/version';
import { settingAt } from './catalogue';
import { entriesAt, type Place, placesFor } from './inheritance';
import { trimAsJava } from './typed';

/** The clients that an application makes of its settings (StreamsConfig.getMainConsumerConfigs and its like). */
const STREAMS_CLIENTS = ['main-consumer', 'restore-consumer', 'global-consumer', 'producer', 'admin'] as const;
export type StreamsClient = (typeof STREAMS_CLIENTS)[number];

/** What Streams sets for its clients unless the file does. */
const STREAMS_DEFAULTS: Readonly<Record<string, string>> = tableOf({ 'producer linger.ms': '100' });

/** An entry, and where in the application's settings it stands. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly place: Place;
}

export interface Derived extends Partial<PlacedEntry> {
  /** Trimmed; undefined where nobody can know it. No entry says it where it is a default. */
  readonly text: string | undefined;
}

/** What a client of the application gets for a key of its own. */
export function derivedValue(root: Scope, client: StreamsClient, key: string): Derived {
  const written = entriesFor(root, client, key).find(({ place }) => !isReplaced(root, client, place, key));
  if (written) return { ...written, text: literal(written.entry) };
  const usual = settingAt(roleOf(client), key, root.target.version)?.default ?? undefined;
  return { text: STREAMS_DEFAULTS[`${client} ${key}`] ?? usual };
}

/** As a number; undefined where it is none or nobody can know it. */
export function derivedNumber(
  root: Scope,
  client: StreamsClient,
  key: string,
): (Partial<PlacedEntry> & { readonly value: number }) | undefined {
  const { text, ...written } = derivedValue(root, client, key);
  return text === undefined || !/^[-+]?\d+$/.test(text) ? undefined : { ...written, value: Number(text) };
}

/** The entries that set the key for the client, the one that counts first. */
export function entriesFor(root: Scope, client: PartKind, key: string): readonly PlacedEntry[] {
  return placesFor('streams', client).flatMap((place) => {
    const entry = entriesAt(root, place).find((one) => one.key === key && !one.overriddenBy);
    return entry ? [{ entry, place }] : [];
  });
}

/** The clients that a key at that place is for; none has it where all replace it. */
export function clientsReading(root: Scope, place: Place, key: string): readonly StreamsClient[] {
  return STREAMS_CLIENTS.filter((client) => {
    if (!settingAt(roleOf(client), key, root.target.version) || isReplaced(root, client, place, key)) return false;
    return entriesFor(root, client, key)[0]?.place === place;
  });
}

/**
 * True for a client's setting at that place in whose stead Streams puts its own. Of the consumers that would have it the main one
 * counts, since the others are in no group and commit nothing.
 */
export function isDropped(root: Scope, place: Place, key: string): boolean {
  const clients = STREAMS_CLIENTS.filter(
    (client) =>
      placesFor('streams', client).includes(place) && settingAt(roleOf(client), key, root.target.version) !== undefined,
  );
  const isMainAsked = clients.includes('main-consumer');
  const asked = clients.filter((client) => !isMainAsked || client === 'main-consumer' || roleOf(client) !== 'consumer');
  return asked.length > 0 && asked.every((client) => isReplaced(root, client, place, key));
}

/** Since 4.2 no prefix changes these. */
const FIXED = /^(?:enable\.auto\.commit|allow\.auto\.create\.topics|group\.protocol)$/;
const WITHOUT_GROUP = ['group.id', 'group.instance.id', 'auto.offset.reset'];

/** What Streams puts in the place of a setting, whatever the file says. */
function isReplaced(root: Scope, client: StreamsClient, place: Place, key: string): boolean {
  const { version } = root.target;
  const isCommon = place === 'process' || place === 'consumer' || place === 'producer';
  if (key === 'bootstrap.servers') return isCommon && place !== 'process';
  if (key === 'client.id') return true;
  if (client === 'producer') return isExactlyOnce(root) && /^(?:enable\.idempotence|transactional\.id)$/.test(key);
  if (client === 'admin') return false;
  if (client !== 'main-consumer' && WITHOUT_GROUP.includes(key)) return true;
  if (isAtLeast(version, '4.2') && FIXED.test(key)) return true;
  const isMain = client === 'main-consumer';
  if (isMain && /^(?:group\.id|partition\.assignment\.strategy|allow\.auto\.create\.topics)$/.test(key)) return true;
  if (!isCommon) return false;
  if (key === 'group.protocol') return isAtLeast(version, '4.0');
  return key === 'enable.auto.commit' || (key === 'isolation.level' && isExactlyOnce(root));
}

export function isExactlyOnce({ entries }: Scope): boolean {
  const guarantee = entries.find(({ key, overriddenBy }) => key === 'processing.guarantee' && !overriddenBy);
  return guarantee !== undefined && (literal(guarantee) ?? '').startsWith('exactly_once');
}

function roleOf(client: StreamsClient): Role {
  return client === 'producer' || client === 'admin' ? client : 'consumer';
}

function literal({ value }: Entry): string | undefined {
  return value.kind === 'literal' ? trimAsJava(value.text) : undefined;
}
