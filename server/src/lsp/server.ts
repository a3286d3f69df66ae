import type { Connection, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { couldBeKafka, isCode } from '../protocol/files';
import { createAnalyses } from '../workspace/analysis';
import { createAnalyser } from './analyser';
import { assist } from './assist';
import { checklist } from './checklist';
import { clientSupport } from './clientSupport';
import { clusterFacts } from './clusterFacts';
import { codeActions } from './codeActions';
import { compareRunning } from './compareRunning';
import { completion } from './completion';
import { connections } from './connections';
import type { LanguageFeature, ServerContext } from './context';
import { diagnostics } from './diagnostics';
import { fileReader } from './files';
import { folding } from './folding';
import { groups } from './groups';
import { health } from './health';
import { hover } from './hover';
import { createImportedFiles } from './importedFiles';
import { readInitializationOptions } from './initializationOptions';
import { inlayHints } from './inlayHints';
import { createListeners } from './listeners';
import { createLog } from './log';
import { presets } from './presets';
import { semanticTokens } from './semanticTokens';
import { keepSettings, type SettingsKeeper } from './settings';
import { showRule } from './showRule';
import { status } from './status';
import { symbols } from './symbols';
import { upgrade } from './upgrade';
import { TextDocumentSyncKind, TextDocuments } from './values';
import { createWorkspaceLint } from './workspaceLint';
import { createWorkspaceProject } from './workspaceProject';
import { createWorkspaceVersions, type WorkspaceVersions } from './workspaceVersions';

/** What the place that the server runs in gives it. */
export interface ServerHost {
  /** The text of a file, undefined when there is none. Absent where there is no file system. */
  readFile?(uri: string): Promise<string | undefined>;
  /** The names of the files in a folder, likewise. */
  readFolder?(uri: string): Promise<readonly string[] | undefined>;
  /** The URIs of the files below a folder, without those that ignore files cover, likewise. */
  listFiles?(folder: string): AsyncIterable<string>;
  /** The rule pages for a client that says nothing of its own; a URL with a final slash. */
  readonly docsBase?: string;
  /** Called when a document is open that takes far more memory than settings usually do: a long one, or code, whose tree is many times as large as its text. */
  onLargeDocument?(): void;
}

/** Stands for the id in the address of a rule's page. */
const RULE = '{rule}';

/** In UTF-16 units; a broker's file with all of Kafka's own comments has 7,000. */
const LONG = 500_000;

const FEATURES: readonly LanguageFeature[] = [
  diagnostics,
  codeActions,
  presets,
  showRule,
  hover,
  completion,
  inlayHints,
  symbols,
  folding,
  semanticTokens,
  status,
  groups,
  connections,
  upgrade,
  assist,
  health,
  checklist,
  clusterFacts,
  compareRunning,
];

function isClientCode(document: TextDocument): boolean {
  const { uri, languageId } = document;
  return isCode(uri, languageId) && couldBeKafka(document.getText(), uri, languageId);
}

/** Answers a client until it ends the connection. */
export function serve(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  let settings: SettingsKeeper | undefined;
  connection.onInitialize((params) => {
    const session = createSession(connection, documents, host, params);
    settings = session.settings;
    for (const feature of FEATURES) feature.register(session.context);
    return initializeResult(session.context);
  });
  connection.onInitialized(() => settings?.start());
  documents.onDidChangeContent(({ document }) => {
    if (document.getText().length > LONG || isClientCode(document)) host.onLargeDocument?.();
  });
  documents.listen(connection);
  connection.listen();
}

function initializeResult({ client, options }: ServerContext): InitializeResult {
  const base: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.workspaceFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
  };
  const capabilities = FEATURES.map((feature) => feature.capabilities(client, options));
  return { capabilities: Object.assign(base, ...capabilities), serverInfo: { name: 'Kafka Config Lint' } };
}

interface Session {
  readonly context: ServerContext;
  readonly settings: SettingsKeeper;
}

function createSession(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  host: ServerHost,
  params: InitializeParams,
): Session {
  const client = clientSupport(params.capabilities);
  const options = readInitializationOptions(params.initializationOptions);
  const log = createLog(connection.console);
  const files = fileReader(connection, options, host);
  const versions = createWorkspaceVersions(files);
  const imports = createImportedFiles(files.readFile);
  const settings = keepSettings({ connection, client, options, log, versions, readFile: files.readFile }, params);
  const project = createWorkspaceProject();
  const analyses = createAnalyses(project.reportsOf);
  const docsBase = options.docsBase ?? host.docsBase;
  const listeners: (() => void | Promise<void>)[] = [];
  const folders = createListeners<string>();
  const refresh = (): void => {
    for (const listener of listeners) void notify(listener, log);
  };
  settings.onChange(() => {
    analyses.clear();
    refresh();
  });
  watchVersions({ settings, versions, log }, (folder) => {
    folders.tell(folder);
    refresh();
  });
  documents.onDidClose(({ document }) => {
    analyses.forget(document.uri);
    imports.forget(document.uri);
  });
  const shared: Omit<ServerContext, 'workspace'> = {
    connection,
    documents,
    client,
    options,
    log,
    ...createAnalyser({ documents, settings, analyses, versions, imports, readFile: files.readFile, project }),
    project,
    rulePage: (rule) => docsBase && (docsBase.includes(RULE) ? docsBase.replace(RULE, rule) : `${docsBase}${rule}.md`),
    onSettings: (listener) => void listeners.push(listener),
  };
  const context: ServerContext = Object.assign(shared, { workspace: createWorkspaceLint(shared) });
  project.start({ context, settings, files, onVersions: folders.add });
  return { context, settings };
}

/** Tells in which folders files show other versions than before. */
function watchVersions(
  { settings, versions, log }: { settings: SettingsKeeper; versions: WorkspaceVersions; log: ServerContext['log'] },
  listener: (folder: string) => void,
): void {
  settings.onFiles((uris) => {
    for (const folder of versions.concerned(uris)) {
      const told = versions.reread(folder).then((isOther) => {
        if (isOther) listener(folder);
      });
      void told.catch((error: unknown) => log.error('Reading the versions of a folder failed', error));
    }
  });
}

async function notify(listener: () => void | Promise<void>, log: ServerContext['log']): Promise<void> {
  try {
    await listener();
  } catch (error) {
    log.error('Refreshing after a change of settings failed', error);
  }
}
