import type { Diagnostic } from 'vscode-languageserver';
import type { ProjectReports } from '../engine/lint';
import type { Analysis } from '../workspace/analysis';
import type { ServerContext } from './context';
import { diagnosticsOf } from './toDiagnostics';

/** What was found in a file that nobody has open. */
export interface LintedFile {
  readonly uri: string;
  /** Changes with the diagnostics. */
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What it was read as, each part once: `producer, Kafka 3.9`. */
  readonly readAs: readonly string[];
  /** The settings ask for its findings while it is not open. */
  readonly isShown: boolean;
}

/** The findings of the workspace's files: nothing else of them is kept. */
export interface WorkspaceLint {
  /** Those that nobody has open. */
  files(): readonly LintedFile[];
  /** What is asked of a document that is open. */
  open(uri: string): Promise<LintedFile | undefined>;
  onChange(listener: () => void): void;
  /** Lints files that are not open from now on, whatever the settings say, since somebody looks at all of them. */
  want(): Promise<void>;
}

interface Kept extends LintedFile {
  readonly reports: ProjectReports | undefined;
}

export function createWorkspaceLint(context: Omit<ServerContext, 'workspace'>): WorkspaceLint {
  const { documents, project } = context;
  const kept = new Map<string, Kept>();
  const listeners: (() => void)[] = [];
  let serial = 0;
  let isWanted = false;
  const lintedFile = (analysis: Analysis): Kept => {
    const { source, document, settings } = analysis;
    const diagnostics = diagnosticsOf(context, analysis);
    const readAs = [...new Set(document.scopes.map(({ role, target }) => `${role}, Kafka ${target.version}`))];
    const reports = project.reportsOf(source.uri);
    const isShown = settings.all.run === 'workspace';
    return { uri: source.uri, id: `w${++serial}`, diagnostics, readAs, isShown, reports };
  };
  const relint = async (uri: string): Promise<void> => {
    const analysis = await context.analysisOfFile(uri);
    if (analysis && !documents.get(uri)) kept.set(uri, lintedFile(analysis));
    else kept.delete(uri);
  };
  project.onRead((analysis) => {
    if (isWanted || analysis.settings.all.run === 'workspace') kept.set(analysis.source.uri, lintedFile(analysis));
    else kept.delete(analysis.source.uri);
  });
  project.onChange(() => {
    const stale = [...kept.values()].filter(
      ({ uri, reports }) => documents.get(uri) || !project.index.has(uri) || isOther(reports, project.reportsOf(uri)),
    );
    void Promise.all(stale.map(({ uri }) => relint(uri)))
      .catch((error: unknown) => context.log.error('Linting the workspace failed', error))
      .then(() => {
        for (const listener of listeners) listener();
      });
  });
  return {
    files: () => [...kept.values()].filter(({ uri }) => !documents.get(uri)),
    async open(uri) {
      const analysis = await context.analysisOf(uri);
      return analysis && lintedFile(analysis);
    },
    onChange: (listener) => void listeners.push(listener),
    async want() {
      if (isWanted) return;
      isWanted = true;
      await project.scan();
    },
  };
}

function isOther(before: ProjectReports | undefined, now: ProjectReports | undefined): boolean {
  return before !== now && ((before?.size ?? 0) > 0 || (now?.size ?? 0) > 0);
}
