import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { severityByVersion, targetNote } from '../support/certainty';
import { IGNORING_ROLES } from './support/keyRoles';
import { verdictOf } from './support/verdicts';

export const rule: ScopeRule = {
  id: 'properties/key-from-newer-version',
  summary: 'A key came with a later Kafka than the target version, which ignores it',
  severity: 'warning',
  roles: IGNORING_ROLES,
  sources: ["Kafka's ConfigDefs of each version", 'AbstractConfig.logUnused'],
  *checkEntry(entry: Entry, reader: Reader): Iterable<Report> {
    const verdict = verdictOf(reader, entry);
    if (verdict.kind !== 'newer') return;
    const { version } = reader.scope.target;
    const message = `${entry.writtenKey} came with Kafka ${verdict.history.since}: Kafka ${version} ignores it.${targetNote(reader.scope)}`;
    const severity = severityByVersion(reader.scope, 'warning');
    yield { span: entry.keySpan, message, severity, fixes: [removeEntry(entry)] };
  },
};
