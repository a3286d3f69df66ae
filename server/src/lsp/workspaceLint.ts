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
}

/** The findings of the workspace's files: nothing else of them is kept. */
export interface WorkspaceLint {
  /** Those that nobody has open. */
  files(): readonly LintedFile[];
  /** From now on every file is linted, whatever the settings ask for. */
  askForAll(): void;
  /** True once findings are not those of open files alone. */
  isWhole(): boolean;
  onChange(listener: () => void): void;
}

interface Kept extends LintedFile {
  readonly reports: ProjectReports | undefined;
}

export function createWorkspaceLint(context: Omit<ServerContext, 'workspace'>): WorkspaceLint {
  const { documents, project } = context;
  const kept = new Map<string, Kept>();
  const listeners: (() => void)[] = [];
  let serial = 0;
  let areAllAskedFor = false;
  const isAskedFor = ({ settings }: Analysis): boolean => areAllAskedFor || settings.all.run === 'workspace';
  const lintedFile = (analysis: Analysis): Kept => {
    const { source } = analysis;
    const diagnostics = diagnosticsOf(context, analysis);
    const reports = project.reportsOf(source.uri);
    return { uri: source.uri, id: `w${++serial}`, diagnostics, reports };
  };
  const relint = async (uri: string): Promise<void> => {
    const analysis = await context.analysisOfFile(uri);
    if (analysis && isAskedFor(analysis) && !documents.get(uri)) kept.set(uri, lintedFile(analysis));
    else kept.delete(uri);
  };
  project.onRead((analysis) => {
    if (isAskedFor(analysis)) kept.set(analysis.source.uri, lintedFile(analysis));
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
    askForAll() {
      areAllAskedFor = true;
    },
    isWhole: () => areAllAskedFor || kept.size > 0,
    onChange: (listener) => void listeners.push(listener),
  };
}

function isOther(before: ProjectReports | undefined, now: ProjectReports | undefined): boolean {
  return before !== now && ((before?.size ?? 0) > 0 || (now?.size ?? 0) > 0);
}
