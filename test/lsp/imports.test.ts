import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../../server/src/cli/run';
import { fileCommand } from '../cli/support';
import { TestClient } from './support/client';

const CODE = `import { Kafka } from 'kafkajs';
import { BYTES } from './settings.js';
export const consumer = new Kafka({ brokers: ['k:9092'] }).consumer({ groupId: 'billing', maxBytes: BYTES });
`;

describe('constants of other files of the project', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-lint-test-'));
    writeFileSync(join(folder, 'settings.ts'), 'export const BYTES = 1024;\n');
    writeFileSync(join(folder, 'consumer.ts'), CODE);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are known to the server', async () => {
    const client = await TestClient.start({ folders: [pathToFileURL(folder).href] });
    const document = await client.open(pathToFileURL(join(folder, 'consumer.ts')).href, CODE, 'typescript');
    const rules = (await document.diagnostics()).map(({ code }) => code);
    const unsaved = await client.open('untitled:Untitled-1', CODE, 'typescript');
    const others = (await unsaved.diagnostics()).map(({ code }) => code);
    await client.stop();
    assert.ok(rules.includes('kafkajs/fetch-sizes'));
    assert.deepEqual(others, []);
  });

  it('are known to the command line', () => {
    const out: string[] = [];
    const host = { cwd: folder, version: '1', color: false, readStdin: () => Buffer.from('') };
    run(fileCommand(['consumer.ts']), { ...host, out: (text) => void out.push(String(text)), err: () => undefined });
    assert.match(out.join(''), /kafkajs\/fetch-sizes/);
  });
});
