import type { Tally } from './run';

/** The headings behind version and role, and what of a tally stands below each. */
const COUNTS = [
  ['cases', 'cases'],
  ['refused', 'refused'],
  ['agreed', 'agreed'],
  ['explained', 'explained'],
  ['false error', 'falseErrors'],
  ['missed error', 'missedErrors'],
  ['other key', 'otherKeys'],
  ['warnings', 'warnings'],
] as const;

const row = (version: string, role: string, cells: readonly (string | number)[]): string => {
  const counts = cells.map((cell, index) => String(cell).padStart(Math.max(7, COUNTS[index]?.[0].length ?? 0)));
  return [version.padEnd(7), role.padEnd(19), ...counts].join('  ');
};

export const TABLE_HEAD = row(
  'version',
  'role',
  COUNTS.map(([heading]) => heading),
);

export function rowOf(tally: Tally): string {
  return row(
    tally.version,
    tally.role,
    COUNTS.map(([, count]) => tally[count]),
  );
}

/** The last row: everything together. */
export function sumOf(tallies: readonly Tally[]): string {
  const sums = COUNTS.map(([, count]) => tallies.reduce((total, tally) => total + tally[count], 0));
  return row('all', '', sums);
}

/** Each kind of disagreement with its smallest case, the most frequent first; empty when there is none. */
export function describeKinds({ version, role, kinds }: Tally): string {
  const sorted = [...kinds.values()].sort((a, b) => b.times - a.times);
  return sorted
    .map(({ smallest: { kind, question, answer, errors, warnedOf }, times }) => {
      const kafka = answer.ok
        ? `accepts${warnedOf === undefined ? '' : `; ${answer.warnings?.join(' ') ?? 'no warning'}`}`
        : `${answer.class}: ${answer.message}`;
      const ours =
        errors.map(({ rule, key, message }) => `${rule} at ${key || 'no entry'}: ${message}`).join('\n          ') ||
        'no error';
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
