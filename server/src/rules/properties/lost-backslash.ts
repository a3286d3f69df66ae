import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { ROLES } from '../../model/scope';
import { setEntry } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'properties/lost-backslash',
  summary: 'A path of Windows loses its backslashes',
  severity: 'warning',
  roles: ROLES,
  sources: ['java.util.Properties.load (escapes)'],
  *checkEntry(entry: Entry, _: Reader, { document }: RuleContext): Iterable<Report> {
    const { value } = entry;
    // A drive's letter with nothing behind the colon that parts a path.
    if (value.kind !== 'literal' || entry.overriddenBy || !/^[A-Za-z]:[^\\/]/.test(value.text)) return;
    const written = document.text.slice(value.span.start, value.span.end).trim();
    if (!/^[A-Za-z]:\\[^\\]/.test(written)) return;
    const message = `Java takes each backslash in ${entry.writtenKey} for an escape and drops it: the path is none of Windows. Write / or \\\\.`;
    yield { span: value.span, message, fixes: [setEntry(entry, written.replace(/\\+/g, '/'))] };
  },
};
