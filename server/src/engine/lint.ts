import { type ConfigDocument, saysAnything } from '../model/document';
import type { Finding, Report, Severity } from '../model/finding';
import type { ClientLibrary, Role, Scope } from '../model/scope';
import { isAtLeast, type KafkaVersion } from '../model/version';
import { RULES } from '../rules/index.generated';
import { type OptionValues, optionsInForce } from '../rules/options';
import type {
  DirectiveRule,
  DocumentRule,
  MonitoringRule,
  Profile,
  ProjectRule,
  Rule,
  RuleContext,
  ScopeRule,
  WorkspaceRule,
} from '../rules/rule';
import { withoutSecrets } from '../secrets/mask';
import { tellingHere } from './here';
import { createJudge } from './judge';
import { createMemo } from './memo';
import { inTime, NO_OPTIONS, scopeReports } from './scopeRules';
import { tellingShared } from './shared';
import { applySuppressions } from './suppressions';

export interface LintSettings {
  /** The severity in force for a rule, `off`, or undefined for the rule's own. */
  severityOf(rule: string): Severity | 'off' | undefined;
  readonly profile?: Profile;
  /** What the user says of a rule's options; a rule that is not named keeps its defaults. */
  optionsOf?(rule: string): OptionValues | undefined;
}

/** A rule that threw or took too long: it is skipped alone, and whoever called the engine says so where people look. */
export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

export interface LintResult {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** What rules about several files report at places of one document, by their ids. */
export type ProjectReports = ReadonlyMap<string, readonly Report[]>;

export type Lint = (document: ConfigDocument, settings: LintSettings, project?: ProjectReports) => LintResult;

const isScopeRule = (rule: Rule): rule is ScopeRule => 'roles' in rule;
const isDocumentRule = (rule: Rule): rule is DocumentRule => 'checkDocument' in rule;
/** Those that judge several files together. */
export const isProjectRule = (rule: Rule): rule is ProjectRule | WorkspaceRule =>
  'checkProject' in rule || 'checkWorkspace' in rule;
const isMonitoringRule = (rule: Rule): rule is MonitoringRule => 'checkMonitoring' in rule;
const isDirectiveRule = (rule: Rule): rule is DirectiveRule => 'checkDirectives' in rule;

/** Lints with all rules of the product. */
export const lint: Lint = createLinter(RULES);

/** Makes a linter of rules. `now` tells the time in milliseconds, for the time that a rule may take. */
export function createLinter(rules: readonly Rule[], now: () => number = () => performance.now()): Lint {
  const known: ReadonlySet<string> = new Set(rules.map((rule) => rule.id));
  const documentRules = rules.filter(isDocumentRule);
  const monitoringRules = rules.filter(isMonitoringRule);
  const directiveRules = rules.filter(isDirectiveRule);
  const projectRules = rules.filter(isProjectRule);
  const ofProject = projectRules.map(({ id }) => id);
  const rulesFor = scopeRulesBy(rules.filter(isScopeRule));
  const memo = createMemo();

  // A document without scopes is not about Kafka, unless its format had a problem to tell, such as its size.
  return (document, settings, project) => {
    const { judge, isOn, failures } = createJudge(settings, now);
    if (!saysAnything(document)) return { findings: [], failures };
    const contextFor = contextsOf(document, settings);
    const shared = tellingShared(document);

    const found: Finding[] = [];
    for (const rule of documentRules) {
      if (rule.family === document.family) judge(rule, (isLate) => inTime(rule.checkDocument(document), isLate), found);
    }
    for (const part of document.monitoring ?? []) {
      for (const rule of monitoringRules) {
        judge(rule, (isLate) => inTime(rule.checkMonitoring(part, document), isLate), found);
      }
    }
    for (const scope of document.scopes) {
      const here = tellingHere(scope, shared);
      const on = rulesFor(scope).filter(isOn);
      const reportsOf = scopeReports(scope, { document, rules: on, contextFor }, memo);
      for (const rule of on) judge(rule, (isLate) => here(reportsOf(rule, isLate)), found);
    }
    for (const rule of projectRules) {
      const reports = project?.get(rule.id);
      if (reports) judge(rule, (isLate) => inTime(reports, isLate), found);
    }
    const { kept, uses } = applySuppressions(document, document.scopes.length > 1 ? onceEach(found) : found);
    const findings = [...kept];
    // Whether a comment silences what is between files, a file alone does not tell.
    const told = project ? uses : uses.map((use) => ({ ...use, silenced: new Set([...use.silenced, ...ofProject]) }));
    for (const rule of directiveRules) {
      judge(rule, (isLate) => inTime(rule.checkDirectives(told, document, known), isLate), findings);
    }
    findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return { findings: withoutSecrets(document, findings), failures };
  };
}

/** Most rules have no options, and share one context. */
function contextsOf(document: ConfigDocument, { profile, optionsOf }: LintSettings): (rule: ScopeRule) => RuleContext {
  const context: RuleContext = { document, options: NO_OPTIONS, ...(profile && { profile }) };
  return ({ id, options }) => (options ? { ...context, options: optionsInForce(options, optionsOf?.(id)) } : context);
}

/** What several clients or services share is judged with each of them, and told once. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const place = `${finding.rule} ${finding.span.start} ${finding.span.end} ${finding.message}`;
    if (!byPlace.has(place)) byPlace.set(place, finding);
  }
  return [...byPlace.values()];
}

const JAVA: readonly ClientLibrary[] = ['java'];

/** The rules for a scope; most scopes are of a few kinds, so that each kind is looked up once. */
function scopeRulesBy(rules: readonly ScopeRule[]): (scope: Scope) => readonly ScopeRule[] {
  const byTarget = new Map<string, readonly ScopeRule[]>();
  return ({ role, client, package: from, target: { version } }) => {
    const id = `${role} ${client} ${from} ${version}`;
    const known =
      byTarget.get(id) ?? rules.filter((rule) => knowsClient(rule, client, from) && applies(rule, role, version));
    byTarget.set(id, known);
    return known;
  };
}

function knowsClient(
  { clients = JAVA, packages }: ScopeRule,
  client: ClientLibrary,
  from: string | undefined,
): boolean {
  return clients.includes(client) && (from === undefined || packages?.[client]?.includes(from) !== false);
}

function applies(rule: ScopeRule, role: Role, version: KafkaVersion): boolean {
  if (!rule.roles.includes(role)) return false;
  return (!rule.from || isAtLeast(version, rule.from)) && !(rule.until && isAtLeast(version, rule.until));
}
