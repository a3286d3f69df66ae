import type { Severity } from '../../model/finding';
import { type FileResult, placesIn } from '../result';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands, which GitHub shows as annotations on the lines of a pull request. */
export function reportGithub(results: readonly FileResult[]): string {
  return results
    .flatMap(({ file, text, findings }) => {
      const placeOf = placesIn(text);
      return findings.map((finding) => {
        const { line, column, endLine, endColumn } = placeOf(finding.span);
        // GitHub takes columns only where start and end are on one line.
        const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
        const place = `file=${property(file)},line=${line},endLine=${endLine}${columns}`;
        return `::${COMMANDS[finding.severity]} ${place},title=${property(finding.rule)}::${data(finding.message)}\n`;
      });
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
