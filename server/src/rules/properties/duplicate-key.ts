import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { DocumentRule } from '../rule';
import { lineNumbers } from '../support/lines';

export const rule: DocumentRule = {
  id: 'properties/duplicate-key',
  summary: 'A key is set more than once, and only the last line counts',
  severity: 'warning',
  family: 'settings',
  sources: ['java.util.Properties.load'],
  *checkDocument(document: ConfigDocument): Iterable<Report> {
    const overridden = document.entries.filter((entry) => entry.overriddenBy);
    if (overridden.length === 0) return;
    const times = countByWinner(overridden);
    const lineOf = lineNumbers(document.text);
    for (const entry of overridden) {
      const winner = entry.overriddenBy;
      // Braces and dashes are the text of a file that is no .properties file at all.
      if (!winner || !/\w/.test(entry.key)) continue;
      const line = lineOf(winner.span.start);
      const message =
        entry.writtenKey === winner.writtenKey
          ? `${entry.writtenKey} is set ${times.get(winner)} times and only the last one, in line ${line}, takes effect: this line is silently ignored.`
          : `${entry.writtenKey} has no effect: ${winner.writtenKey} in line ${line} sets ${entry.key}, too, and wins.`;
      const related = [{ span: winner.span, message: 'This one takes effect.' }];
      yield { span: entry.span, message, fixes: fixesFor(entry, winner), related, tags: ['unnecessary'] };
    }
  },
};

/** How often the key of each winner is set, itself included. */
function countByWinner(overridden: readonly Entry[]): ReadonlyMap<Entry, number> {
  const times = new Map<Entry, number>();
  for (const { overriddenBy } of overridden)
    if (overriddenBy) times.set(overriddenBy, (times.get(overriddenBy) ?? 1) + 1);
  return times;
}

/** Removing what is lost anyway changes nothing; keeping it instead of the last one does. */
function fixesFor(entry: Entry, winner: Entry): Fix[] {
  const drop: Fix = { ...removeEntry(entry, 'it has no effect'), safe: true };
  if (sameValue(entry, winner)) return [drop];
  const other = entry.writtenKey === winner.writtenKey ? 'the last one' : winner.writtenKey;
  const keep = { title: `Keep this ${entry.writtenKey} and remove ${other}`, safe: false };
  return [drop, { ...keep, edits: [{ kind: 'remove', entry: winner }] }];
}

function sameValue(a: Entry, b: Entry): boolean {
  return a.value.text.trim() === b.value.text.trim();
}
