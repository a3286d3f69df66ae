import { settingAt } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { sliceSpan } from '../../model/span';
import type { RuleContext, ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'client/int-overflow',
  summary: 'Arithmetic in code goes beyond the largest int',
  severity: 'warning',
  roles: ['producer', 'consumer', 'admin', 'streams', 'client', 'topic'],
  sources: [
    'The Java Language Specification, 15.17.1 (an integer multiplication that overflows keeps the low-order bits)',
  ],
  *check(reader: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    for (const entry of reader.scope.entries) {
      const { value } = entry;
      if (value.kind !== 'literal' || !value.wraps || entry.overriddenBy || entry.elsewhere) continue;
      const message = `${entry.writtenKey} becomes ${value.text}: this is computed as int, which goes up to 2147483647 and then begins again below zero.`;
      yield { span: value.span, message, fixes: fixesOf(reader, entry, sliceSpan(text, value.span)) };
    }
  },
};

/** One long makes the others long; a setting that is an int has no room for the result, and names may be too small already. */
function fixesOf({ scope, version }: Reader, entry: Entry, source: string): Fix[] {
  if (/[A-Za-z_]/.test(source.replace(/\b(?:String|Long)\.(?:valueOf|toString)\b|\d[\d_]*/g, ''))) return [];
  const number = /(?<![\w.])\d[\d_]*(?![\w.])/.exec(source);
  if (!number || settingAt(scope.role, entry.key, version)?.type !== 'LONG') return [];
  const at = entry.value.span.start + number.index + number[0].length;
  const edits = [{ kind: 'text' as const, span: { start: at, end: at }, newText: 'L' }];
  return [{ title: `Compute it as long: ${number[0]}L`, safe: false, edits }];
}
