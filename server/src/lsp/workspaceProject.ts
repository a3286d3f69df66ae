import { isProjectRule } from '../engine/lint';
import { factsOf } from '../project/facts/fileFacts';
import { createProjectIndex, type ProjectIndex } from '../project/projectIndex';
import { couldBeKafka, fileKindOf } from '../protocol/files';
import { RULES } from '../rules/index.generated';
import type { Analysis, ReportsOf } from '../workspace/analysis';
import type { ServerContext } from './context';
import type { WorkspaceReader } from './files';
import type { SettingsKeeper } from './settings';
import { type ScanResult, scanWorkspace } from './workspaceScan';

/** What a change of one file brings: it alone, or all of them. */
export type ProjectChange = { readonly uri: string } | 'all';

export interface ProjectHost {
  readonly context: ServerContext;
  readonly settings: Pick<SettingsKeeper, 'folders' | 'onFiles'>;
  readonly files: WorkspaceReader;
}

/** The files of the workspace as one project: read once in the background, and again where they change. */
export interface WorkspaceProject {
  readonly index: ProjectIndex;
  /** Nothing as long as not all files have been read: what is between files would come and go. */
  readonly reportsOf: ReportsOf;
  /** How the last look through the workspace ended; undefined as long as it goes on. */
  result(): ScanResult | undefined;
  /** Takes what an open document says now. */
  update(uri: string, analysis: Analysis | undefined): void;
  onChange(listener: (change: ProjectChange) => void): void;
  /** Calls back with each file that is read, which nobody keeps. */
  onRead(listener: (analysis: Analysis) => void): void;
  start(host: ProjectHost): void;
}

/** So many files are compared with each keystroke; more wait until nobody has typed for some time, in milliseconds. */
const AT_ONCE = 200;
const QUIET = 150;

export function createWorkspaceProject(): WorkspaceProject {
  const index = createProjectIndex(RULES.filter(isProjectRule));
  const serials = new Map<string, number>();
  const listeners: ((change: ProjectChange) => void)[] = [];
  const readers: ((analysis: Analysis) => void)[] = [];
  /** How often each file has been read again: an older reading that ends later counts no more. */
  const newest = new Map<string, number>();
  /** What has been read again since the scan began. */
  const touched = new Set<string>();
  let host: ProjectHost | undefined;
  let result: ScanResult | undefined;
  let round = 0;

  const tell = (change: ProjectChange): void => {
    for (const listener of listeners) listener(change);
  };
  const put = (uri: string, analysis: Analysis | undefined): void => {
    index.put(uri, analysis && factsOf(analysis.document), analysis?.settings.cluster);
  };
  const take = async (uri: string, text: string, isStale: () => boolean): Promise<void> => {
    const analysis = couldBeKafka(text, uri) ? await host?.context.analysisOfText(uri, text) : undefined;
    // It may have been opened meanwhile, or have changed once more.
    if (!host || host.context.documents.get(uri) || isStale()) return;
    put(uri, analysis);
    if (analysis) for (const reader of readers) reader(analysis);
  };
  const scan = async (): Promise<void> => {
    if (!host) return;
    const { context, settings, files } = host;
    const { connection, client, documents } = context;
    const own = ++round;
    touched.clear();
    const seen = new Set<string>(documents.keys());
    const found = await scanWorkspace({
      connection,
      client,
      files,
      folders: settings.folders(),
      isKnown: (uri) => documents.get(uri) !== undefined,
      take: async (uri, text) => {
        seen.add(uri);
        const known = newest.get(uri);
        await take(uri, text, () => newest.get(uri) !== known || touched.has(uri));
      },
      isOver: () => own !== round,
    });
    if (own !== round) return;
    const gone = index.uris().filter((uri) => !seen.has(uri) && !touched.has(uri) && !documents.get(uri));
    for (const uri of gone) index.put(uri, undefined);
    await Promise.all(documents.keys().map((uri) => context.analysisOf(uri)));
    result = found;
    if (found.limit) context.log.warn(found.limit);
    tell('all');
  };
  let timer: NodeJS.Timeout | undefined;
  const judgeSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      index.clusters();
      tell('all');
    }, QUIET);
  };
  /** What is on disk counts again, or has changed there. */
  const refresh = async (uri: string): Promise<void> => {
    if (!host || !fileKindOf(uri) || host.context.documents.get(uri)) return;
    serials.delete(uri);
    const own = (newest.get(uri) ?? 0) + 1;
    newest.set(uri, own);
    touched.add(uri);
    const isStale = () => newest.get(uri) !== own;
    const text = await host.files.readFile(uri);
    if (isStale()) return;
    if (text === undefined) index.put(uri, undefined);
    else await take(uri, text, isStale);
    tell({ uri });
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
    onChange: (listener) => void listeners.push(listener),
    onRead: (listener) => void readers.push(listener),
    update(uri, analysis) {
      if (analysis && serials.get(uri) === analysis.serial) return;
      if (analysis) serials.set(uri, analysis.serial);
      else if (!index.has(uri)) return;
      else serials.delete(uri);
      put(uri, analysis);
      if (result) tell({ uri });
    },
    start(given) {
      host = given;
      const { context, settings } = given;
      const logged = (work: Promise<void>) =>
        void work.catch((error: unknown) => context.log.error('Reading the workspace failed', error));
      context.onSettings(() => logged(scan()));
      context.documents.onDidClose(({ document }) => logged(refresh(document.uri)));
      settings.onFiles((uris) => {
        for (const uri of uris) logged(refresh(uri));
      });
    },
  };
}
