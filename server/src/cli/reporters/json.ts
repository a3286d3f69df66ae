import { jsonText } from '../../escape/json';
import { placesIn } from '../../features/places';
import type { Finding, Fix } from '../../model/finding';
import { contains } from '../../model/span';
import type { CliHost } from '../host';
import type { LintedText } from '../lintFile';
import { readAs, readScope } from '../readAs';
import { relatedOf } from './related';

/** What was read as what, and the findings, as plain objects; lines and columns from 1. */
export function reportJson(
  results: readonly LintedText[],
  notRead: readonly string[],
  { version, cwd }: Pick<CliHost, 'version' | 'cwd'>,
): string {
  const findings = results.flatMap((result) => {
    const placeOf = placesIn(result.text);
    return result.findings.map((finding) => ({
      file: result.file,
      ...placeOf(finding.span),
      severity: finding.severity,
      rule: finding.rule,
      message: finding.message,
      ...scopeOf(result, finding),
      related: relatedOf(finding, result.file, placeOf, cwd),
      ...runningOf(result, finding),
      fixes: finding.fixes.map((fix) => fixOf(result, fix)),
    }));
  });
  return jsonText({ version, files: results.map(readAs), notRead, findings });
}

/** Of a running cluster a file has no meaning: what it is there, and at which key. */
function runningOf({ running }: LintedText, { span }: Finding): object {
  if (!running) return {};
  const { cluster, kind, name } = running;
  const key = running.keyAt(span);
  return { running: { cluster, kind, name, ...(key !== undefined && { key }) } };
}

function fixOf({ running }: LintedText, fix: Fix): object {
  const { title, safe } = fix;
  const command = fix.command ?? running?.commandOf(fix);
  return { title, safe, ...(command !== undefined && { command }) };
}

/** The role and the version by which it was judged; of the innermost part around it. */
function scopeOf({ document }: LintedText, { span }: Finding): object {
  const around = document.scopes.filter(({ entries, calls }) => {
    return entries.some((entry) => contains(entry.span, span)) || calls.some((call) => contains(call.span, span));
  });
  const scope = around.at(-1) ?? document.scopes[0];
  return scope ? readScope(scope) : {};
}
