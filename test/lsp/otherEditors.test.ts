import assert from 'node:assert/strict';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver/node';
import { BARE, FULL } from './support/capabilities';
import { TestClient } from './support/client';

/** What Neovim 0.11 and Helix say of themselves: diagnostics are pushed to them, and edits come with the action or later. */
const TERMINAL_EDITOR: ClientCapabilities = {
  workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, dataSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit', 'command'] },
      isPreferredSupport: true,
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

const PRODUCER = 'bootstrap.servers=a:9092\nbatch.size=0\nrequest.timeout.ms=604800000\ncompression.type=none\n';
const CODE = `import { Kafka } from 'kafkajs';
const kafka = new Kafka({ clientId: 'orders', brokers: ['kafka:9092'] });
const consumer = kafka.consumer({ groupId: 'orders', maxWaitTimeInMs: 604800000, sessionTimeout: 100 });
`;

const CLIENTS = {
  'an editor in a terminal': TERMINAL_EDITOR,
  'a client with everything': FULL,
  'the barest client': BARE,
};

/** Every feature that LSP carries, asked without anything of our own client. */
async function answersTo(client: TestClient, uri: string, line: number): Promise<Readonly<Record<string, unknown>>> {
  const ask = (method: string, more: object = {}) =>
    client.connection.sendRequest<unknown>(`textDocument/${method}`, { textDocument: { uri }, ...more });
  const position = { line, character: 3 };
  const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const place = { start: position, end: position };
  return {
    codeAction: await ask('codeAction', {
      range: { ...place, end: { line: line + 1, character: 0 } },
      context: { diagnostics: [] },
    }),
    completion: await ask('completion', { position }),
    hover: await ask('hover', { position }),
    inlayHint: await ask('inlayHint', { range: all }),
    documentSymbol: await ask('documentSymbol'),
    foldingRange: await ask('foldingRange'),
    semanticTokens: await ask('semanticTokens/full'),
  };
}

function commandsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => [
    ...(key === 'command' && typeof inside === 'string' ? [inside] : []),
    ...commandsIn(inside),
  ]);
}

describe('another editor', () => {
  for (const [name, capabilities] of Object.entries(CLIENTS)) {
    it(`gets from LSP alone what LSP carries: ${name}`, async () => {
      const client = await TestClient.start({ capabilities });
      const document = await client.open('producer.properties', PRODUCER);
      const answers = await answersTo(client, document.uri, 1);
      const { executeCommandProvider } = client.result?.capabilities ?? {};
      await client.stop();
      const missing = Object.entries(answers).filter(([, answer]) => !answer || (Array.isArray(answer) && !answer[0]));
      // Folding needs sections, which this file does not have.
      assert.deepEqual(
        missing.map(([feature]) => feature),
        ['foldingRange'],
      );
      const foreign = commandsIn(answers).filter((one) => !executeCommandProvider?.commands.includes(one));
      assert.deepEqual(foreign, []);
    });
  }

  it('can apply every action that it is given, in code too', async () => {
    const client = await TestClient.start({ capabilities: TERMINAL_EDITOR });
    for (const [name, text, languageId, line] of [
      ['producer.properties', PRODUCER, 'properties', 1],
      ['orders.ts', CODE, 'typescript', 2],
    ] as const) {
      const document = await client.open(name, text, languageId);
      const { codeAction } = await answersTo(client, document.uri, line);
      const actions = codeAction as CodeAction[];
      assert.ok(actions.length > 0, name);
      for (const action of actions) {
        if (action.command) continue;
        const resolved = action.edit ? action : await client.connection.sendRequest('codeAction/resolve', action);
        assert.ok((resolved as CodeAction).edit, `${name}: ${action.title}`);
      }
    }
    await client.stop();
  });
});
