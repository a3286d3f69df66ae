import { jsonText } from '../../escape/json';
import { placesIn } from '../../features/places';
import type { Severity } from '../../model/finding';
import { uniqueFingerprints } from '../fingerprint';
import type { FileResult } from '../result';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** A code quality report as GitLab shows it in merge requests. */
export function reportCodeclimate(results: readonly FileResult[]): string {
  const issues = results.flatMap((result) => {
    const path = result.file.replaceAll('\\', '/');
    const placeOf = placesIn(result.text);
    const fingerprints = uniqueFingerprints(result);
    return result.findings.map(({ rule, severity, message, span }, index) => {
      const { line, endLine } = placeOf(span);
      return {
        type: 'issue',
        check_name: rule,
        description: message,
        categories: ['Bug Risk'],
        severity: SEVERITIES[severity],
        fingerprint: `${path}:${fingerprints[index]}`,
        location: { path, lines: { begin: line, end: endLine } },
      };
    });
  });
  return jsonText(issues);
}
