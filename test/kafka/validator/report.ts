import type { Tally } from './run';

const COLUMNS = ['version', 'role', 'cases', 'refused', 'agreed', 'explained', 'false error', 'missed error'] as const;
const WIDTHS = [7, 19, 7, 7, 7, 9, 11, 12] as const;

const row = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell, index) =>
      index < 2 ? String(cell).padEnd(WIDTHS[index] ?? 0) : String(cell).padStart(WIDTHS[index] ?? 0),
    )
    .join('  ');

export const TABLE_HEAD = row(COLUMNS);

export function rowOf({ version, role, cases, refused, agreed, explained, falseErrors, missedErrors }: Tally): string {
  return row([version, role, cases, refused, agreed, explained, falseErrors, missedErrors]);
}

/** The last row: everything together. */
export function sumOf(tallies: readonly Tally[]): string {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  return row([
    'all',
    '',
    sum(({ cases }) => cases),
    sum(({ refused }) => refused),
    sum(({ agreed }) => agreed),
    sum(({ explained }) => explained),
    sum(({ falseErrors }) => falseErrors),
    sum(({ missedErrors }) => missedErrors),
  ]);
}

/** Each kind of disagreement with its smallest case, the most frequent first; empty when there is none. */
export function describeKinds({ version, role, kinds }: Tally): string {
  const sorted = [...kinds.values()].sort((a, b) => b.times - a.times);
  return sorted
    .map(({ smallest: { kind, question, answer, errors }, times }) => {
      const kafka = answer.ok ? 'accepts' : `${answer.class}: ${answer.message}`;
      const ours = errors.map(({ rule, message }) => `${rule}: ${message}`).join('\n          ') || 'no error';
      const text = question.entries.map(([key, value]) => `    ${key}=${shown(value)}`).join('\n');
      return `\n${version} ${role}: ${kind}, ${times} times\n${text}\n  Kafka:  ${kafka}\n  we say: ${ours}`;
    })
    .join('\n');
}

/** A certificate takes more lines than anybody reads. */
function shown(value: string): string {
  const line = value.replaceAll('\n', '\\n');
  return line.length > 160 ? `${line.slice(0, 80)}…${line.slice(-40)}` : line;
}
