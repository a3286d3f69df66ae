import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseValue } from '../../server/src/catalogue/typed';
import type { ConfigType, Constraint, Setting } from '../../server/src/catalogue/types';

/** What `ConfigDef.parseType` said: "ok value", the elements of a list, or null where it refused the text. */
type Answer = string | null | readonly string[];

const RECORDED: [ConfigType, string, Answer][] = JSON.parse(
  readFileSync(new URL('./expectations/parsing.json', import.meta.url), 'utf8'),
);

function setting(type: ConfigType, constraint?: Constraint): Setting {
  return { key: 'key', type, importance: 'LOW', ...(constraint && { constraint }) };
}

/** Our answer in the words of the recording; Java prints doubles its own way, so numbers are compared as numbers. */
function ours(type: ConfigType, text: string): Answer | number {
  const typed = parseValue(setting(type), text);
  if (typed.kind !== 'ok') return null;
  if (typeof typed.value === 'object') return typed.value;
  return type === 'DOUBLE' ? Number(typed.value) : `ok ${typed.value}`;
}

function theirs(type: ConfigType, answer: Answer): Answer | number {
  if (type === 'DOUBLE' && typeof answer === 'string') return Number(answer.slice('ok '.length));
  // A LONG over 2^53 reads as the nearest double, which is near enough for every rule.
  if (type === 'LONG' && typeof answer === 'string') return `ok ${Number(answer.slice('ok '.length))}`;
  return answer;
}

describe('reading values', () => {
  for (const type of ['BOOLEAN', 'STRING', 'INT', 'SHORT', 'LONG', 'DOUBLE', 'LIST'] as const) {
    it(`agrees with Kafka's ConfigDef on every recorded ${type}`, () => {
      const cases = RECORDED.filter(([recorded]) => recorded === type);
      assert.ok(cases.length > 300);
      for (const [, text, answer] of cases) {
        assert.deepEqual(ours(type, text), theirs(type, answer), JSON.stringify(text));
      }
    });
  }

  it('holds values to the range, beyond what a double can tell apart', () => {
    const range = setting('LONG', { min: '9007199254740993' });
    assert.equal(parseValue(range, '9007199254740992').kind, 'out-of-range');
    assert.equal(parseValue(range, '9007199254740993').kind, 'ok');
  });

  it('holds texts and lists to the choice, in any case only where Kafka does', () => {
    const exact = setting('STRING', { oneOf: ['all', '1'] });
    assert.equal(parseValue(exact, ' all ').kind, 'ok');
    assert.equal(parseValue(exact, 'ALL').kind, 'not-one-of');
    assert.equal(parseValue(setting('STRING', { oneOf: ['SSL'], ignoreCase: true }), 'ssl').kind, 'ok');
    const list = parseValue(setting('LIST', { oneOf: ['delete', 'compact'] }), 'compact, remove');
    assert.deepEqual(list, { kind: 'not-one-of', allowed: ['delete', 'compact'], offending: 'remove' });
  });

  it('tells an empty value where there must be one', () => {
    assert.equal(parseValue(setting('LIST', { nonEmpty: true }), ' ').kind, 'empty');
    assert.equal(parseValue(setting('STRING', { nonEmpty: true }), '').kind, 'empty');
  });
});
