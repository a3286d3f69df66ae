import assert from 'node:assert/strict';
import { fixAll } from '../../server/src/engine/fixAll';
import { createLinter } from '../../server/src/engine/lint';
import { fixedAll } from '../../server/src/features/fixAllEdits';
import { applyTextEdits } from '../../server/src/model/edit';
import type { Fix } from '../../server/src/model/finding';
import type { Rule, ScopeRule } from '../../server/src/rules/rule';
import { NO_SETTINGS, parse, ruleOf } from './support';

const TEXT = 'bootstrap.servers=a:9092\nlinger.ms=5\n';

/** Replaces one text of the file by another. */
function replacing(
  id: string,
  from: string,
  to: string,
  more: Partial<ScopeRule> & { safe?: boolean } = {},
): ScopeRule {
  const { safe = true, ...rest } = more;
  return ruleOf(id, {
    *check({ scope }, { document: { text } }) {
      const start = text.indexOf(from);
      if (start === -1 || scope.role !== 'producer') return;
      const span = { start, end: start + from.length };
      const fix: Fix = { title: 'Replace', safe, edits: [{ kind: 'text', span, newText: to }] };
      yield { span, message: 'Found.', fixes: [fix] };
    },
    ...rest,
  });
}

const fixed = (rules: readonly Rule[], text = TEXT, wanted?: string) =>
  fixAll(
    parse(text),
    NO_SETTINGS,
    (next) => parse(next),
    ({ rule }) => wanted === undefined || rule === wanted,
    createLinter(rules),
  );

describe('fixing all', () => {
  it('goes on while a fix makes another one possible', () => {
    const rules = [replacing('a/one', 'ms=5', 'ms=6'), replacing('a/two', 'ms=6', 'ms=7')];
    assert.deepEqual(fixed(rules), { text: TEXT.replace('5', '7'), applied: 2 });
  });

  it('applies no fix that is not safe, and none of a rule that is not wanted', () => {
    const rules = [replacing('a/one', 'ms=5', 'ms=6', { safe: false }), replacing('a/two', 'a:9092', 'b:9092')];
    assert.deepEqual(fixed(rules), { text: TEXT.replace('a:9092', 'b:9092'), applied: 1 });
    assert.deepEqual(fixed(rules, TEXT, 'a/one'), { text: TEXT, applied: 0 });
  });

  it('lets fixes wait whose edits touch those of another', () => {
    const rules = [replacing('a/one', 'linger.ms=5', 'linger.ms=6'), replacing('a/two', '5', '8')];
    assert.deepEqual(fixed(rules), { text: TEXT.replace('5', '6'), applied: 1 });
    const apart = [replacing('a/one', 'ms=5', 'ms=6'), replacing('a/two', 'a:9092', 'b:1')];
    assert.deepEqual(fixed(apart), { text: 'bootstrap.servers=b:1\nlinger.ms=6\n', applied: 2 });
  });

  it('comes to an end where two fixes undo each other', () => {
    const rules = [replacing('a/one', 'ms=5', 'ms=6'), replacing('a/two', 'ms=6', 'ms=5')];
    const { text } = fixed(rules);
    assert.ok(text === TEXT || text === TEXT.replace('5', '6'));
  });

  it('comes to an end where a fix grows the text for ever', () => {
    const { applied } = fixed([replacing('a/one', 'ms=', 'ms=1')]);
    assert.equal(applied, 10);
  });
});

describe('the edits that fix all', () => {
  const editsOf = (rules: readonly Rule[]) => {
    const fixable = { document: parse(TEXT), settings: NO_SETTINGS, parse: (text: string) => parse(text) };
    return applyTextEdits(TEXT, fixedAll(fixable, undefined, createLinter(rules)).edits);
  };
  const good = replacing('a/good', 'ms=5', 'ms=6');

  it('are those of the fixes', () => {
    assert.equal(editsOf([good]), TEXT.replace('5', '6'));
  });

  it('are none where they would add an error', () => {
    const error = replacing('b/error', 'ms=6', 'ms=9', { severity: 'error', safe: false });
    assert.equal(editsOf([good, error]), TEXT);
    const warning = replacing('b/warning', 'ms=6', 'ms=9', { safe: false });
    assert.equal(editsOf([good, warning]), TEXT.replace('5', '6'));
  });
});
