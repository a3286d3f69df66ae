import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analyses, type Analysis, analyse, isOpenToVersions, withFound } from '../workspace/analysis';
import type { SettingsTable } from '../workspace/settingsTable';
import type { ServerContext } from './context';
import type { ImportedFiles } from './importedFiles';
import type { SettingsKeeper } from './settings';
import type { WorkspaceProject } from './workspaceProject';
import type { WorkspaceVersions } from './workspaceVersions';

interface AnalyserParts {
  readonly documents: Pick<ServerContext['documents'], 'get'>;
  readonly settings: Pick<SettingsKeeper, 'current'>;
  readonly analyses: Analyses;
  readonly versions: WorkspaceVersions;
  readonly imports: ImportedFiles;
  /** The text of a file, undefined when there is none. */
  readFile(uri: string): Promise<string | undefined>;
  readonly project: Pick<WorkspaceProject, 'reportsOf' | 'update'>;
}

/** Analyses texts under the settings, and under the Kafka version that the files around them show. */
export function createAnalyser({
  documents,
  settings,
  analyses,
  versions,
  imports,
  readFile,
  project,
}: AnalyserParts): Pick<ServerContext, 'analysisOf' | 'analysisOfText' | 'analysisOfFile'> {
  const ofOpen = async (uri: string, token?: CancellationToken): Promise<Analysis | undefined> => {
    const table = await settings.current();
    const top = table.folderOf(uri);
    const current = (): Analysis | undefined => {
      const document = documents.get(uri);
      if (!document || token?.isCancellationRequested) return undefined;
      return analyses.of(document, table, versions.known(uri), imports.known(uri));
    };
    const opened = documents.get(uri);
    if (opened) await imports.load(uri, opened.getText(), opened.languageId, top);
    const analysis = current();
    // Files are read for Kafka's documents only, and never where somebody has said which version they are for.
    if (!analysis || !(await looksAround(analysis, versions, top))) return analysis;
    return current();
  };
  const analyser: ReturnType<typeof createAnalyser> = {
    async analysisOf(uri, token) {
      const analysis = await ofOpen(uri, token);
      if (!token?.isCancellationRequested) project.update(uri, analysis);
      return analysis;
    },
    async analysisOfText(uri, text, languageId = '') {
      const table: SettingsTable = await settings.current();
      const top = table.folderOf(uri);
      const source = TextDocument.create(uri, languageId, 0, text);
      const read = () =>
        analyse(source, withFound(table.forDocument(uri), versions.known(uri)), 0, undefined, project.reportsOf);
      const analysis = read();
      return analysis && (await looksAround(analysis, versions, top)) ? read() : analysis;
    },
    async analysisOfFile(uri) {
      if (documents.get(uri)) return analyser.analysisOf(uri);
      const text = await readFile(uri);
      return text === undefined ? undefined : analyser.analysisOfText(uri, text);
    },
  };
  return analyser;
}

/** True when that has brought something to light. */
async function looksAround(analysis: Analysis, versions: WorkspaceVersions, top: string | undefined): Promise<boolean> {
  const { uri } = analysis.source;
  if (analysis.settings.hints.found || !isOpenToVersions(analysis)) return false;
  await versions.load(uri, top);
  return versions.known(uri) !== undefined;
}
