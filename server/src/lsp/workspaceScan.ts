import type { CancellationToken, Connection } from 'vscode-languageserver';
import { couldBeKafka, fileKindOf } from '../protocol/files';
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
  /** What was not looked into, as a sentence; absent where everything was. */
  readonly limit?: string;
}

interface ScanHost {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly files: WorkspaceReader;
  readonly folders: readonly string[];
  /** True for what is read elsewhere, such as what is open. */
  isKnown(uri: string): boolean;
  /** Takes a text that could be Kafka's. */
  take(uri: string, text: string): Promise<void>;
  /** True once a newer scan has begun. */
  isOver(): boolean;
}

/** Reads the files of the workspace one after the other, so that the editor's requests come between. */
export async function scanWorkspace(host: ScanHost): Promise<ScanResult> {
  const progress = progressOf(host);
  let files = 0;
  let length = 0;
  let begun = Date.now();
  const stopped = (): string | undefined => {
    if (progress.isCancelled()) return `Canceled after ${files} files.`;
    if (files >= MOST_FILES) return `Only the first ${MOST_FILES} files were read.`;
    return length > MOST_LENGTH ? `Only ${files} files were read: they have more than 256 MiB.` : undefined;
  };
  try {
    for (const folder of host.folders) {
      for await (const uri of host.files.listFiles(folder)) {
        const limit = stopped();
        if (limit !== undefined || host.isOver()) return { files, ...(limit && { limit }) };
        if (!fileKindOf(uri) || host.isKnown(uri)) continue;
        const text = await host.files.readFile(uri);
        files++;
        length += text?.length ?? 0;
        if (text !== undefined && couldBeKafka(text, uri)) await host.take(uri, text);
        progress.report(files);
        if (Date.now() - begun < SLICE) continue;
        await new Promise((resolve) => setTimeout(resolve, 0));
        begun = Date.now();
      }
    }
    return { files };
  } finally {
    progress.done();
  }
}

interface ScanProgress {
  report(files: number): void;
  isCancelled(): boolean;
  done(): void;
}

/** Shown only once it is worth a look; a client that knows no progress sees none. */
function progressOf({ connection, client }: ScanHost): ScanProgress {
  if (!client.workDoneProgress) return { report: () => undefined, isCancelled: () => false, done: () => undefined };
  let token: CancellationToken | undefined;
  let reporter: Awaited<ReturnType<Connection['window']['createWorkDoneProgress']>> | undefined;
  let isDone = false;
  let count = 0;
  const show = async (): Promise<void> => {
    const made = await connection.window.createWorkDoneProgress();
    made.begin('Reading Kafka configuration', undefined, `${count} files`, true);
    if (isDone) {
      made.done();
      return;
    }
    reporter = made;
    token = made.token;
  };
  // Progress that cannot be shown is no reason to stop.
  const timer = setTimeout(() => void show().catch(() => undefined), PATIENCE);
  return {
    report(files) {
      count = files;
      if (files % 50 === 0) reporter?.report(`${files} files`);
    },
    isCancelled: () => token?.isCancellationRequested === true,
    done() {
      isDone = true;
      clearTimeout(timer);
      reporter?.done();
    },
  };
}
