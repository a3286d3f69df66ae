import type { Reader } from '../catalogue/reader';
import type { ConfigDocument, Directive, Family } from '../model/document';
import type { Entry } from '../model/entry';
import type { Report, Severity } from '../model/finding';
import type { Monitoring } from '../model/monitoring';
import type { ClusterFacts, PlacedReport, WorkspaceFacts } from '../model/project';
import type { ClientLibrary, Role } from '../model/scope';
import type { KafkaVersion } from '../model/version';
import type { RuleOption } from './options';

/** What the user tunes for; rules may raise, lower or drop a finding by it. */
export const PROFILES = ['throughput', 'latency', 'durability', 'balanced'] as const;
export type Profile = (typeof PROFILES)[number];

export interface RuleContext<Option extends string = string> {
  readonly document: ConfigDocument;
  /** Absent when the user has chosen none. */
  readonly profile?: Profile;
  /** The rule's own options, with what the settings say of them. */
  readonly options: Readonly<Record<Option, number>>;
}

export interface RuleMeta {
  /** `<area>/<kebab-id>`, the same as the file's path; it names the mistake. */
  readonly id: string;
  /** One line without a final stop, for lists and settings. */
  readonly summary: string;
  readonly severity: Severity;
  /** False for rules that a user must ask for. */
  readonly enabledByDefault?: false;
  /** New and still open to change, so that a user must ask for it. */
  readonly preview?: true;
  /** The release of this linter that brought it; the first one when absent. */
  readonly since?: string;
  /** Where the facts come from: Kafka's classes, its documentation, KIPs. */
  readonly sources: readonly string[];
}

/** What the page says of rules without `since`. */
export const FIRST_RELEASE = '0.1.0';

export function isOnByDefault({ enabledByDefault, preview }: RuleMeta): boolean {
  return enabledByDefault !== false && !preview;
}

/** Judges one scope. The engine calls it only for the roles and target versions named here. */
export interface ScopeRule<Option extends string = string> extends RuleMeta {
  readonly roles: readonly Role[];
  /** The libraries whose scopes it is true for; only the Java clients and servers when absent. */
  readonly clients?: readonly ClientLibrary[];
  /** Where a library has packages for several languages: those whose calls the rule knows, all of them when absent. */
  readonly packages?: Readonly<Partial<Record<ClientLibrary, readonly string[]>>>;
  /** The first target version that it is true for. */
  readonly from?: KafkaVersion;
  /** The first target version that it is no longer true for. */
  readonly until?: KafkaVersion;
  /** Its thresholds that the settings may change. */
  readonly options?: Readonly<Record<Option, RuleOption>>;
  /** Judges the scope as a whole. */
  check?(reader: Reader, context: RuleContext<Option>): Iterable<Report>;
  /** The same for a rule that asks many things which have nothing to do with each other. */
  readonly checks?: readonly ScopeCheck[];
  /**
   * Judges each entry for itself, so that the others need not be judged again where one is edited. A rule that goes
   * through all entries in `check` is asked again after every change.
   */
  checkEntry?(entry: Entry, reader: Reader, context: RuleContext<Option>): Iterable<Report>;
}

export type ScopeCheck = (reader: Reader, context: RuleContext) => Iterable<Report>;

/** Judges the file as a whole: its syntax rather than what it configures. */
export interface DocumentRule extends RuleMeta {
  readonly family: Family;
  checkDocument(document: ConfigDocument): Iterable<Report>;
}

/** Judges what a file says of watching Kafka. */
export interface MonitoringRule extends RuleMeta {
  checkMonitoring(monitoring: Monitoring, document: ConfigDocument): Iterable<Report>;
}

/** Judges what the files of a workspace say of watching Kafka. */
export interface WorkspaceRule extends RuleMeta {
  checkWorkspace(workspace: WorkspaceFacts): Iterable<PlacedReport>;
}

/** Judges what several files say of one cluster. */
export interface ProjectRule extends RuleMeta {
  checkProject(cluster: ClusterFacts): Iterable<PlacedReport>;
}

export interface IgnoreUse {
  readonly directive: Extract<Directive, { kind: 'ignore' }>;
  /** The rules that it silenced in this run. */
  readonly silenced: ReadonlySet<string>;
}

/** Judges the directives, after the other rules have run. */
export interface DirectiveRule extends RuleMeta {
  checkDirectives(
    uses: readonly IgnoreUse[],
    document: ConfigDocument,
    knownRules: ReadonlySet<string>,
  ): Iterable<Report>;
}

export type Rule = ScopeRule | DocumentRule | DirectiveRule | ProjectRule | MonitoringRule | WorkspaceRule;
