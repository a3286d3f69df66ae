import { lookup } from '../catalogue/catalogue';
import { readerOf } from '../catalogue/reader';
import { type LintSettings, lint } from '../engine/lint';
import type { ConfigDocument } from '../model/document';
import type { Entry } from '../model/entry';
import type { Finding } from '../model/finding';
import type { Scope } from '../model/scope';
import { contains } from '../model/span';
import { rootOf } from '../model/tree';
import { isAtLeast, type KafkaVersion } from '../model/version';
import { CHANGE_KINDS, type ChangeKind, type UpgradeChange, type UpgradeReport } from './change';
import { lostJmxReporter } from './jmxReporter';
import { newDefaults } from './newDefaults';
import { stepsFor } from './steps';
import { asFor, startOf } from './versions';

/**
 * What the upgrade to a version means to the processes of a file, a report for those that have role and present version
 * in common, apart from what is wrong with the file already. None for processes that it means nothing to: those of
 * other libraries than Kafka's own, and those that are for that version or a later.
 */
export function upgradeReports(
  document: ConfigDocument,
  to: KafkaVersion,
  settings: LintSettings,
  stated?: KafkaVersion,
): UpgradeReport[] {
  const groups = new Map<string, [Scope, ...Scope[]]>();
  for (const process of document.scopes) {
    const from = startOf(process, to, stated);
    if (process.parent || process.client !== 'java' || isAtLeast(from.version, to)) continue;
    const id = `${process.role} ${from.version} ${from.source}`;
    const known = groups.get(id);
    if (known) known.push(process);
    else groups.set(id, [process]);
  }
  return Array.from(groups.values(), (processes) => reportOf(document, processes, to, { settings, stated }));
}

interface Upgrade {
  readonly settings: LintSettings;
  readonly stated: KafkaVersion | undefined;
}

function reportOf(
  document: ConfigDocument,
  processes: readonly [Scope, ...Scope[]],
  to: KafkaVersion,
  { settings, stated }: Upgrade,
): UpgradeReport {
  const [main] = processes;
  const from = startOf(main, to, stated);
  const own = { ...document, scopes: document.scopes.filter((scope) => processes.includes(rootOf(scope))) };
  const before = asFor(own, from.version);
  const after = asFor(own, to);
  const changes = [
    ...foundOnlyAfter(before, after, settings),
    ...after.scopes
      .map(readerOf)
      .flatMap((reader) => [...newDefaults(reader, from.version, to), ...lostJmxReporter(reader, from.version, to)]),
  ];
  const sorted = onceEach(changes).sort((a, b) => a.span.start - b.span.start || order(a) - order(b));
  const steps = new Set(processes.flatMap((process) => stepsFor(process, from.version, to)));
  const names = processes.flatMap(({ name }) => name ?? []);
  return { document: after, role: main.role, names, from, to, changes: sorted, steps: [...steps] };
}

/** What processes share is told once. */
function onceEach(changes: readonly UpgradeChange[]): UpgradeChange[] {
  const identity = ({ kind, span, message }: UpgradeChange) => `${kind} ${span.start} ${message}`;
  return [...new Map(changes.map((change) => [identity(change), change])).values()];
}

function order({ kind }: UpgradeChange): number {
  return CHANGE_KINDS.indexOf(kind);
}

/** What the linter says about the file at the new version and did not say, or not as an error, at the old one. */
function foundOnlyAfter(before: ConfigDocument, after: ConfigDocument, settings: LintSettings): UpgradeChange[] {
  const placeOf = ({ rule, span }: Finding) => `${rule} ${span.start} ${span.end}`;
  const old = new Map(lint(before, settings).findings.map((finding) => [placeOf(finding), finding.severity]));
  return lint(after, settings).findings.flatMap((finding): UpgradeChange[] => {
    const known = old.get(placeOf(finding));
    if (known === 'error' || (known !== undefined && finding.severity !== 'error')) return [];
    const { rule, span, message, fixes } = finding;
    const scope = after.scopes.find(({ entries }) => entries.some((entry) => contains(entry.span, span)));
    const entry = scope?.entries.find((one) => contains(one.span, span));
    const kind = kindOf(finding, scope, entry);
    return kind ? [{ kind, key: entry?.writtenKey ?? '', span, message, fixes, rule }] : [];
  });
}

function kindOf({ rule, severity }: Finding, scope?: Scope, entry?: Entry): ChangeKind | undefined {
  if (severity === 'error') return 'rejected';
  if (rule === 'properties/deprecated-key') return 'deprecated';
  if (rule === 'properties/removed-key')
    return scope && entry && hasSuccessor(scope, entry.key) ? 'renamed' : 'removed';
  return severity === 'warning' ? 'advice' : undefined;
}

function hasSuccessor({ role, target }: Scope, key: string): boolean {
  const successors = lookup(role, key)?.replacedBy ?? [];
  return successors.some((successor) => lookup(role, successor)?.at(target.version) !== undefined);
}
