import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'mocha';
import { lint } from '../../server/src/engine/lint';
import { parseDocument, renderEdits } from '../../server/src/formats/registry';
import { applyTextEdits } from '../../server/src/model/edit';
import { examplesOf } from '../support/rulePage';
import { SAMPLES } from './samples';

const RULES = join(__dirname, '../../server/src/rules');

/** The samples of a format and the examples of all pages in its language. */
function textsOf(id: string, extension: string): string[] {
  const pages = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const examples = pages.flatMap((name) => examplesOf(readFileSync(join(RULES, name), 'utf8')));
  const own = examples.filter(({ language, kind }) => language === id && kind === 'bad').map(({ text }) => text);
  const samples = (SAMPLES[id] ?? []).filter(([path]) => path.endsWith(extension)).map(([, text]) => text);
  assert.ok(own.length > 5 && samples.length > 1);
  return [...samples, ...own];
}

/** Every text that a fix of ours leaves. */
function fixed(id: string, extension: string): string[] {
  const path = `/p/app${extension}`;
  const results = textsOf(id, extension).flatMap((text) => {
    const document = parseDocument({ uri: `file://${path}`, path, text }) ?? assert.fail(text);
    const fixes = lint(document, { severityOf: () => undefined }).findings.flatMap((finding) => finding.fixes);
    return fixes.map(({ edits }) => applyTextEdits(text, renderEdits(document, edits)));
  });
  assert.ok(results.length > 20);
  return results;
}

/** Leaves the test out, loudly, where the compiler is missing; not where everything has to be there. */
function needs(context: Context, command: string, ...args: string[]): void {
  if (spawnSync(command, args).status === 0) return;
  assert.ok(!process.env.CI, `${command} is needed.`);
  console.warn(`    No ${command} here: what fixes leave is not compiled.`);
  context.skip();
}

describe('what fixes leave', () => {
  it('compiles as Python', function () {
    needs(this, 'python3', '--version');
    const program =
      'import json, sys\nfor text in json.load(sys.stdin):\n    compile(text.lstrip("\\ufeff"), "fixed.py", "exec", 0x2000)\n';
    const { status, stderr } = spawnSync('python3', ['-c', program], { input: JSON.stringify(fixed('python', '.py')) });
    assert.equal(status, 0, stderr.toString());
  });

  it('is what gofmt leaves as it is', function () {
    needs(this, 'gofmt', '-h');
    const folder = mkdtempSync(join(tmpdir(), 'kafka-lint-go-'));
    try {
      const texts = fixed('go', '.go');
      for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${index}.go`), text);
      const { stdout, stderr } = spawnSync('gofmt', ['-e', '-l', folder]);
      assert.equal(stderr.toString(), '');
      const changed = stdout.toString().trim().split('\n').filter(Boolean);
      assert.deepEqual(
        changed.map((name) => readFileSync(name, 'utf8')),
        [],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
