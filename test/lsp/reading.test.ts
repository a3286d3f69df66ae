import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TestClient } from './support/client';

const codeWith = (specifier: string) => `import { Kafka } from 'kafkajs';
import { BYTES } from '${specifier}';
export const consumer = new Kafka({ brokers: ['k:9092'] }).consumer({ groupId: 'billing', maxBytes: BYTES });
`;

describe('what the server reads of a workspace', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kafka-lint-test-'));
    mkdirSync(join(folder, 'app'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is neither a pipe, nor a device, nor a file outside of the folder', async () => {
    execFileSync('mkfifo', [join(folder, 'app', '.kafka-lint.json'), join(folder, 'app', 'pipe.ts')]);
    symlinkSync('/dev/zero', join(folder, 'app', 'zero.ts'));
    writeFileSync(join(folder, 'outside.ts'), 'export const BYTES = 1024;\n');
    writeFileSync(join(folder, 'app', 'inside.ts'), 'export const BYTES = 1024;\n');
    const app = pathToFileURL(join(folder, 'app')).href;
    const client = await TestClient.start({ folders: [app] });
    for (const [specifier, isRead] of [
      ['./pipe', false],
      ['./zero', false],
      ['../outside', false],
      ['./inside', true],
    ] as const) {
      const document = await client.open(
        `${app}/${specifier.replaceAll(/\W/g, '')}-user.ts`,
        codeWith(specifier),
        'typescript',
      );
      const rules = (await document.diagnostics()).map(({ code }) => code);
      assert.equal(rules.includes('kafkajs/fetch-sizes'), isRead, specifier);
    }
    await client.stop();
  });
});
