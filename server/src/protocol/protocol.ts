/**
 * All that this server and its own client say to each other beyond LSP. Other clients need nothing of it: every part
 * is optional or asked for.
 */

/** What a client may say in `initializationOptions`. Each is absent for a client that knows nothing of this server. */
export interface InitializationOptions {
  /**
   * For links from diagnostics: the URL of the folder that holds `<rule id>.md`, or the URL of any rule's page with
   * `{rule}` in place of the id.
   */
  readonly docsBase?: string;
  /** True for our own VS Code client, which has the commands below and shows the status. */
  readonly ownClient?: boolean;
  /** The client's command that shows a rule's page; its one argument is the rule's id. */
  readonly showRuleCommand?: string;
  /** The client's command that offers presets; its arguments are a document's URI and the place of a scope. */
  readonly presetCommand?: string;
  /** The client's command that copies a text, with the text as its argument. */
  readonly copyCommand?: string;
  /** The client wants `kafkaLint/status` notifications. */
  readonly status?: boolean;
  /** The client wants `kafkaLint/healthChanged` notifications. */
  readonly health?: boolean;
  /** The client answers `kafkaLint/readFile` and `kafkaLint/readFolder`, for servers without a file system. */
  readonly readFile?: boolean;
  /** Settings for a client that cannot be asked for them. */
  readonly settings?: unknown;
}

/** Server to client, request: the text of a file of the workspace, `null` when there is none. */
export const READ_FILE = 'kafkaLint/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = string | null;

/** Server to client, request: the names of the files in a folder of the workspace, `null` when there is none. */
export const READ_FOLDER = 'kafkaLint/readFolder';
export interface ReadFolderParams {
  readonly uri: string;
}
export type ReadFolderResult = readonly string[] | null;

/** Server to client, request: the files of a workspace folder that could be Kafka's, for servers that cannot list them. */
export const LIST_FILES = 'kafkaLint/listFiles';
export interface ListFilesParams {
  readonly folder: string;
}
export type ListFilesResult = readonly string[];

/** Server to client, notification: what has just become known of an open document. */
export const STATUS = 'kafkaLint/status';

/** Client to server, request: the same for the document of the URI, `null` when it is not Kafka's. */
export const DOCUMENT_INFO = 'kafkaLint/documentInfo';
export interface DocumentInfoParams {
  readonly uri: string;
}
export type DocumentInfoResult = DocumentInfo | null;

export interface DocumentInfo {
  readonly uri: string;
  /** What the file configures: `broker`, `producer`, … */
  readonly role: string;
  /** The Kafka release line that it is judged by. */
  readonly version: string;
  readonly versionSource: 'directive' | 'setting' | 'workspace' | 'content' | 'newest';
  /** With `workspace`: the name of the file that shows the version. */
  readonly versionFile?: string;
  /** Its folder or name shows a test or an example, where advice for production is lowered. */
  readonly development?: true;
  /** All that the file configures, where that is more than one thing; the first is the one above. */
  readonly processes?: readonly ProcessInfo[];
  readonly findings: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;
}

export interface ProcessInfo {
  /** What the file calls it, such as a service's name. */
  readonly name?: string;
  readonly role: string;
  readonly version: string;
}

/** Sent with `kafkaLint/status` for a document that is not, or no longer, Kafka's. */
export interface NoDocumentInfo {
  readonly uri: string;
  readonly role: null;
  /** The file speaks of Kafka, but nothing in it shows what it configures. */
  readonly unread?: true;
}
export type StatusParams = DocumentInfo | NoDocumentInfo;

/** Client to server, request: what a user may choose. */
export const CHOICES = 'kafkaLint/choices';
export interface Choices {
  readonly roles: readonly string[];
  /** Newest first. */
  readonly versions: readonly string[];
  readonly rules: readonly { readonly id: string; readonly summary: string }[];
}

