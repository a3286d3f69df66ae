import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WireChecklist } from '../../server/src/protocol/workspaceMessages';
import { TestClient } from './support/client';

describe('the checklist of a workspace', () => {
  let client: TestClient;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-lint-test-'));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('is told from all files, with places of those that are open or not', async () => {
    writeFileSync(
      join(folder, 'kafka.service'),
      '[Service]\nExecStart=/opt/kafka/bin/kafka-server-start.sh s\nLimitNOFILE=4096\n',
    );
    writeFileSync(join(folder, 'kafka-sysctl.conf'), 'vm.swappiness=60\n');
    client = await TestClient.start({
      folders: [pathToFileURL(folder).href],
      configuration: () => ({}),
      initializationOptions: { health: true },
    });
    const uri = `${pathToFileURL(folder).href}/kafka-sysctl.conf`;
    await client.connection.sendRequest('kafkaLint/lintWorkspace', {});
    const { textDocument } = {
      textDocument: { uri, languageId: 'plaintext', version: 1, text: '# kafka\n\nvm.swappiness=1\n' },
    };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    const checklist: WireChecklist = await client.connection.sendRequest('kafkaLint/checklist', {});
    const [files, swappiness] = ['host-files', 'host-swappiness'].map((id) =>
      checklist.lines.find((line) => line.id === id),
    );
    assert.equal(checklist.isReading, false);
    assert.deepEqual(
      [files?.state, files?.rule, files?.fix, files?.place?.range.start],
      ['fail', 'os/file-descriptors', 'Set LimitNOFILE to 100000', { line: 2, character: 12 }],
    );
    assert.deepEqual(
      [swappiness?.state, swappiness?.place],
      ['pass', { uri, range: { start: { line: 2, character: 0 }, end: { line: 2, character: 15 } } }],
    );
  });
});
