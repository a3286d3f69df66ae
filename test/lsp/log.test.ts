import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLog } from '../../server/src/lsp/log';

describe('the log', () => {
  it('tells of a rule that fails once, however often it is run, and of each such rule', () => {
    const told: string[] = [];
    const log = createLog({ error: (message) => told.push(message), warn: () => assert.fail('no warning') });
    const failing = (rule: string) => ({ findings: [], failures: [{ rule, error: new Error('out of luck') }] });
    log.ruleFailures(failing('a/b'));
    log.ruleFailures(failing('a/b'));
    log.ruleFailures(failing('a/c'));
    assert.equal(told.length, 2);
    assert.match(told[0] ?? '', /^The rule a\/b failed and was skipped: Error: out of luck/);
    assert.match(told[1] ?? '', /^The rule a\/c/);
  });

  it('tells of one error once, and of another one too', () => {
    const told: string[] = [];
    const log = createLog({ error: (message) => told.push(message), warn: () => undefined });
    for (const problem of ['x', 'x', 'y']) log.error('Hover failed', problem);
    assert.deepEqual(told, ['Hover failed: x', 'Hover failed: y']);
  });
});
