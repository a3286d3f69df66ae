import { successionOf } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { ROLES } from '../../model/scope';
import { renameEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { historiesOf } from '../support/definitions';
import { verdictsOfKind } from './support/verdicts';

export const rule: ScopeRule = {
  id: 'properties/deprecated-key',
  summary: 'A key is deprecated and will be removed from Kafka',
  severity: 'information',
  roles: ROLES,
  sources: ['Kafka upgrade notes', "Kafka's configuration reference of each version"],
  *check(reader: Reader): Iterable<Report> {
    const { role, target } = reader.scope;
    for (const { entry, verdict } of verdictsOfKind(reader, 'deprecated')) {
      if (entry.key === 'broker.id' && !reader.entry('process.roles')) continue;
      const { deprecated, replacedBy = [] } = verdict.history;
      const usable = replacedBy.filter((key) => historiesOf(role, key).some((history) => history.at(target.version)));
      const note = successionOf(role, entry.key)?.note;
      const instead = usable.length > 0 ? `: use ${usable.join(' and ')} instead` : note ? `: ${note}` : '';
      const message = `${entry.writtenKey} is deprecated since Kafka ${deprecated} and will be removed${instead}.`;
      const [only] = usable;
      const fixes = only && usable.length === 1 && !reader.entry(only) ? [renameEntry(reader, entry, only)] : [];
      const severity = target.source === 'newest' ? { severity: 'hint' as const } : {};
      yield { span: entry.keySpan, message, fixes, ...severity, tags: ['deprecated'] };
    }
  },
};
