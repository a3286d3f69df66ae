import { xmlText } from '../../escape/xml';
import { placesIn } from '../../features/places';
import type { Severity } from '../../model/finding';
import type { FileResult } from '../result';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

/** Checkstyle's XML, which many build servers read. */
export function reportCheckstyle(results: readonly FileResult[]): string {
  const files = results.map(({ file, text, findings }) => {
    const placeOf = placesIn(text);
    const errors = findings.map(({ rule, severity, message, span }) => {
      const { line, column } = placeOf(span);
      const place = `line="${line}" column="${column}" severity="${SEVERITIES[severity]}"`;
      return `    <error ${place} message="${xmlText(message)}" source="kafka-lint.${xmlText(rule)}"/>\n`;
    });
    return `  <file name="${xmlText(file)}">\n${errors.join('')}  </file>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`;
}
