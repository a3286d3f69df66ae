import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examplesOf } from '../../support/rulePage';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PAGES = join(ROOT, 'server/src/rules/kafkajs');

describe('code that fixes leave', () => {
  // Inside of the project, so that the types of kafkajs are found.
  const folder = join(ROOT, 'out', 'fixed-examples');
  before(() => mkdirSync(folder, { recursive: true }));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('compiles strictly, every TypeScript example of every page', function () {
    this.timeout(60_000);
    const files = readdirSync(PAGES)
      .filter((name) => name.endsWith('.md'))
      .flatMap((page) =>
        examplesOf(readFileSync(join(PAGES, page), 'utf8'))
          .filter(({ kind, language }) => kind === 'fix' && language === 'typescript')
          .map(({ line, text }) => {
            const file = join(folder, `${page.replace('.md', '')}-${line}.ts`);
            writeFileSync(file, text);
            return file;
          }),
      );
    assert.ok(files.length > 5, 'there are examples to compile');
    const options = ['--strict', '--noEmit', '--skipLibCheck', '--target', 'es2022', '--module', 'esnext'];
    const resolution = ['--moduleResolution', 'bundler', '--types', 'node', '--ignoreConfig'];
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, ...resolution, ...files], {
      encoding: 'utf8',
    });
    assert.equal(stdout, '');
    assert.equal(status, 0);
  });
});
