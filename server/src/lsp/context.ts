import type { CancellationToken, Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { InitializationOptions } from '../protocol/protocol';
import type { Analysis } from '../workspace/analysis';
import type { ClientSupport } from './clientSupport';
import type { Log } from './log';
import type { WorkspaceLint } from './workspaceLint';
import type { WorkspaceProject } from './workspaceProject';

/** What the features of one session share. */
export interface ServerContext {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: ClientSupport;
  readonly options: InitializationOptions;
  readonly log: Log;
  /** The files of the workspace together. */
  readonly project: WorkspaceProject;
  /** What was found in files that nobody has open. */
  readonly workspace: WorkspaceLint;
  /** The document's newest version, once the settings are known; undefined when it is not Kafka's or not open. */
  analysisOf(uri: string, token?: CancellationToken): Promise<Analysis | undefined>;
  /** A text that the client has read itself, such as a file that is not open; undefined when it is not Kafka's. */
  analysisOfText(uri: string, text: string, languageId?: string): Promise<Analysis | undefined>;
  /** A document of the workspace: as it is open, else as it is on disk; undefined when it is not there or not Kafka's. */
  analysisOfFile(uri: string): Promise<Analysis | undefined>;
  /** The URL of a rule's page, where pages can be reached. */
  rulePage(rule: string): string | undefined;
  /** Calls back when settings, or the versions that files show, have changed, so that everything shown may be stale. */
  onSettings(listener: () => void | Promise<void>): void;
}

/** One feature: what it announces and what it answers. */
export interface LanguageFeature {
  capabilities(client: ClientSupport, options: InitializationOptions): ServerCapabilities;
  register(context: ServerContext): void;
}
