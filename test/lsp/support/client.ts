import { type ChildProcess, spawn } from 'node:child_process';
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serverBundle } from './bundle';
import { FULL } from './capabilities';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  /** What the editor's settings say, by folder; the empty string for no folder. */
  readonly configuration?: (folder: string) => unknown;
  readonly files?: Map<string, string>;
}

/** An editor of the tests: it speaks to a real server process over stdio. */
export class TestClient {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly shown: string[] = [];
  readonly requests: string[] = [];
  readonly documents = new Map<string, TextDocument>();
  result: InitializeResult | undefined;

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const child = spawn(process.execPath, [serverBundle(), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new TestClient(child, connection);
    client.answer(options);
    connection.listen();
    client.result = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
      capabilities: options.capabilities ?? FULL,
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  private answer({ configuration = () => ({}), files }: ClientOptions): void {
    const { connection } = this;
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => configuration(scopeUri ?? '')),
    );
    for (const method of [
      'client/registerCapability',
      'workspace/diagnostic/refresh',
      'workspace/inlayHint/refresh',
      'workspace/semanticTokens/refresh',
    ]) {
      connection.onRequest(method, () => {
        this.requests.push(method);
        return null;
      });
    }
    connection.onRequest('kafkaLint/readFile', ({ uri }: { uri: string }) => files?.get(uri) ?? null);
    if (files) {
      connection.onRequest('kafkaLint/readFolder', ({ uri }: { uri: string }) => namesIn(uri, [...files.keys()]));
    }
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.shown.push(message);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
  }

  /** Opens a document; each `|` in the text marks a position and is not part of it. */
  async open(name: string, marked: string, languageId = 'properties'): Promise<OpenDocument> {
    const { text, offsets } = unmark(marked);
    const uri = name.includes(':') ? name : `file:///workspace/${name}`;
    const document = TextDocument.create(uri, languageId, 1, text);
    this.documents.set(uri, document);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return new OpenDocument(
      this,
      uri,
      offsets.map((offset) => document.positionAt(offset)),
    );
  }

  async stop(): Promise<void> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }
}

export class OpenDocument {
  constructor(
    readonly client: TestClient,
    readonly uri: string,
    readonly marks: readonly Position[],
  ) {}

  get source(): TextDocument {
    const source = this.client.documents.get(this.uri);
    if (!source) throw new Error(`${this.uri} is not open`);
    return source;
  }

  get text(): string {
    return this.source.getText();
  }

  async change(newText: string, range?: Range): Promise<void> {
    const version = this.source.version + 1;
    const contentChanges = [range ? { range, text: newText } : { text: newText }];
    TextDocument.update(this.source, contentChanges, version);
    await this.client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version },
      contentChanges,
    });
  }

  async close(): Promise<void> {
    this.client.documents.delete(this.uri);
    await this.client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  report(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { previousResultId });
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.report();
    if (report.kind !== 'full') throw new Error('The report is not full');
    return report.items;
  }

  request<Result>(method: string, params: object = {}): Promise<Result> {
    return this.client.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params });
  }

  /** A request at the document's mark of that index. */
  at<Result>(method: string, mark = 0, params: object = {}): Promise<Result> {
    return this.request(method, { position: this.marks[mark], ...params });
  }

  async actions(range: Range, only?: string[]): Promise<CodeAction[]> {
    const diagnostics = await this.diagnostics();
    return this.request('textDocument/codeAction', { range, context: { diagnostics, ...(only && { only }) } });
  }

  /** The text with the action's edit applied, resolved first where the server left that for later. */
  async apply(action: CodeAction): Promise<string> {
    const { edit } = action.edit
      ? action
      : await this.client.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    const [change] = edit?.documentChanges ?? [];
    const edits = change && 'edits' in change ? change.edits : edit?.changes?.[this.uri];
    if (!edits) throw new Error(`"${action.title}" has no edit`);
    const plain = edits.map((one) =>
      'snippet' in one ? { range: one.range, newText: one.snippet.value.replace(/\$\{0:(\w+)\}/, '$1') } : one,
    );
    return TextDocument.applyEdits(this.source, plain);
  }
}

function unmark(marked: string): { text: string; offsets: number[] } {
  const parts = marked.split('|');
  const offsets: number[] = [];
  let text = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    offsets.push(text.length);
    text += part;
  }
  return { text, offsets };
}

function namesIn(folder: string, uris: readonly string[]): string[] {
  const below = uris.filter((uri) => uri.startsWith(`${folder}/`)).map((uri) => uri.slice(folder.length + 1));
  return below.filter((name) => !name.includes('/'));
}
