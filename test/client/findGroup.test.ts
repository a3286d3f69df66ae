import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { choicesOf } from '../../client/src/findGroup/choices';
import { mayName } from '../../client/src/findGroup/mayName';

describe('choosing files that may name a group', () => {
  it('passes over texts without it', () => {
    assert.ok(mayName('group.id=payments', 'payments'));
    assert.ok(!mayName('group.id=payment', 'payments'));
  });

  it('passes over code without Kafka in it', () => {
    assert.ok(!mayName("const payments = 'payments'", 'payments', true));
    assert.ok(mayName("kafka.consumer({ groupId: 'payments' })", 'payments', true));
  });

  it('sees through backslashes, and knows that a connector has a shorter name than its group', () => {
    assert.ok(mayName('group.id=pay\\:ments', 'pay:ments'));
    assert.ok(mayName('name=orders', 'connect-orders'));
  });
});

describe('what is offered of a group', () => {
  it('is the line of each finding, with what it does, and then its fixes', () => {
    const position = { line: 4, character: 0 };
    const base = { severity: 'warning', range: { start: position, end: position } } as const;
    const edits = [{ range: base.range, newText: 'x' }];
    const choices = choicesOf([
      { ...base, rule: 'a/b', message: 'M1', effect: 'E1', fixes: [{ title: 'Set x', edits }] },
      { ...base, rule: 'c/d', message: 'M2', effect: 'E2', fixes: [] },
    ]);
    assert.deepEqual(
      choices.map(({ finding, ...choice }) => [finding.rule, choice]),
      [
        ['a/b', { kind: 'line', label: 'Go to line 5', detail: 'E1. M1' }],
        ['a/b', { kind: 'fix', label: 'Set x', detail: '', edits }],
        ['c/d', { kind: 'border' }],
        ['c/d', { kind: 'line', label: 'Go to line 5', detail: 'E2. M2' }],
      ],
    );
  });
});
