import { jsonText } from '../../escape/json';
import { terminalLine, terminalText } from '../../escape/terminal';
import { placesIn } from '../../features/places';
import type { KafkaVersion } from '../../model/version';
import { CHANGE_KINDS, type UpgradeReport } from '../../upgrade/change';
import { plural } from './summary';

export interface UpgradedFile {
  readonly file: string;
  readonly text: string;
  readonly report: UpgradeReport;
}

/** For people: each file with what changes in it, and what has to happen around it, then the numbers. */
export function reportUpgradeText(results: readonly UpgradedFile[], to: KafkaVersion): string {
  const told = results.filter(({ report }) => report.changes.length > 0 || report.steps.length > 0);
  const blocks = told.map(({ file, text, report }) => {
    const placeOf = placesIn(text);
    const changes = report.changes.flatMap(({ kind, span, message, fixes }) => {
      const { line, column } = placeOf(span);
      const ways = fixes.map((fix) => `    ${fix.safe ? 'fix' : 'unsafe fix'}: ${terminalText(fix.title)}`);
      return [`  ${terminalLine(file)}:${line}:${column} ${kind}`, `    ${terminalText(message)}`, ...ways];
    });
    const steps = report.steps.map((step) => `  first: ${terminalText(step)}`);
    return [`${terminalLine(file)} (${whoOf(report)}, ${startOf(report)} -> ${to})`, ...steps, ...changes, ''].join(
      '\n',
    );
  });
  return `${[...blocks, summaryOf(results, to)].join('\n')}\n`;
}

/** One object for the processes of a file that have role and version in common; lines and columns from 1. */
export function reportUpgradeJson(results: readonly UpgradedFile[]): string {
  const files = results.map(({ file, text, report: { role, names, from, to, changes, steps } }) => {
    const placeOf = placesIn(text);
    return {
      file,
      role,
      names,
      from: from.version,
      fromSource: from.source,
      to,
      steps,
      changes: changes.map(({ kind, key, span, message, fixes, rule }) => ({
        kind,
        key,
        ...placeOf(span),
        message,
        ...(rule && { rule }),
        fixes: fixes.map(({ title, safe }) => ({ title, safe })),
      })),
    };
  });
  return jsonText(files);
}

function whoOf({ role, names }: UpgradeReport): string {
  return [role, ...new Set(names.filter((name) => name !== role))].map(terminalLine).join(' ');
}

function startOf({ from }: UpgradeReport): string {
  return from.source === 'assumed' ? `${from.version} assumed; --from says another` : from.version;
}

function summaryOf(results: readonly UpgradedFile[], to: KafkaVersion): string {
  const changes = results.flatMap(({ report }) => report.changes);
  if (results.length === 0) return `No Kafka configuration for a version before ${to} found.`;
  const files = plural(new Set(results.map(({ file }) => file)).size, 'file');
  if (changes.length === 0) return `Kafka ${to} changes nothing in ${files}.`;
  const counts = CHANGE_KINDS.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? [`${count} ${kind}`] : [];
  });
  const safe = changes.filter(({ fixes }) => fixes.some((fix) => fix.safe)).length;
  const offer = safe > 0 ? ` kafka-lint --fix --target ${to} fixes ${safe} of them.` : '';
  return `Kafka ${to} in ${files}: ${counts.join(', ')}.${offer}`;
}
