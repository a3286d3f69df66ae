import { isProjectRule } from '../engine/lint';
import type { LeftReason } from '../features/leftFiles';
import type { RunningCluster } from '../model/running';
import { createProjectIndex, type ProjectIndex } from '../project/projectIndex';
import { CLUSTER_SCHEME } from '../protocol/runningUri';
import { RULES } from '../rules/index.generated';
import type { Analysis, ReportsOf } from '../workspace/analysis';
import { isIn } from '../workspace/uris';
import type { ServerContext } from './context';
import type { WorkspaceReader } from './files';
import { createListeners } from './listeners';
import { createProjectFiles, type ProjectFiles } from './projectFiles';
import type { SettingsKeeper } from './settings';
import type { ScanOptions, ScanResult } from './workspaceScan';

/** What a change of one file brings: it alone, or all of them. */
export type ProjectChange = { readonly uri: string } | 'all';

export interface ProjectHost {
  readonly context: Omit<ServerContext, 'workspace'>;
  readonly settings: Pick<SettingsKeeper, 'folders' | 'current' | 'onFiles' | 'onChange'>;
  /** Calls back with the folder in which files show other versions than before. */
  onVersions(listener: (folder: string) => void): void;
  readonly files: WorkspaceReader;
}

/** The files of the workspace as one project: read once in the background, and again where they change. */
export interface WorkspaceProject {
  readonly index: ProjectIndex;
  /** Nothing as long as not all files have been read: what is between files would come and go. */
  readonly reportsOf: ReportsOf;
  /** How the last look through the workspace ended; undefined as long as it goes on. */
  result(): ScanResult | undefined;
  /** The files that no rule has seen, and why. */
  left(): ReadonlyMap<string, LeftReason>;
  /** Reads all files anew, and gives how that ended. */
  readAll(options: ScanOptions): Promise<ScanResult | undefined>;
  /** Takes the connected clusters; each as the same object as long as nothing of it has changed. */
  putRunning(clusters: readonly RunningCluster[]): void;
  /** Takes what an open document says now. */
  update(uri: string, analysis: Analysis | undefined): void;
  onChange(listener: (change: ProjectChange) => void): void;
  /** Calls back with each file that is read, which nobody keeps. */
  onRead(listener: (analysis: Analysis) => void): void;
  start(host: ProjectHost): void;
}

export function createWorkspaceProject(): WorkspaceProject {
  const index = createProjectIndex(RULES.filter(isProjectRule));
  const serials = new Map<string, number>();
  const changes = createListeners<ProjectChange>();
  const readings = createListeners<Analysis>();
  const judgeSoon = createQuietJudge(index, () => changes.tell('all'));
  let files: ProjectFiles | undefined;
  let result: ScanResult | undefined;
  let newest: Promise<ScanResult | undefined> | undefined;

  const readAll = async (options?: ScanOptions): Promise<ScanResult | undefined> => {
    const own = files?.scan(options);
    newest = own;
    const found = await own;
    // A newer look has taken its place, and answers for both.
    if (!found) return newest === own ? undefined : newest;
    result = found;
    changes.tell('all');
    return found;
  };
  const refresh = async (uris: readonly string[]): Promise<void> => {
    const read: string[] = [];
    for (const uri of uris) {
      serials.delete(uri);
      if (await files?.refresh(uri)) read.push(uri);
    }
    const [uri, ...others] = read;
    if (uri !== undefined) changes.tell(others.length > 0 ? 'all' : { uri });
  };
  return {
    index,
    reportsOf(uri) {
      if (!result) return undefined;
      if (index.isCurrent() || index.size <= AT_ONCE) return index.reportsOf(uri);
      judgeSoon();
      return index.lastReportsOf(uri);
    },
    result: () => result,
    left: () => files?.left ?? new Map(),
    readAll,
    onChange: changes.add,
    onRead: readings.add,
    putRunning(clusters) {
      index.putRunning(clusters);
      if (result) changes.tell('all');
    },
    update(uri, analysis) {
      // What runs comes from the cluster itself.
      if (uri.startsWith(`${CLUSTER_SCHEME}:`)) return;
      if (analysis && serials.get(uri) === analysis.serial) return;
      if (analysis) serials.set(uri, analysis.serial);
      else if (!index.has(uri)) return;
      else serials.delete(uri);
      files?.put(uri, analysis);
      if (result) changes.tell({ uri });
    },
    start(host) {
      files = createProjectFiles(host, index, readings.tell);
      follow(host, { readAll, refresh, uris: () => [...index.uris(), ...(files?.left.keys() ?? [])] });
    },
  };
}

interface Reading {
  readAll(): Promise<ScanResult | undefined>;
  refresh(uris: readonly string[]): Promise<void>;
  uris(): readonly string[];
}

/** Reads again what changes, and no more than that. */
function follow({ context, settings, onVersions }: ProjectHost, { readAll, refresh, uris }: Reading): void {
  const logged = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => context.log.error('Reading the workspace failed', error));
  settings.onChange(() => {
    const told = readAll().then((result) => {
      if (result?.limit) context.log.warn(result.limit);
    });
    logged(told);
  });
  settings.onFiles((changed) => logged(refresh(changed)));
  context.documents.onDidClose(({ document }) => logged(refresh([document.uri])));
  onVersions((folder) => logged(refresh(uris().filter((uri) => isIn(uri, folder)))));
}

/** So many files are compared with each keystroke; more wait until nobody has typed for some time, in milliseconds. */
const AT_ONCE = 200;
const QUIET = 150;

function createQuietJudge(index: ProjectIndex, judged: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      index.clusters();
      judged();
    }, QUIET);
  };
}
