import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { ROLES } from '../../model/scope';
import { setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { isReplaced } from '../support/replaced';
import { verdictOf } from './support/verdicts';

export const rule: ScopeRule = {
  id: 'properties/malformed-value',
  summary: 'A value has a unit, a separator or quotes that Kafka does not take off',
  severity: 'error',
  roles: ROLES,
  sources: ['ConfigDef.parseType', 'java.util.Properties.load'],
  *checkEntry(entry: Entry, reader: Reader): Iterable<Report> {
    const verdict = verdictOf(reader, entry);
    if (verdict.kind === 'unit' && !isReplaced(reader, entry)) {
      const { plain, sameDigits } = verdict.number;
      const message = `${entry.writtenKey} must be a plain number: Kafka rejects "${entry.value.text.trim()}" (no units, separators or arithmetic).`;
      const fixes = plain === undefined ? [] : [setEntry(entry, plain, { safe: sameDigits })];
      yield { span: entry.value.span, message, fixes };
    }
    if (verdict.kind === 'quoted') {
      const { inner, refused } = verdict;
      const result = refused ? 'Kafka rejects it' : 'they become a part of it';
      const message = `A .properties file keeps the quotes around the value of ${entry.writtenKey}: ${result}.`;
      const severity = refused ? ('error' as const) : ('warning' as const);
      const fix = { ...setEntry(entry, inner, { safe: refused }), title: 'Remove the quotes' };
      yield { span: entry.value.span, message, severity, fixes: [fix] };
    }
  },
};
