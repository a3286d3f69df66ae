import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { RULES } from '../../server/src/rules/index.generated';

const SCRIPT = fileURLToPath(new URL('../../scripts/site.mjs', import.meta.url));

describe('the site', () => {
  let site: string;

  before(async () => {
    site = await mkdtemp(join(tmpdir(), 'kafka-lint-test-'));
    await promisify(execFile)(process.execPath, [SCRIPT, '--out', site]);
  });
  after(() => rm(site, { recursive: true, force: true }));

  it('has a page for every rule, with its examples', async () => {
    for (const { id } of RULES) {
      const page = await readFile(join(site, 'rules', `${id}.html`), 'utf8');
      assert.ok(page.includes(`<h1 id="${id.replace('/', '')}">${id}</h1>`), id);
      assert.ok(page.includes('<pre><code'), id);
    }
  });

  it('links to nothing of its own that is not there', async () => {
    const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'));
    const texts = new Map(
      await Promise.all(
        names.map(async (name) => [join(site, name), await readFile(join(site, name), 'utf8')] as const),
      ),
    );
    const broken = [...texts].flatMap(([path, text]) => {
      const targets = [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, target = '']) => target);
      const own = targets.filter((target) => !/^[a-z]+:/.test(target));
      return own.filter((target) => !isThere(path, target, texts)).map((target) => `${path}: ${target}`);
    });
    assert.deepEqual(broken, []);
  });
});

function isThere(from: string, target: string, texts: ReadonlyMap<string, string>): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? from : join(dirname(from), path);
  if (!existsSync(file)) return false;
  return anchor === undefined || (texts.get(file) ?? '').includes(`id="${anchor}"`);
}
