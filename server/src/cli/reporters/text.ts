import { styleText } from 'node:util';
import { terminalLine, terminalText } from '../../escape/terminal';
import { type Place, placesIn } from '../../features/places';
import type { Finding, Severity } from '../../model/finding';
import type { FileResult } from '../result';
import { excerptOf } from './excerpt';
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
}

/** For people: each finding with its place, its source line and a caret line, then a summary. */
export function reportText(results: readonly FileResult[], { color, filesLinted, known }: TextOptions): string {
  const paint = (style: Style, text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const blocks = results.flatMap((result) => {
    const placeOf = placesIn(result.text);
    return result.findings.map((finding) => block(result, finding, placeOf(finding.span), paint));
  });
  const baseline = known > 0 ? ` The baseline knows ${plural(known, 'other')}.` : '';
  return `${blocks.join('\n')}${blocks.length > 0 ? '\n' : ''}${summaryOf(results, filesLinted)}${baseline}\n`;
}

function block(
  { file, text, secrets }: FileResult,
  finding: Finding,
  place: Place,
  paint: (style: Style, text: string) => string,
): string {
  const severity = paint(STYLES[finding.severity], finding.severity);
  const at = paint('bold', `${terminalLine(file)}:${place.line}:${place.column}`);
  const fixes = finding.fixes.map((fix) => `  ${fix.safe ? 'fix' : 'unsafe fix'}: ${terminalText(fix.title)}`);
  const { line, column, length } = excerptOf(text, finding.span, place, secrets());
  const gutter = String(place.line);
  return [
    `${at} ${severity} ${paint('dim', finding.rule)}`,
    `  ${terminalText(finding.message)}`,
    `  ${gutter} | ${line}`,
    `  ${' '.repeat(gutter.length)} | ${' '.repeat(column)}${paint(STYLES[finding.severity], '^'.repeat(length))}`,
    ...fixes,
    '',
  ].join('\n');
}
