import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { ROLES } from '../../model/scope';
import { setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { isReplaced } from '../support/replaced';
import { verdictsOfKind } from './support/verdicts';

export const rule: ScopeRule = {
  id: 'properties/malformed-value',
  summary: 'A value has a unit, a separator or quotes that Kafka does not take off',
  severity: 'error',
  roles: ROLES,
  sources: ['ConfigDef.parseType', 'java.util.Properties.load'],
  *check(reader: Reader): Iterable<Report> {
    for (const { entry, verdict } of verdictsOfKind(reader, 'unit')) {
      if (isReplaced(reader, entry)) continue;
      const { plain, sameDigits } = verdict.number;
      const message = `${entry.writtenKey} must be a plain number: Kafka rejects "${entry.value.text.trim()}" (no units, separators or arithmetic).`;
      const fixes = plain === undefined ? [] : [setEntry(entry, plain, { safe: sameDigits })];
      yield { span: entry.value.span, message, fixes };
    }
    for (const { entry, verdict } of verdictsOfKind(reader, 'quoted')) {
      const { inner, refused } = verdict;
      const result = refused ? 'Kafka rejects it' : 'they become a part of it';
      const message = `A .properties file keeps the quotes around the value of ${entry.writtenKey}: ${result}.`;
      const severity = refused ? ('error' as const) : ('warning' as const);
      const fix = { ...setEntry(entry, inner, { safe: refused }), title: 'Remove the quotes' };
      yield { span: entry.value.span, message, severity, fixes: [fix] };
    }
  },
};
