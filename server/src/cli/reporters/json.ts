import { jsonText } from '../../escape/json';
import { placesIn } from '../../features/places';
import type { FileResult } from '../result';

/** One array of plain objects; lines and columns from 1. */
export function reportJson(results: readonly FileResult[]): string {
  const findings = results.flatMap(({ file, text, findings }) => {
    const placeOf = placesIn(text);
    return findings.map((finding) => ({
      file,
      ...placeOf(finding.span),
      severity: finding.severity,
      rule: finding.rule,
      message: finding.message,
      fixes: finding.fixes.map(({ title, safe }) => ({ title, safe })),
    }));
  });
  return jsonText(findings);
}
