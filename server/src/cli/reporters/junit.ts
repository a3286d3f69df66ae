import { xmlText } from '../../escape/xml';
import { placesIn } from '../../features/places';
import type { FileResult } from '../result';

/** JUnit's XML as Jenkins and GitLab read it: a suite a file, a failed test a finding. */
export function reportJunit(results: readonly FileResult[]): string {
  const suites = results.map((result) => {
    const { file, text, findings } = result;
    const placeOf = placesIn(text);
    const cases = findings.map(({ rule, severity, message, span }) => {
      const { line, column } = placeOf(span);
      const name = `${rule} (${line}:${column})`;
      const failure = `<failure type="${severity}" message="${xmlText(message)}">${xmlText(`${file}:${line}:${column}: ${message}`)}</failure>`;
      return `    <testcase name="${xmlText(name)}" classname="${xmlText(file)}">${failure}</testcase>\n`;
    });
    const passed = findings.length === 0 ? [`    <testcase name="kafka-lint" classname="${xmlText(file)}"/>\n`] : [];
    const counts = `tests="${Math.max(1, findings.length)}" failures="${findings.length}" errors="0"`;
    return `  <testsuite name="${xmlText(file)}" ${counts}>\n${[...cases, ...passed].join('')}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="kafka-lint">\n${suites.join('')}</testsuites>\n`;
}
