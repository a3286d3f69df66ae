import { historiesOf } from '../../catalogue/ownership';
import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { ROLES } from '../../model/scope';
import { renameEntry, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { severityByVersion, targetNote } from '../support/certainty';
import { successorFixes } from '../support/successorFixes';
import { verdictOf } from './support/verdicts';

export const rule: ScopeRule = {
  id: 'properties/deprecated-key',
  summary: 'A key is deprecated and will be removed from Kafka',
  severity: 'information',
  roles: ROLES,
  sources: ['Kafka upgrade notes', "Kafka's configuration reference of each version"],
  check: oldLookup,
  *checkEntry(entry: Entry, reader: Reader): Iterable<Report> {
    const verdict = verdictOf(reader, entry);
    if (verdict.kind !== 'deprecated') return;
    if (isPartOfZooKeeper(reader, entry.key) || isCleanerOff(reader, entry.key)) return;
    const { role, target } = reader.scope;
    const { deprecated, removed, replacedBy = [] } = verdict.history;
    const usable = replacedBy.filter((key) => historiesOf(role, key).some((history) => history.at(target.version)));
    const instead = usable.length > 0 ? `: use ${usable.join(' and ')} instead` : '';
    const end = removed ? `Kafka ${removed} no longer has it` : 'it will be removed';
    const message = `${entry.writtenKey} is deprecated since Kafka ${deprecated}, and ${end}${instead}.${targetNote(reader.scope)}`;
    const fixes = fixesFor(reader, entry, usable);
    const severity = severityByVersion(reader.scope, 'information');
    yield { span: entry.keySpan, message, severity, fixes, tags: ['deprecated'] };
  },
};

/** A value of 2.8 that 3.0 refuses; the clients say so in their log. */
function oldLookup(reader: Reader): Iterable<Report> {
  const lookup = reader.setString('client.dns.lookup');
  if (lookup?.value !== 'default' || reader.atLeast('3.0')) return [];
  const message = `${lookup.entry.writtenKey}=default is deprecated since Kafka 2.6, and Kafka 3.0 rejects it: use use_all_dns_ips, the default since then.`;
  return [
    { span: lookup.entry.span, message, fixes: [setEntry(lookup.entry, 'use_all_dns_ips')], tags: ['deprecated'] },
  ];
}

function fixesFor(reader: Reader, entry: Entry, usable: readonly string[]): Fix[] {
  const [only] = usable;
  if (usable.length > 1) return successorFixes(reader, entry) ?? [];
  return only && !reader.entry(only) ? [renameEntry(reader, entry, only)] : [];
}

/** A broker on ZooKeeper needs all of that, and a rule of its own says that ZooKeeper ends. */
function isPartOfZooKeeper(reader: Reader, key: string): boolean {
  const migrates = reader.entry('process.roles') !== undefined;
  if (key.startsWith('zookeeper.')) return key !== 'zookeeper.connect' || !migrates;
  return key === 'broker.id' && !migrates;
}

/** What that costs matters more than its age, and has a rule of its own. */
function isCleanerOff(reader: Reader, key: string): boolean {
  return key === 'log.cleaner.enable' && reader.boolean(key) === false;
}
