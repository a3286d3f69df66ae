import { commandData, commandProperty } from '../../escape/workflowCommand';
import { placesIn } from '../../features/places';
import type { Severity } from '../../model/finding';
import type { FileResult } from '../result';

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
        const place = `file=${commandProperty(file)},line=${line},endLine=${endLine}${columns}`;
        return `::${COMMANDS[finding.severity]} ${place},title=${commandProperty(finding.rule)}::${commandData(finding.message)}\n`;
      });
    })
    .join('');
}
