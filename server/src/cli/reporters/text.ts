import { styleText } from 'node:util';
import { terminalLine, terminalText } from '../../escape/terminal';
import { type Place, placesIn } from '../../features/places';
import type { Finding, Severity } from '../../model/finding';
import type { FileResult } from '../result';
import { excerptOf } from './excerpt';
import { type RelatedReport, relatedOf } from './related';
import { plural, summaryOf } from './summary';

type Style = Parameters<typeof styleText>[0];

const STYLES: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
};

export interface TextOptions {
  readonly color: boolean;
  readonly filesLinted: number;
  /** How many findings a baseline knows. */
  readonly known: number;
  readonly cwd: string;
}

/** For people: each finding with its place, its source line and a caret line, then a summary. */
export function reportText(results: readonly FileResult[], { color, filesLinted, known, cwd }: TextOptions): string {
  const paint = (style: Style, text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const blocks = results.flatMap((result) => {
    const placeOf = placesIn(result.text);
    return result.findings.map((finding) => {
      const elsewhere = (finding.related ?? []).filter(({ foreign }) => foreign);
      const places = relatedOf({ ...finding, related: elsewhere }, result.file, placeOf, cwd);
      return block(result, finding, { place: placeOf(finding.span), places }, paint);
    });
  });
  const baseline = known > 0 ? ` The baseline knows ${plural(known, 'other')}.` : '';
  return `${blocks.join('\n')}${blocks.length > 0 ? '\n' : ''}${summaryOf(results, filesLinted)}${baseline}\n`;
}

function block(
  result: FileResult,
  finding: Finding,
  { place, places }: { readonly place: Place; readonly places: readonly RelatedReport[] },
  paint: (style: Style, text: string) => string,
): string {
  const { file, text, secrets } = result;
  const severity = paint(STYLES[finding.severity], finding.severity);
  const at = paint('bold', `${terminalLine(file)}:${place.line}:${place.column}`);
  const fixes = finding.fixes.flatMap((fix) => {
    const command = result.running?.commandOf(fix);
    const title = `  ${fix.safe ? 'fix' : 'unsafe fix'}: ${terminalText(fix.title)}`;
    return command === undefined ? [title] : [title, `    ${terminalText(command)}`];
  });
  const others = places.map(
    (one) => `  ${terminalLine(one.file)}:${one.line}:${one.column}: ${terminalText(one.message)}`,
  );
  const { line, column, length } = excerptOf(text, finding.span, place, secrets());
  const gutter = String(place.line);
  return [
    `${at} ${severity} ${paint('dim', finding.rule)}`,
    `  ${terminalText(finding.message)}`,
    `  ${gutter} | ${line}`,
    `  ${' '.repeat(gutter.length)} | ${' '.repeat(column)}${paint(STYLES[finding.severity], '^'.repeat(length))}`,
    ...others,
    ...fixes,
    '',
  ].join('\n');
}
