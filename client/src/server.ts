import { type ExtensionContext, type LogOutputChannel, type TextDocument, window, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { couldBeKafka, isCode } from '../../server/src/protocol/files';
import { clientOptions, isSelected } from './clientOptions';
import { CLIENT_NAME } from './names';
import { answerReadFile } from './readFile';
import { showServerMessages } from './shown/messages';

export type CreateClient = (context: ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

/** The language server as the rest of the client sees it. */
export interface Server {
  readonly output: LogOutputChannel;
  /** The running client; starts it when it does not run. */
  client(): Promise<BaseLanguageClient>;
  /** The client if it runs already. */
  running(): BaseLanguageClient | undefined;
  /** Calls back with each new client before it starts. */
  onCreate(listener: (client: BaseLanguageClient) => void): void;
  restart(): Promise<void>;
}

/** A server that starts with the first document that could be Kafka's, and not before. */
export function createServer(context: ExtensionContext, create: CreateClient): Server {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  const listeners: ((client: BaseLanguageClient) => void)[] = [];
  let current: BaseLanguageClient | undefined;
  let starting: Promise<BaseLanguageClient> | undefined;

  const start = async (): Promise<BaseLanguageClient> => {
    const client = current ?? make();
    await client.start();
    return client;
  };
  const make = (): BaseLanguageClient => {
    current = create(context, clientOptions(context, output));
    answerReadFile(current);
    showServerMessages(current);
    for (const listener of listeners) listener(current);
    return current;
  };
  const client = (): Promise<BaseLanguageClient> => {
    starting ??= start().catch((error: unknown) => {
      starting = undefined;
      output.error(`The language server did not start: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    });
    return starting;
  };
  const dispose = (): void => {
    // While it starts or has failed there is nothing to stop, and nobody is left to be told.
    current?.dispose().catch(() => undefined);
  };
  context.subscriptions.push(output, { dispose });
  return {
    output,
    client,
    running: () => (current?.state === State.Running ? current : undefined),
    onCreate: (listener) => void listeners.push(listener),
    async restart() {
      if (current?.isRunning()) await current.stop();
      starting = undefined;
      await client();
    },
  };
}

/** Starts the server once a document is open, or becomes one, that it could have something to say about. */
export function startOnDemand(context: ExtensionContext, server: Server): void {
  const look = (document: TextDocument): void => {
    if (server.running() || !isSelected(document) || !isWorthAServer(document)) return;
    // A failure has been logged, and the next document tries again.
    server.client().catch(() => undefined);
  };
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
  );
  workspace.textDocuments.forEach(look);
}

/** A text that could be Kafka's, or a file that the user may have given a role, whatever is in it. */
function isWorthAServer(document: TextDocument): boolean {
  const { uri, languageId } = document;
  if (languageId === 'kafka-properties' || couldBeKafka(document.getText(), uri.path, languageId)) return true;
  if (isCode(uri.path, languageId)) return false;
  return workspace.getConfiguration('kafkaLint', uri).get<readonly unknown[]>('overrides', []).length > 0;
}
