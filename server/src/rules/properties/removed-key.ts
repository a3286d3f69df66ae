import { successionOf } from '../../catalogue/catalogue';
import { historiesOf } from '../../catalogue/ownership';
import type { Reader } from '../../catalogue/reader';
import type { SettingHistory } from '../../catalogue/types';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { removeEntry, renameEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { isVersionStated, severityByVersion, targetNote } from '../support/certainty';
import { successorFixes } from '../support/successorFixes';
import { IGNORING_ROLES } from './support/keyRoles';
import { verdictOf } from './support/verdicts';

export const rule: ScopeRule = {
  id: 'properties/removed-key',
  summary: 'A key was removed from Kafka, and is ignored',
  severity: 'warning',
  roles: IGNORING_ROLES,
  sources: ["Kafka's ConfigDefs of each version", 'Kafka upgrade notes 3.0 to 4.x'],
  *checkEntry(entry: Entry, reader: Reader): Iterable<Report> {
    const verdict = verdictOf(reader, entry);
    if (verdict.kind !== 'removed' || isZooKeeperBroker(reader, entry.key)) return;
    const { removed, replacedBy = [] } = verdict.history;
    const note = successionOf(reader.scope.role, entry.key)?.note;
    const instead = replacedBy.length > 0 ? `: use ${replacedBy.join(' and ')} instead` : note ? `: ${note}` : '';
    const message = `${entry.writtenKey} was removed in Kafka ${removed}, which ignores it${instead}.${targetNote(reader.scope)}`;
    const fixes = fixesFor(reader, entry, verdict.history, isVersionStated(reader.scope));
    const severity = severityByVersion(reader.scope, 'warning');
    yield { span: entry.keySpan, message, severity, fixes, tags: ['deprecated'] };
  },
};

/** A broker that is still on ZooKeeper does not start at all any more, which a rule of its own says. */
function isZooKeeperBroker(reader: Reader, key: string): boolean {
  return key === 'zookeeper.connect' && !reader.entry('process.roles');
}

/** Removing what the target version ignores is safe, as long as somebody has said that it is the target. */
function fixesFor(reader: Reader, entry: Entry, { replacedBy = [] }: SettingHistory, known: boolean): Fix[] {
  const { role, target } = reader.scope;
  const exists = (key: string) => historiesOf(role, key).some((history) => history.at(target.version));
  const renames = replacedBy.length === 1 ? replacedBy.filter((key) => exists(key) && !reader.entry(key)) : [];
  const remove = removeEntry(entry, undefined, { safe: known && replacedBy.length === 0 });
  return [...(successorFixes(reader, entry) ?? renames.map((key) => renameEntry(reader, entry, key))), remove];
}
