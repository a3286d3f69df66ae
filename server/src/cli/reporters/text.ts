import { styleText } from 'node:util';
import type { Finding, Severity } from '../../model/finding';
import { type FileResult, type Place, placesIn } from '../result';
import { summaryOf } from './summary';

type Style = Parameters<typeof styleText>[0];

const STYLES: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
};

/** The longest part of a source line that an excerpt shows, in UTF-16 units. */
const EXCERPT_WIDTH = 120;

export interface TextOptions {
  readonly color: boolean;
  readonly filesLinted: number;
}

/** For people: each finding with its place, its source line and a caret line, then a summary. */
export function reportText(results: readonly FileResult[], { color, filesLinted }: TextOptions): string {
  const paint = (style: Style, text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const blocks = results.flatMap(({ file, text, findings }) => {
    const placeOf = placesIn(text);
    return findings.map((finding) => block(file, text, finding, placeOf(finding.span), paint));
  });
  return `${blocks.join('\n')}${blocks.length > 0 ? '\n' : ''}${summaryOf(results, filesLinted)}\n`;
}

function block(
  file: string,
  text: string,
  finding: Finding,
  place: Place,
  paint: (style: Style, text: string) => string,
): string {
  const severity = paint(STYLES[finding.severity], finding.severity);
  const head = `${paint('bold', `${file}:${place.line}:${place.column}`)} ${severity} ${paint('dim', finding.rule)}`;
  const fixes = finding.fixes.map((fix) => `  ${fix.safe ? 'fix' : 'unsafe fix'}: ${fix.title}`);
  const carets = excerpt(text, finding, place, (line) => paint(STYLES[finding.severity], line));
  return [head, `  ${finding.message}`, ...carets, ...fixes, ''].join('\n');
}

function excerpt(text: string, finding: Finding, place: Place, paint: (line: string) => string): string[] {
  const lineStart = finding.span.start - (place.column - 1);
  const rest = text.slice(lineStart, finding.span.start + EXCERPT_WIDTH);
  const whole = rest.split(/[\r\n]/, 1)[0] ?? '';
  // A line of a megabyte is shown from the finding on; tabs would tear the carets from their text.
  const from = place.column > EXCERPT_WIDTH ? place.column - 1 : 0;
  const shown = whole.slice(from, from + EXCERPT_WIDTH).replaceAll('\t', ' ');
  const column = place.column - 1 - from;
  const wanted = place.endLine === place.line ? place.endColumn - place.column : shown.length - column;
  const carets = '^'.repeat(Math.max(1, Math.min(wanted, shown.length - column)));
  const gutter = String(place.line);
  const blank = ' '.repeat(gutter.length);
  return [`  ${gutter} | ${shown}`, `  ${blank} | ${' '.repeat(column)}${paint(carets)}`];
}
