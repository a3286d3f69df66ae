import { settingAt } from '../../../catalogue/catalogue';
import { trimAsJava } from '../../../catalogue/typed';
import type { ConfigDocument } from '../../../model/document';
import type { Entry } from '../../../model/entry';
import type { Role } from '../../../model/scope';
import { tableOf } from '../../../model/tableOf';
import { isAtLeast, type KafkaVersion } from '../../../model/version';

/** The clients that an application makes of its file (StreamsConfig.getMainConsumerConfigs and its like). */
export type DerivedClient = 'main' | 'restore' | 'global' | 'producer' | 'admin';

/** Where each looks for a setting; the first that has it counts. */
const PREFIXES: Readonly<Record<DerivedClient, readonly string[]>> = {
  main: ['main.consumer.', 'consumer.', ''],
  restore: ['restore.consumer.', 'consumer.', ''],
  global: ['global.consumer.', 'consumer.', ''],
  producer: ['producer.', ''],
  admin: ['admin.', ''],
};

/** What Streams sets for its clients unless the file does. */
const STREAMS_DEFAULTS: Readonly<Record<string, string>> = tableOf({ 'producer linger.ms': '100' });

export interface Derived {
  /** The entry that the value is from; absent for a default. */
  readonly entry?: Entry;
  /** Trimmed; undefined where nobody can know it. */
  readonly text: string | undefined;
}

/** What a client of the application gets for a key of its own. */
export function derivedValue(
  document: ConfigDocument,
  version: KafkaVersion,
  client: DerivedClient,
  key: string,
): Derived {
  const written = entriesFor(document, client, key).find(
    (entry) => !isReplaced(document, version, client, prefixIn(entry, key), key),
  );
  if (written) return { entry: written, text: literal(written) };
  const usual = settingAt(roleOf(client), key, version)?.default ?? undefined;
  return { text: STREAMS_DEFAULTS[`${client} ${key}`] ?? usual };
}

/** As a number; undefined where it is none or nobody can know it. */
export function derivedNumber(
  document: ConfigDocument,
  version: KafkaVersion,
  client: DerivedClient,
  key: string,
): { readonly entry?: Entry; readonly value: number } | undefined {
  const { entry, text } = derivedValue(document, version, client, key);
  if (text === undefined || !/^[-+]?\d+$/.test(text)) return undefined;
  return { value: Number(text), ...(entry && { entry }) };
}

const prefixIn = ({ writtenKey }: Entry, key: string): string => writtenKey.slice(0, writtenKey.length - key.length);

/** The entries that set the key for the client, the one that counts first. */
function entriesFor({ entries }: ConfigDocument, client: DerivedClient, key: string): readonly Entry[] {
  return PREFIXES[client].flatMap((prefix) => {
    const found = entries.find((entry) => entry.writtenKey === prefix + key && !entry.overriddenBy);
    return found ? [found] : [];
  });
}

/** The clients that the entry's key, in the part of the file with that prefix, is for; none has it where all replace it. */
export function clientsReading(
  document: ConfigDocument,
  version: KafkaVersion,
  prefix: string,
  key: string,
): readonly DerivedClient[] {
  const clients = Object.keys(PREFIXES) as DerivedClient[];
  return clients.filter((client) => {
    if (!PREFIXES[client].includes(prefix) || !settingAt(roleOf(client), key, version)) return false;
    if (isReplaced(document, version, client, prefix, key)) return false;
    return entriesFor(document, client, key)[0]?.writtenKey === prefix + key;
  });
}

/** Since 4.2 no prefix changes these. */
const FIXED = /^(?:enable\.auto\.commit|allow\.auto\.create\.topics|group\.protocol)$/;
const WITHOUT_GROUP = ['group.id', 'group.instance.id', 'auto.offset.reset'];

/** What Streams puts in the place of a setting, whatever the file says. */
function isReplaced(
  document: ConfigDocument,
  version: KafkaVersion,
  client: DerivedClient,
  prefix: string,
  key: string,
): boolean {
  const isCommon = prefix === '' || prefix === 'consumer.' || prefix === 'producer.';
  if (key === 'bootstrap.servers') return isCommon && prefix !== '';
  if (key === 'client.id') return true;
  if (client === 'producer') return isExactlyOnce(document) && /^(?:enable\.idempotence|transactional\.id)$/.test(key);
  if (client === 'admin') return false;
  if (client !== 'main' && WITHOUT_GROUP.includes(key)) return true;
  if (isAtLeast(version, '4.2') && FIXED.test(key)) return true;
  if (client === 'main' && /^(?:group\.id|partition\.assignment\.strategy|allow\.auto\.create\.topics)$/.test(key))
    return true;
  if (!isCommon) return false;
  if (key === 'group.protocol') return isAtLeast(version, '4.0');
  return key === 'enable.auto.commit' || (key === 'isolation.level' && isExactlyOnce(document));
}

export function isExactlyOnce({ entries }: ConfigDocument): boolean {
  const guarantee = entries.find((entry) => entry.writtenKey === 'processing.guarantee' && !entry.overriddenBy);
  return guarantee !== undefined && (literal(guarantee) ?? '').startsWith('exactly_once');
}

function roleOf(client: DerivedClient): Role {
  return client === 'producer' || client === 'admin' ? client : 'consumer';
}

function literal({ value }: Entry): string | undefined {
  return value.kind === 'literal' ? trimAsJava(value.text) : undefined;
}
