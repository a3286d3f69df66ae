import { keysOf, lookup } from '../catalogue/catalogue';
import type { Reader } from '../catalogue/reader';
import { parseValue } from '../catalogue/typed';
import type { SettingHistory } from '../catalogue/types';
import type { Fix } from '../model/finding';
import { type KafkaVersion, versionOrder } from '../model/version';
import { anchorOf } from '../rules/anchor';
import { addOrSet } from '../rules/fixes';
import type { UpgradeChange } from './change';

/**
 * Defaults that are written in another way in some version but mean what they meant, or that follow the version by
 * design: nobody has to know.
 */
const SAME_MEANING: ReadonlySet<string> = new Set([
  'config.properties.exclude',
  'group.consumer.assignors',
  'group.coordinator.rebalance.protocols',
  'inter.broker.protocol.version',
  'listener.security.protocol.map',
  'listeners',
  'log.message.format.version',
  'message.format.version',
  'metric.reporters',
  'partitioner.class',
  'principal.builder.class',
  'sasl.oauthbearer.expected.audience',
  'ssl.cipher.suites',
]);

/** Keys that came with the default that means what Kafka did before it had them, so that a later default is news. */
const NEW_LIMITS: ReadonlySet<string> = new Set(['log.message.timestamp.after.max.ms']);

/** The settings that the file leaves to Kafka, and for which the versions have different defaults. */
export function newDefaults(reader: Reader, from: KafkaVersion, to: KafkaVersion): UpgradeChange[] {
  const { role, completeness, written: writtenIn } = reader.scope;
  const anchor = anchorOf(reader);
  if (completeness !== 'complete' || !anchor) return [];
  return keysOf(role).flatMap((key): UpgradeChange[] => {
    if (reader.has(key) || SAME_MEANING.has(key) || !isInUse(reader, key)) return [];
    const history = lookup(role, key);
    const before = history?.at(from) ?? (NEW_LIMITS.has(key) ? history?.at(history.since) : undefined);
    const after = history?.at(to);
    if (!history || !before || !after || before.internal || after.default === undefined) return [];
    if (before.default === undefined || before.default === null || before.default === after.default) return [];
    // Most of the defaults that became null were empty, which meant the same.
    if (after.default === null && before.default === '') return [];
    const written = writtenIn(key);
    const since = changedIn(history, to);
    const [was, is] = [before.default, after.default].map((value) => (value === '' ? 'empty' : (value ?? 'none')));
    const message = `${written} is not set: its default was ${was} and is ${is} from Kafka ${since} on.`;
    const fixes = parseValue(after, before.default).kind === 'ok' ? [keep(reader, key, before.default)] : [];
    return [{ kind: 'new-default', key: written, span: anchor, message, fixes }];
  });
}

function keep(reader: Reader, key: string, value: string): Fix {
  const fix = addOrSet(reader, key, value);
  const title = `Keep ${value === '' ? 'empty' : value}: ${fix.title[0]?.toLowerCase()}${fix.title.slice(1)}`;
  return { ...fix, title };
}

/** The version from which the default holds that holds in the end. */
function changedIn(history: SettingHistory, to: KafkaVersion): KafkaVersion {
  const reached = history.defaults().filter((one) => versionOrder(one.from) <= versionOrder(to));
  return reached.at(-1)?.from ?? to;
}

const CLIENTS = ['producer', 'consumer', 'admin'] as const;

/** What every client that may share the file has; and tiered storage only where somebody switches it on. */
function isInUse(reader: Reader, key: string): boolean {
  if (reader.scope.role === 'client' && CLIENTS.some((client) => !lookup(client, key))) return false;
  return !key.startsWith('remote.log.') || reader.setBoolean('remote.log.storage.system.enable')?.value === true;
}
