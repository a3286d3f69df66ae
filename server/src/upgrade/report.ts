import { lookup } from '../catalogue/catalogue';
import { readerOf } from '../catalogue/reader';
import { type LintSettings, lint } from '../engine/lint';
import type { ConfigDocument } from '../model/document';
import type { Entry } from '../model/entry';
import type { Finding } from '../model/finding';
import type { Scope } from '../model/scope';
import { contains } from '../model/span';
import { isAtLeast, type KafkaVersion } from '../model/version';
import { CHANGE_KINDS, type ChangeKind, type UpgradeChange, type UpgradeReport } from './change';
import { lostJmxReporter } from './jmxReporter';
import { newDefaults } from './newDefaults';
import { stepsFor } from './steps';
import { asFor, startOf } from './versions';

/**
 * What the upgrade to a version means to a file, apart from what is wrong with the file already. Undefined for files
 * that it means nothing to: those of other libraries than Kafka's own, and those that are for that version or a later.
 */
export function upgradeReport(
  document: ConfigDocument,
  to: KafkaVersion,
  settings: LintSettings,
  stated?: KafkaVersion,
): UpgradeReport | undefined {
  const [main] = document.scopes;
  if (main?.client !== 'java') return undefined;
  const from = startOf(main, to, stated);
  if (isAtLeast(from.version, to)) return undefined;
  const before = asFor(document, from.version);
  const after = asFor(document, to);
  const changes = [
    ...foundOnlyAfter(before, after, settings),
    ...after.scopes
      .map(readerOf)
      .flatMap((reader) => [...newDefaults(reader, from.version, to), ...lostJmxReporter(reader, from.version, to)]),
  ];
  const sorted = changes.sort((a, b) => a.span.start - b.span.start || order(a) - order(b));
  return { document: after, role: main.role, from, to, changes: sorted, steps: stepsFor(main, from.version, to) };
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
