import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whatBroke } from '../../scripts/verify/whatBroke.mjs';

describe('what verify says at its end', () => {
  it('names each failed test with the first of its message, as mocha prints them', () => {
    const output = printedByMocha(`
      const assert = require('node:assert/strict');
      describe('lag', () => {
        it('is a number', () => assert.equal(7, 8));
        it('passes', () => undefined);
        describe('of a group', () => {
          before(() => { throw new Error('no broker'); });
          it('is told', () => undefined);
        });
      });`);
    const lines = whatBroke(`== lint\n${output}\n${output}`, 40);
    const told = lines.map((line) => line.trim());
    assert.equal(told.filter((line) => line === '1) lag is a number:').length, 2, lines.join('\n'));
    assert.ok(told.includes('7 !== 8') && told.includes('Error: no broker'), lines.join('\n'));
    assert.ok(!lines.some((line) => /passes|^\s+at |== lint/.test(line)), lines.join('\n'));
  });

  it('gives no more lines than there is room for, and says how many failures it left out', () => {
    const output = printedByMocha(`
      for (let i = 0; i < 20; i++) it('test ' + i, () => { throw new Error('a\\n'.repeat(50)); });`);
    const lines = whatBroke(output, 30);
    assert.ok(lines.length <= 30, `${lines.length} lines`);
    assert.equal(lines.at(-1), '  … and 6 more');
  });

  it('gives the last lines where no test failed', () => {
    assert.deepEqual(whatBroke('one\ntwo\n\nerror: unused export\n', 2), ['two', 'error: unused export']);
  });
});

function printedByMocha(suite: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-lint-mocha-'));
  try {
    const file = join(folder, 'a.test.cjs');
    writeFileSync(file, suite);
    const mocha = join(__dirname, '..', '..', 'node_modules', 'mocha', 'bin', 'mocha.js');
    return spawnSync(process.execPath, [mocha, '--no-config', '--no-color', file], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
