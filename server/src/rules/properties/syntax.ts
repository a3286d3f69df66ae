import type { ConfigDocument, SyntaxProblem } from '../../model/document';
import type { Fix, Report, Severity } from '../../model/finding';
import { tableOf } from '../../model/tableOf';
import type { DocumentRule } from '../rule';

/** What each problem means for Kafka; one that is not listed stops it from loading the file. */
const SEVERITIES: Readonly<Record<string, Severity>> = tableOf({
  'byte-order-mark': 'warning',
  'too-large': 'information',
});

export const rule: DocumentRule = {
  id: 'properties/syntax',
  summary: 'Java cannot load the file, or not as it looks',
  severity: 'error',
  family: 'settings',
  sources: ['java.util.Properties.load'],
  *checkDocument(document: ConfigDocument): Iterable<Report> {
    for (const problem of document.problems) {
      const severity = SEVERITIES[problem.code] ?? 'error';
      yield { span: problem.span, message: problem.message, severity, fixes: fixesFor(problem) };
    }
  },
};

/** None is safe: each of them makes a line count that did not count before. */
function fixesFor({ code, span }: SyntaxProblem): Fix[] {
  if (code === 'malformed-unicode-escape') {
    const at = { start: span.start, end: span.start };
    return [{ title: 'Write \\\\ for the backslash', safe: false, edits: [{ kind: 'text', span: at, newText: '\\' }] }];
  }
  if (code === 'byte-order-mark') {
    return [{ title: 'Remove the byte order mark', safe: false, edits: [{ kind: 'text', span, newText: '' }] }];
  }
  return [];
}
