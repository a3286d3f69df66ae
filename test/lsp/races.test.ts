import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clientSupport } from '../../server/src/lsp/clientSupport';
import type { ServerContext } from '../../server/src/lsp/context';
import { diagnostics } from '../../server/src/lsp/diagnostics';
import { guarded } from '../../server/src/lsp/guard';
import { keepSettings } from '../../server/src/lsp/settings';
import { type Analysis, analyse } from '../../server/src/workspace/analysis';
import { settingsTable } from '../../server/src/workspace/settingsTable';

/** Promises that the test settles, in the order in which they were asked for. */
function held<T>() {
  const waiting: PromiseWithResolvers<T>[] = [];
  return {
    ask(): Promise<T> {
      const one = resolvers<T>();
      waiting.push(one);
      return one.promise;
    },
    get asked(): number {
      return waiting.length;
    },
    settle(index: number, value: T): void {
      waiting[index]?.resolve(value);
    },
    async give(index: number, value: T): Promise<void> {
      waiting[index]?.resolve(value);
      await turn();
    },
    async fail(index: number): Promise<void> {
      waiting[index]?.reject(new Error('gone'));
      await turn();
    },
  };
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

function resolvers<T>(): PromiseWithResolvers<T> {
  let settle: Omit<PromiseWithResolvers<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  assert.ok(settle);
  return { promise, ...settle };
}

const URI = 'file:///w/producer.properties';
const sourceOf = (version: number): TextDocument =>
  TextDocument.create(URI, 'properties', version, `bootstrap.servers=a:1\nlinger.ms=1\nlinger.ms=${version}\n`);
const analysisOf = (version: number): Analysis => {
  const found = analyse(sourceOf(version), settingsTable([]).forDocument(URI));
  assert.ok(found);
  return found;
};

/** The push of diagnostics, with analyses that the test hands out. */
function pushing() {
  const sent: PublishDiagnosticsParams[] = [];
  const analyses = held<Analysis | undefined>();
  const errors: string[] = [];
  let open: TextDocument | undefined = sourceOf(1);
  const listeners: Partial<Record<'change' | 'close', (event: { document: TextDocument }) => unknown>> = {};
  const context = {
    client: clientSupport({}),
    connection: { sendDiagnostics: async (params: PublishDiagnosticsParams) => void sent.push(params) },
    documents: {
      get: () => open,
      keys: () => [URI],
      onDidChangeContent: (listener: (event: { document: TextDocument }) => void) => {
        listeners.change = listener;
      },
      onDidClose: (listener: (event: { document: TextDocument }) => void) => {
        listeners.close = listener;
      },
    },
    log: { error: (what: string) => void errors.push(what), warn() {}, ruleFailures() {} },
    rulePage: () => undefined,
    analysisOf: () => analyses.ask(),
    onSettings() {},
    project: { onChange() {} },
    workspace: { onChange() {}, files: () => [] },
  } as unknown as ServerContext;
  diagnostics.register(context);
  return {
    sent,
    analyses,
    errors,
    async change(version: number): Promise<void> {
      const { asked } = analyses;
      open = sourceOf(version);
      listeners.change?.({ document: open });
      // The push waits for changes that come together.
      while (analyses.asked === asked) await turn();
    },
    /** A change whose turn has not come yet. */
    announce(version: number): void {
      open = sourceOf(version);
      listeners.change?.({ document: open });
    },
    async close(): Promise<void> {
      const closed = open;
      open = undefined;
      if (closed) listeners.close?.({ document: closed });
      await turn();
    },
  };
}

describe('diagnostics that are sent after a change', () => {
  it('are those of the newest version, when the older analysis comes first', async () => {
    const push = pushing();
    await push.change(1);
    await push.change(2);
    await push.analyses.give(0, analysisOf(1));
    assert.deepEqual(push.sent, []);
    await push.analyses.give(1, analysisOf(2));
    assert.deepEqual(
      push.sent.map(({ version }) => version),
      [2],
    );
  });

  it('are those of the newest version, when the older analysis comes last', async () => {
    const push = pushing();
    await push.change(1);
    await push.change(2);
    await push.analyses.give(1, analysisOf(2));
    await push.analyses.give(0, undefined);
    assert.deepEqual(
      push.sent.map(({ version, diagnostics: { length } }) => [version, length > 0]),
      [[2, true]],
    );
  });

  it('are not sent while a newer version waits for its turn', async () => {
    const push = pushing();
    await push.change(1);
    push.announce(2);
    push.analyses.settle(0, analysisOf(1));
    while (push.analyses.asked < 2) await turn();
    assert.deepEqual(push.sent, []);
  });

  it('are none after the document was closed, not even when it is open again', async () => {
    const push = pushing();
    await push.change(1);
    await push.close();
    await push.change(1);
    await push.analyses.give(0, analysisOf(1));
    assert.deepEqual(
      push.sent.map(({ diagnostics: { length } }) => length),
      [0],
    );
    await push.analyses.give(1, analysisOf(1));
    assert.equal(push.sent.length, 2);
  });

  it('come after a failure as well', async () => {
    const push = pushing();
    await push.change(1);
    await push.analyses.fail(0);
    assert.deepEqual(push.errors, ['Sending problems failed']);
    await push.change(2);
    await push.analyses.give(1, analysisOf(2));
    assert.equal(push.sent.length, 1);
  });
});

describe('settings that change while they are read', () => {
  const LEVEL = (level: string) => [{ rules: { 'producer/weak-acks': level } }];

  function reading() {
    const answers = held<unknown[]>();
    const log: string[] = [];
    const shown: string[] = [];
    let changed: (params: { settings: unknown }) => void = () => {};
    const connection = {
      onDidChangeConfiguration: (listener: typeof changed) => {
        changed = listener;
      },
      onDidChangeWatchedFiles() {},
      workspace: { getConfiguration: () => answers.ask(), onDidChangeWorkspaceFolders() {} },
      client: { register: async () => ({}) },
      sendNotification: async (_: unknown, { message }: { message: string }) => void shown.push(message),
    } as unknown as Connection;
    const keeper = keepSettings(
      {
        connection,
        client: clientSupport({ workspace: { configuration: true } }),
        options: {},
        log: { error: (what) => void log.push(what), warn() {}, ruleFailures() {} },
        versions: { clear() {} },
        readFile: async () => undefined,
      },
      { processId: null, rootUri: null, capabilities: {} },
    );
    let told = 0;
    keeper.onChange(() => void told++);
    const level = async () => (await keeper.current()).forDocument(URI).lint.severityOf('producer/weak-acks');
    return { answers, log, shown, keeper, level, change: () => changed({ settings: null }), told: () => told };
  }

  it('are read again, and nobody gets what came in between', async () => {
    const settings = reading();
    void settings.keeper.start();
    await turn();
    const first = settings.level();
    settings.change();
    await settings.answers.give(0, LEVEL('error'));
    assert.deepEqual([settings.answers.asked, settings.told()], [2, 0]);
    await settings.answers.give(1, LEVEL('hint'));
    assert.equal(await first, 'hint');
    assert.equal(settings.told(), 1);
  });

  it('are not complained about once they are superseded', async () => {
    const settings = reading();
    void settings.keeper.start();
    await turn();
    settings.change();
    await settings.answers.give(0, [{ enable: 'perhaps' }]);
    await settings.answers.give(1, LEVEL('hint'));
    assert.equal(await settings.level(), 'hint');
    assert.deepEqual(settings.shown, []);
  });

  it('are read again also where the first reading failed', async () => {
    const settings = reading();
    void settings.keeper.start();
    await turn();
    settings.change();
    await settings.answers.fail(0);
    assert.equal(settings.answers.asked, 2);
    await settings.answers.give(1, LEVEL('hint'));
    assert.equal(await settings.level(), 'hint');
    assert.deepEqual(settings.log, ['Reading settings failed']);
  });

  it('stay as they were where they cannot be read', async () => {
    const settings = reading();
    void settings.keeper.start();
    await turn();
    await settings.answers.give(0, LEVEL('hint'));
    settings.change();
    await turn();
    await settings.answers.fail(1);
    assert.equal(await settings.level(), 'hint');
  });
});

describe('a request that is cancelled', () => {
  function asked(analyses: { ask(): Promise<Analysis | undefined> }) {
    const calls: string[] = [];
    const context = {
      analysisOf: () => analyses.ask(),
      log: { error: (what: string) => void calls.push(what) },
    } as unknown as ServerContext;
    const handler = guarded(context, 'Hover', 'nothing', () => {
      calls.push('answered');
      return 'answer';
    });
    return { calls, handler };
  }
  const token = (isCancellationRequested: boolean) => ({
    isCancellationRequested,
    onCancellationRequested: () => ({ dispose() {} }),
  });
  const PARAMS = { textDocument: { uri: URI } };

  it('is answered with nothing, and the feature is not asked', async () => {
    const analyses = held<Analysis | undefined>();
    const { calls, handler } = asked(analyses);
    const cancelled = { ...token(false) };
    const answer = handler(PARAMS, cancelled);
    cancelled.isCancellationRequested = true;
    await analyses.give(0, analysisOf(1));
    assert.equal(await answer, 'nothing');
    assert.deepEqual(calls, []);
  });

  it('is told from one that fails, and from one that is answered', async () => {
    const analyses = held<Analysis | undefined>();
    const { calls, handler } = asked(analyses);
    const answers = [handler(PARAMS, token(false)), handler(PARAMS, token(false))];
    await analyses.give(0, analysisOf(1));
    await analyses.fail(1);
    assert.deepEqual(await Promise.all(answers), ['answer', 'nothing']);
    assert.deepEqual(calls, ['answered', 'Hover failed']);
  });
});
