import assert from 'node:assert/strict';
import { createLinter } from '../../server/src/engine/lint';
import { RULES } from '../../server/src/rules/index.generated';
import type { Rule } from '../../server/src/rules/rule';
import { NO_SETTINGS, parse, ruleOf } from './support';

const TEXT = [
  'process.roles=broker',
  'node.id=1',
  'controller.quorum.bootstrap.servers=c1:9093,c2:9093,c3:9093',
  'controller.listener.names=CONTROLLER',
  'listeners=SSL://:9092',
  'advertised.listeners=SSL://kafka-1.example.org:9092',
  'inter.broker.listener.name=SSL',
  'num.io.threads=8',
  'unclean.leader.election.enable=true',
  'log.dirs=/var/lib/kafka',
  'log.retention.hours=168',
  ...Array.from({ length: 60 }, (_, at) => `listener.name.ssl.plugin.option.${at}=1`),
  '',
].join('\n');

/** How often any rule is run for a text that comes after another one. */
function runsFor(after: string, before = TEXT, rules: readonly Rule[] = RULES): number {
  let runs = 0;
  const counted = <F extends (...given: never[]) => unknown>(check: F): F => {
    const count = (...given: never[]): unknown => {
      runs++;
      return check(...given);
    };
    return count as F;
  };
  const counting = rules.map((rule): Rule => {
    if (!('roles' in rule)) return rule;
    return {
      ...rule,
      ...(rule.check && { check: counted(rule.check) }),
      ...(rule.checkEntry && { checkEntry: counted(rule.checkEntry) }),
      ...(rule.checks && { checks: rule.checks.map(counted) }),
    };
  });
  const lint = createLinter(counting, () => 0);
  lint(parse(before, '/server.properties'), NO_SETTINGS);
  runs = 0;
  lint(parse(after, '/server.properties'), NO_SETTINGS);
  return runs;
}

describe('the rules that run after an edit', () => {
  it('are those that go through all entries, where nothing but places has changed', () => {
    assert.ok(runsFor(`# A comment.\n\n${TEXT}`) <= 6);
  });

  it('are those too that read the key whose value has changed', () => {
    assert.ok(runsFor(TEXT.replace('num.io.threads=8', 'num.io.threads=12')) <= 25);
  });

  it('are no more in a file of many more lines', () => {
    const long = TEXT + Array.from({ length: 2000 }, (_, at) => `listener.name.ssl.plugin.more.${at}=1\n`).join('');
    const edited = long.replace('num.io.threads=8', 'num.io.threads=12');
    assert.equal(runsFor(edited, long), runsFor(TEXT.replace('num.io.threads=8', 'num.io.threads=12')));
  });

  it('are no more with twice the rules', () => {
    const more = Array.from({ length: 200 }, (_, at) =>
      ruleOf(`a/${at}`, {
        roles: ['broker'],
        check: (reader) => (reader.has('node.id') && reader.number(`log.retention.${at}`) ? [] : []),
      }),
    );
    const after = TEXT.replace('num.io.threads=8', 'num.io.threads=12');
    assert.equal(runsFor(after, TEXT, [...RULES, ...more]), runsFor(after));
  });

  it('find again where a finding now stands, and what its fix changes there', () => {
    const lint = createLinter(RULES);
    const titles = (text: string) => {
      const document = parse(text, '/server.properties');
      return lint(document, NO_SETTINGS).findings.map(({ span, fixes }) => [
        document.text.slice(span.start, span.end),
        fixes.flatMap(({ edits }) => edits.map((edit) => ('entry' in edit ? edit.entry.span.start : -1))),
      ]);
    };
    titles(TEXT);
    const at = `# Moved.\n${TEXT}`.indexOf('unclean.leader');
    assert.ok(titles(`# Moved.\n${TEXT}`).some(([, places]) => Array.isArray(places) && places.includes(at)));
  });
});
