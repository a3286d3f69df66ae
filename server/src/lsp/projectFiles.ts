import { type LeftReason, leftReason } from '../features/leftFiles';
import { factsOf } from '../project/facts/fileFacts';
import type { ProjectIndex } from '../project/projectIndex';
import { couldBeKafka, fileKindOf } from '../protocol/files';
import type { Analysis } from '../workspace/analysis';
import { pathOf } from '../workspace/uris';
import { createFileReadings } from './fileReadings';
import type { ProjectHost } from './workspaceProject';
import { type ScanOptions, type ScanResult, scanWorkspace } from './workspaceScan';

/** Reads what is on disk into the index. What is open is put there by who analyses it. */
export interface ProjectFiles {
  /** Reads every file; undefined once a newer look has begun. */
  scan(options?: ScanOptions): Promise<ScanResult | undefined>;
  /** Reads one file anew; false where it is none of these, or is open. */
  refresh(uri: string): Promise<boolean>;
  put(uri: string, analysis: Analysis | undefined): void;
  /** The files that no rule has seen, and why. */
  readonly left: ReadonlyMap<string, LeftReason>;
}

/** `tell` is called with each file that is read, which nobody keeps. */
export function createProjectFiles(
  { context, settings, files }: ProjectHost,
  index: ProjectIndex,
  tell: (analysis: Analysis) => void,
): ProjectFiles {
  const { connection, client, documents } = context;
  const readings = createFileReadings();
  const left = new Map<string, LeftReason>();
  let round = 0;

  const put = (uri: string, analysis: Analysis | undefined): void => {
    if (analysis) left.delete(uri);
    index.put(uri, analysis && factsOf(analysis.document), analysis?.settings.cluster);
  };
  const take = async (uri: string, text: string | undefined, isStale: () => boolean): Promise<void> => {
    const isWanted = text !== undefined && couldBeKafka(text, uri);
    const analysis = isWanted ? await context.analysisOfText(uri, text) : undefined;
    // It may have been opened meanwhile, or have changed once more.
    if (documents.get(uri) || isStale()) return;
    put(uri, analysis);
    const reason = analysis ? undefined : leftReason(pathOf(uri), text);
    if (reason) left.set(uri, reason);
    else left.delete(uri);
    if (analysis) tell(analysis);
  };
  const forgetUnseen = (seen: ReadonlySet<string>): void => {
    for (const uri of [...index.uris(), ...left.keys()]) {
      if (seen.has(uri) || readings.isTouched(uri) || documents.get(uri)) continue;
      index.put(uri, undefined);
      left.delete(uri);
    }
  };
  return {
    left,
    put,
    async scan(options = {}) {
      // Who asks while settings are read goes behind the look that these bring about.
      const table = await settings.current();
      const own = ++round;
      readings.startScan();
      const seen = new Set<string>(documents.keys());
      const result = await scanWorkspace({
        connection,
        client,
        files,
        folders: settings.folders(),
        isKnown: (uri) => documents.get(uri) !== undefined,
        isExcluded: (uri) => !table.forDocument(uri).enabled,
        take: async (uri, text) => {
          seen.add(uri);
          await take(uri, text, readings.join(uri));
        },
        isOver: () => own !== round,
        ...options,
      });
      if (own !== round) return undefined;
      forgetUnseen(seen);
      await Promise.all(documents.keys().map((uri) => context.analysisOf(uri)));
      return result;
    },
    async refresh(uri) {
      if (!fileKindOf(uri) || documents.get(uri)) return false;
      const isStale = readings.begin(uri);
      const text = await files.readFile(uri);
      if (!isStale()) await take(uri, text, isStale);
      return true;
    },
  };
}
