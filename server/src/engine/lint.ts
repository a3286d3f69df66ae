import { readerOf } from '../catalogue/reader';
import type { ConfigDocument } from '../model/document';
import type { Finding, Report, Severity } from '../model/finding';
import type { ClientLibrary, Role, Scope } from '../model/scope';
import type { Span } from '../model/span';
import { isAtLeast, type KafkaVersion } from '../model/version';
import { RULES } from '../rules/index.generated';
import type { DirectiveRule, DocumentRule, Profile, Rule, RuleContext, ScopeRule } from '../rules/rule';
import { withoutSecrets } from '../secrets/mask';
import { applySuppressions } from './suppressions';

export interface LintSettings {
  /** The severity in force for a rule, `off`, or undefined for the rule's own. */
  severityOf(rule: string): Severity | 'off' | undefined;
  readonly profile?: Profile;
}

/** A rule that threw: it is skipped alone, and whoever called the engine says so where people look. */
export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

export interface LintResult {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

const KNOWN_RULES: ReadonlySet<string> = new Set(RULES.map((rule) => rule.id));
const isScopeRule = (rule: Rule): rule is ScopeRule => 'check' in rule;
const isDocumentRule = (rule: Rule): rule is DocumentRule => 'checkDocument' in rule;
const isDirectiveRule = (rule: Rule): rule is DirectiveRule => 'checkDirectives' in rule;
const SCOPE_RULES = RULES.filter(isScopeRule);
const DOCUMENT_RULES = RULES.filter(isDocumentRule);
const DIRECTIVE_RULES = RULES.filter(isDirectiveRule);

/**
 * Runs every rule that applies. A document without scopes is not about Kafka and has no findings, unless its
 * format had a problem to tell, such as its size.
 */
export function lint(document: ConfigDocument, settings: LintSettings): LintResult {
  const failures: RuleFailure[] = [];
  if (document.scopes.length === 0 && document.problems.length === 0) return { findings: [], failures };
  const run = (rule: Rule, check: () => Iterable<Report>): Finding[] => judge(rule, settings, failures, check);
  const context: RuleContext = settings.profile ? { document, profile: settings.profile } : { document };

  const found = DOCUMENT_RULES.filter((rule) => rule.family === document.family).flatMap((rule) =>
    run(rule, () => rule.checkDocument(document)),
  );
  for (const scope of document.scopes) {
    const reader = readerOf(scope);
    for (const rule of rulesFor(scope)) {
      found.push(...run(rule, () => here(rule.check(reader, context), scope)));
    }
  }
  const { kept, uses } = applySuppressions(document, found);
  const about = DIRECTIVE_RULES.flatMap((rule) => run(rule, () => rule.checkDirectives(uses, document, KNOWN_RULES)));
  const findings = [...kept, ...about].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { findings: withoutSecrets(document, findings), failures };
}

/** What another file says is told there; what comes from there is told where it is used, and cannot be changed here. */
function here(reports: Iterable<Report>, { entries, calls }: Scope): Report[] {
  const kept = Array.from(reports).filter(({ span }) => span.start >= 0);
  const all = [...entries, ...calls.flatMap(({ options }) => options.entries)];
  const foreign = all.filter(({ elsewhere }) => elsewhere);
  if (foreign.length === 0) return kept;
  return kept.map((report) =>
    foreign.some(({ span }) => isSame(span, report.span)) ? { ...report, fixes: [] } : report,
  );
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

const rulesByTarget = new Map<string, readonly ScopeRule[]>();

const JAVA: readonly ClientLibrary[] = ['java'];

function rulesFor({ role, client, target: { version } }: Scope): readonly ScopeRule[] {
  const id = `${role} ${client} ${version}`;
  const known =
    rulesByTarget.get(id) ??
    SCOPE_RULES.filter((rule) => (rule.clients ?? JAVA).includes(client) && applies(rule, role, version));
  rulesByTarget.set(id, known);
  return known;
}

function applies(rule: ScopeRule, role: Role, version: KafkaVersion): boolean {
  if (!rule.roles.includes(role)) return false;
  return (!rule.from || isAtLeast(version, rule.from)) && !(rule.until && isAtLeast(version, rule.until));
}

function judge(rule: Rule, settings: LintSettings, failures: RuleFailure[], check: () => Iterable<Report>): Finding[] {
  const chosen = settings.severityOf(rule.id);
  if (chosen === 'off' || (!chosen && rule.enabledByDefault === false)) return [];
  try {
    return Array.from(check(), (report) => ({
      ...report,
      rule: rule.id,
      severity: chosen ?? report.severity ?? rule.severity,
      fixes: report.fixes ?? [],
    }));
  } catch (error) {
    failures.push({ rule: rule.id, error });
    return [];
  }
}