/** Client to server, request: edits that make the file's own directive say a role or a version. */
export const DIRECTIVE_EDIT = 'kafkaLint/directiveEdit';
export interface DirectiveEditParams {
  readonly uri: string;
  readonly role?: string;
  /** A version, or `auto` to take it out of the directive. */
  readonly version?: string;
}
/** The answer is `null` for a document that is not open or whose format is unknown. */
export interface DirectiveEditResult {
  /** The version of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly WireEdit[];
}

/** Client to server, request: what a preset would change in a scope, before anything is changed. */
export const PRESET_PREVIEW = 'kafkaLint/presetPreview';
export interface PresetPreviewParams {
  readonly uri: string;
  /** Which of the document's scopes is meant, counted from 0; all that are no part of another when absent. */
  readonly scope?: number;
  /** Absent to ask which presets there are. */
  readonly preset?: string;
  /** The places in `changes` of those to write; their edits belong together. */
  readonly chosen?: readonly number[];
}
export type PresetPreviewResult = PresetPreview | null;
export interface PresetPreview {
  /** The version of the document that the edits are for. */
  readonly version: number;
  readonly presets: readonly string[];
  readonly changes: readonly PresetPreviewChange[];
  /** What writes the chosen changes. */
  readonly edits?: readonly WireEdit[];
}
export interface PresetPreviewChange {
  /** `acks: 1 → all` */
  readonly label: string;
  /** What it gains, and what it costs. */
  readonly reason: string;
  /** It can lose records or needs a change elsewhere, so a person must agree to it by itself. */
  readonly confirm: boolean;
}

/** Client to server, request: where a consumer group is configured in the texts, and what there makes it slow. */
export const FIND_GROUP = 'kafkaLint/findGroup';
export interface FindGroupParams {
  readonly group: string;
  readonly files: readonly WireFile[];
}
export type FindGroupResult = readonly GroupPlace[];
export interface GroupPlace {
  readonly uri: string;
  /** The entry that names the group. */
  readonly range: WireRange;
  readonly role: string;
  /** The entry's key as it is written: `group.id`, or `application.id` of a Streams application. */
  readonly key: string;
  /** The likely greatest effect on lag first. */
  readonly findings: readonly GroupFinding[];
}
export interface GroupFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** What it does to consumption, in a few words. */
  readonly effect: string;
  readonly range: WireRange;
  /** The rule's favourite first. */
  readonly fixes: readonly { readonly title: string; readonly edits: readonly WireEdit[] }[];
}

/** Client to server, request: what the upgrade to a version means to each of the texts. */
export const UPGRADE_REPORT = 'kafkaLint/upgradeReport';
export interface UpgradeReportParams {
  /** A Kafka release line such as `4.1`. */
  readonly to: string;
  readonly files: readonly WireFile[];
}
/** Without the files that it means nothing to. */
export type UpgradeReportResult = readonly WireUpgrade[];
export interface WireUpgrade {
  readonly uri: string;
  readonly role: string;
  readonly from: string;
  /** Nothing shows the present version. */
  readonly fromAssumed: boolean;
  /** What has to happen outside of the file, a sentence each. */
  readonly steps: readonly string[];
  readonly changes: readonly WireUpgradeChange[];
}
export interface WireUpgradeChange {
  readonly kind: 'rejected' | 'renamed' | 'removed' | 'new-default' | 'deprecated' | 'advice';
  readonly key: string;
  readonly range: WireRange;
  readonly message: string;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

/** Client to server, request: the parts of an open document that say how to connect to a cluster. */
export const CONNECTION_SCOPES = 'kafkaLint/connectionScopes';
export interface ConnectionScopesParams {
  readonly uri: string;
}
export type ConnectionScopesResult = readonly WireConnectionScope[];
export interface WireConnectionScope {
  /** The entry that names the brokers. */
  readonly range: WireRange;
  /** `java`, `kafkajs`, … */
  readonly library: string;
  /** False when some of the options cannot be seen, so that an absent one may be set elsewhere. */
  readonly complete: boolean;
  readonly entries: readonly WireEntry[];
}
export interface WireEntry {
  /** Kafka's own key, or that of the library where Kafka has none; nested ones with dots: `sasl.username`. */
  readonly key: string;
  /** The text of a `dynamic` value is source, not what it will be. */
  readonly kind: 'literal' | 'dynamic' | 'absent';
  readonly text: string;
  /** The literal only holds when an environment variable is not set. */
  readonly fallback?: true;
}

/** Client to server, request: every safe fix of an open document; null when it is not Kafka's. */
export const FIX_ALL = 'kafkaLint/fixAll';
export interface FixAllParams {
  readonly uri: string;
}
export type FixAllResult = {
  /** The version of the document that the edits are for. */
  readonly version: number;
  readonly edits: readonly WireEdit[];
  /** How many fixes the edits apply, and how many findings are left after them. */
  readonly applied: number;
  readonly remaining: number;
} | null;

/** Client to server, request: what an assistant asks of the linter; null when there is nothing of the kind. */
export const ASSIST = 'kafkaLint/assist';
export type AssistParams =
  | { readonly tool: 'lint' | 'fixes'; readonly file: WireFile }
  | { readonly tool: 'explainKey'; readonly key: string; readonly role?: string; readonly kafkaVersion?: string };
/** JSON of findings or fixes, or the Markdown of an explanation. */
export type AssistResult = string | null;

/** A file as it is on disk or in the editor. */
export interface WireFile {
  readonly uri: string;
  readonly text: string;
  readonly languageId?: string;
}

/** As LSP's TextEdit; repeated here so that our messages need no library. */
export interface WireEdit {
  readonly range: WireRange;
  readonly newText: string;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

interface WirePosition {
  readonly line: number;
  readonly character: number;
}
