import type { Connection, InitializeParams } from 'vscode-languageserver';
import { filePatterns } from '../protocol/files';
import type { InitializationOptions } from '../protocol/protocol';
import { readSettingsText } from '../settings/settingsText';
import { type SettingsSource, type SettingsTable, settingsTable } from '../workspace/settingsTable';
import { childUri, lastPart } from '../workspace/uris';
import type { ClientSupport } from './clientSupport';
import type { Log } from './log';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
} from './values';
import type { WorkspaceVersions } from './workspaceVersions';

const SECTION = 'kafkaLint';
/** The settings that a team shares, in the root of a workspace folder. */
const CONFIG_FILE = '.kafka-lint.json';

/** Files that may show which Kafka version the files around them are for. */
const VERSION_FILES = [
  '*.{yml,yaml}',
  '*{Dockerfile,Containerfile}*',
  '{pom.xml,build.gradle,build.gradle.kts,build.sbt,libs.versions.toml}',
];

export interface SettingsHost {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly options: InitializationOptions;
  readonly log: Log;
  /** What files of the workspace show holds as long as they and the settings do. */
  readonly versions: Pick<WorkspaceVersions, 'clear'>;
  /** The text of a file, undefined when there is none. */
  readFile(uri: string): Promise<string | undefined>;
}

/** The settings of a session, read again whenever the client or a file says that they changed. */
export interface SettingsKeeper {
  /** What holds now; while settings are being read, what will hold then. */
  current(): Promise<SettingsTable>;
  onChange(listener: () => void): void;
  /** Calls back with the files that the client has seen to change on disk. */
  onFiles(listener: (uris: readonly string[]) => void): void;
  /** The folders of the workspace. */
  folders(): readonly string[];
  /** To be called once the client takes requests; until then its options hold. */
  start(): Promise<void>;
}

export function keepSettings(host: SettingsHost, params: InitializeParams): SettingsKeeper {
  const { connection, client } = host;
  let folders = foldersOf(params);
  // What a client that cannot be asked has sent last.
  let sent: unknown = sectionOf(host.options.settings);
  let table = settingsTable([{ folder: undefined, editor: sent }]);
  let reading: Promise<void> | undefined;
  let isStale = false;
  const listeners: (() => void)[] = [];
  const fileListeners: ((uris: readonly string[]) => void)[] = [];

  const read = async (): Promise<void> => {
    // What changes while settings are read is read again, also where reading them failed.
    do {
      isStale = false;
      host.versions.clear();
      try {
        const sources = await readSources(host, folders, sent);
        if (isStale) continue;
        table = settingsTable(sources);
        tellProblems(host, table.problems);
      } catch (error) {
        host.log.error('Reading settings failed', error);
      }
    } while (isStale);
    reading = undefined;
    for (const listener of listeners) listener();
  };
  const reload = (): void => {
    isStale = true;
    reading ??= read();
  };

  connection.onDidChangeConfiguration(({ settings }) => {
    sent = sectionOf(settings) ?? sent;
    reload();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    if (uris.some((uri) => lastPart(uri) === CONFIG_FILE)) reload();
    for (const listener of fileListeners) listener(uris);
  });
  return {
    async current() {
      while (reading) await reading;
      return table;
    },
    onChange: (listener) => void listeners.push(listener),
    onFiles: (listener) => void fileListeners.push(listener),
    folders: () => folders,
    async start() {
      // The first documents come right behind, and `current` lets them wait for this.
      reload();
      if (client.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => uri));
          folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
          reload();
        });
      }
      if (client.registersConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      }
      if (client.registersWatchers) {
        const names = [CONFIG_FILE, ...VERSION_FILES].map((name) => `**/${name}`);
        const watchers = [...new Set([...names, ...filePatterns()])].map((globPattern) => ({ globPattern }));
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
    },
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

async function readSources(host: SettingsHost, folders: readonly string[], sent: unknown): Promise<SettingsSource[]> {
  const [general, ...own] = await editorSettings(host, folders, sent);
  const files = await Promise.all(folders.map((folder) => readConfigFile(host, folder)));
  const inFolders = folders.map((folder, index) => ({ folder, editor: own[index], file: files[index] }));
  return [...inFolders, { folder: undefined, editor: general }];
}

/** The settings outside of every folder, then those of each folder. */
async function editorSettings(
  { connection, client }: SettingsHost,
  folders: readonly string[],
  sent: unknown,
): Promise<unknown[]> {
  if (!client.asksConfiguration) return [undefined, ...folders].map(() => sent);
  const ofFolders = folders.map((scopeUri) => ({ scopeUri, section: SECTION }));
  return connection.workspace.getConfiguration([{ section: SECTION }, ...ofFolders]);
}

async function readConfigFile(host: SettingsHost, folder: string): Promise<unknown> {
  const uri = childUri(folder, CONFIG_FILE);
  try {
    const text = await host.readFile(uri);
    if (text === undefined) return undefined;
    const { raw, problems } = readSettingsText(text);
    const [broken] = raw === undefined ? problems : [];
    if (broken) tellProblems(host, [`${uri}:${broken.line}:${broken.column}: ${broken.message}`]);
    return raw;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tellProblems(host, [`${uri} cannot be used: ${reason}`]);
    return undefined;
  }
}

/** In the log, and where the author of the settings sees it: until it is mended, files are judged by other rules. */
function tellProblems({ connection, log }: SettingsHost, problems: readonly string[]): void {
  if (problems.length === 0) return;
  for (const problem of problems) log.warn(problem);
  const message = `Kafka Lint: ${problems.join(' ')}`;
  connection
    .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
    .catch((error: unknown) => log.error('Showing a message failed', error));
}

/** Clients send `{ kafkaLint: {…} }` or what is in it. */
function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined;
  return SECTION in settings ? settings[SECTION] : settings;
}
