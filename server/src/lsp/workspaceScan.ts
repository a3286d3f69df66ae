import type { CancellationToken, Connection } from 'vscode-languageserver';
import { fileKindOf } from '../protocol/files';
import type { ClientSupport } from './clientSupport';
import type { WorkspaceReader } from './files';

/** More files, or more text, than any workspace has that people configure Kafka in. */
const MOST_FILES = 20_000;
const MOST_LENGTH = 256 * 1024 * 1024;
/** How long a scan may take before people are shown that it goes on, in milliseconds. */
const PATIENCE = 500;
/** How long the editor's own requests wait at most, in milliseconds. */
const SLICE = 10;

/** How a look through the workspace ended. */
export interface ScanResult {
  /** How many files were looked into. */
  readonly files: number;
  /** How many the settings leave out. */
  readonly excluded: number;
  /** What was not looked into, as a sentence; absent where everything was. */
  readonly limit?: string;
}

/** Of a look that somebody has asked for. */
export interface ScanOptions {
  readonly token?: CancellationToken;
  /** Shows from its start that it goes on, under this title. */
  readonly title?: string;
}

interface ScanHost extends ScanOptions {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly files: WorkspaceReader;
  readonly folders: readonly string[];
  /** True for what is read elsewhere, such as what is open. */
  isKnown(uri: string): boolean;
  /** True for what the settings leave out. */
  isExcluded(uri: string): boolean;
  /** Takes the text of a file that a format reads; undefined where it cannot be read. */
  take(uri: string, text: string | undefined): Promise<void>;
  /** True once a newer scan has begun. */
  isOver(): boolean;
}

/** Reads the files of the workspace one after the other, so that the editor's requests come between. */
export async function scanWorkspace(host: ScanHost): Promise<ScanResult> {
  const progress = progressOf(host);
  const counts = { files: 0, excluded: 0, length: 0 };
  let begun = Date.now();
  try {
    for (const folder of host.folders) {
      for await (const uri of host.files.listFiles(folder)) {
        const limit = limitOf(counts, progress.isCancelled());
        if (limit !== undefined) return { ...counts, limit };
        if (host.isOver()) return counts;
        if (!fileKindOf(uri)) continue;
        await look(host, uri, counts);
        progress.report(counts.files);
        if (Date.now() - begun < SLICE) continue;
        await new Promise((resolve) => setTimeout(resolve, 0));
        begun = Date.now();
      }
    }
    return counts;
  } finally {
    progress.done();
  }
}

interface Counts {
  files: number;
  excluded: number;
  length: number;
}

async function look(host: ScanHost, uri: string, counts: Counts): Promise<void> {
  if (host.isExcluded(uri)) {
    counts.excluded++;
    return;
  }
  counts.files++;
  if (host.isKnown(uri)) return;
  const text = await host.files.readFile(uri);
  counts.length += text?.length ?? 0;
  await host.take(uri, text);
}

function limitOf({ files, length }: Counts, isCancelled: boolean): string | undefined {
  if (isCancelled) return `Canceled after ${files} files.`;
  if (files >= MOST_FILES) return `Only the first ${MOST_FILES} files were read.`;
  return length > MOST_LENGTH ? `Only ${files} files were read: they have more than 256 MiB.` : undefined;
}

interface ScanProgress {
  report(files: number): void;
  isCancelled(): boolean;
  done(): void;
}

/** Shown only once it is worth a look; a client that knows no progress sees none. */
function progressOf({ connection, client, token: given, title }: ScanHost): ScanProgress {
  const isGivenUp = () => given?.isCancellationRequested === true;
  if (!client.workDoneProgress) return { report: () => undefined, isCancelled: isGivenUp, done: () => undefined };
  let token: CancellationToken | undefined;
  let reporter: Awaited<ReturnType<Connection['window']['createWorkDoneProgress']>> | undefined;
  let isDone = false;
  let count = 0;
  const show = async (): Promise<void> => {
    const made = await connection.window.createWorkDoneProgress();
    made.begin(title ?? 'Reading Kafka configuration', undefined, `${count} files`, true);
    if (isDone) {
      made.done();
      return;
    }
    reporter = made;
    token = made.token;
  };
  // Progress that cannot be shown is no reason to stop.
  const timer = setTimeout(() => void show().catch(() => undefined), title === undefined ? PATIENCE : 0);
  return {
    report(files) {
      count = files;
      if (files % 50 === 0) reporter?.report(`${files} files`);
    },
    isCancelled: () => isGivenUp() || token?.isCancellationRequested === true,
    done() {
      isDone = true;
      clearTimeout(timer);
      reporter?.done();
    },
  };
}
