import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { ROLES } from '../../model/scope';
import { setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { verdictOf } from './support/verdicts';

export const rule: ScopeRule = {
  id: 'properties/inline-comment',
  summary: 'A comment behind a value is part of the value',
  severity: 'error',
  roles: ROLES,
  sources: ['java.util.Properties.load: # and ! begin a comment only at the start of a line'],
  *checkEntry(entry: Entry, reader: Reader): Iterable<Report> {
    const verdict = verdictOf(reader, entry);
    if (verdict.kind !== 'comment') return;
    const result = verdict.refused
      ? `Kafka rejects the value "${shorten(entry.value.text)}"`
      : 'Kafka reads the comment as part of the value';
    const message = `A .properties file has no comments behind a value: ${result} of ${entry.writtenKey}.`;
    const severity = verdict.refused ? ('error' as const) : ('warning' as const);
    yield { span: entry.value.span, message, severity, fixes: fixesFor(entry, verdict) };
  },
};

/** Safe where Kafka refuses the value as it stands: nothing that runs can change. */
function fixesFor(entry: Entry, verdict: { value: string; comment: string; refused: boolean }): Fix[] {
  const { value, comment, refused: safe } = verdict;
  const cut: Fix = { title: 'Remove the comment', safe, edits: setEntry(entry, value).edits };
  if (comment === '') return [cut];
  const title = 'Move the comment to a line of its own';
  const edits = [{ kind: 'comment' as const, entry, text: comment }, ...cut.edits];
  return [
    { title, safe, edits },
    { ...cut, safe: false },
  ];
}

function shorten(value: string): string {
  const text = value.slice(0, 400).trim().replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
