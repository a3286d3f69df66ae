import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseDocument } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';

function parse(text: string): ConfigDocument {
  return parseDocument({ uri: '/p/kafka.yaml', path: '/p/kafka.yaml', text }) ?? assert.fail();
}

const names = (text: string): (string | undefined)[] => parse(text).scopes.map(({ name }) => name);

const topic = (name: string, config = '    retention.ms: 1000'): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\nspec:\n  config:\n${config}\n`;

describe('YAML that is no good', () => {
  it('does not silence the documents beside it', () => {
    for (const broken of [
      'a: "never ends\n',
      'a: [1, 2\n',
      '\t- x\n',
      'a: b: c: d\n  - e\n',
      '&a [*a, *b]\n',
      '%YAML 9\n',
    ])
      assert.deepEqual(names([topic('one'), broken, topic('two')].join('---\n')), ['one', 'two'], broken);
  });

  it('keeps what stands around a line that is being typed', () => {
    for (const line of ['    retention', '    retention.ms', '    "seg', '    - x', '\tsegment.ms: 1']) {
      const text = topic('one', `    cleanup.policy: delete\n${line}\n    retention.bytes: 5`);
      const keys = parse(text).entries.map(({ key }) => key);
      assert.ok(keys.includes('cleanup.policy') && keys.includes('retention.bytes'), `${line}: ${keys}`);
    }
  });

  it('takes byte order marks and either line end, with the places of the text', () => {
    const text = `\ufeff${topic('one').replaceAll('\n', '\r\n')}`;
    const [entry] = parse(text).entries;
    assert.ok(entry);
    assert.equal(text.slice(entry.span.start, entry.span.end), 'retention.ms: 1000');
  });

  it('takes the last of a key that is there twice', () => {
    const { entries } = parse(topic('one', '    retention.ms: 1\n    retention.ms: 2'));
    assert.deepEqual(
      entries.map(({ value, overriddenBy }) => [value.text, overriddenBy?.value.text]),
      [
        ['1', '2'],
        ['2', undefined],
      ],
    );
  });

  it('is left alone where it is too long, or binary', () => {
    const long = topic('one') + '# and so on, far beyond what anybody writes\n'.repeat(500_000);
    assert.ok(long.length > 20_000_000);
    assert.deepEqual(names(long), []);
    assert.deepEqual(names(topic('one\0')), []);
  });

  it('is bounded in what a block, a depth or a bomb of aliases can cost', () => {
    const deep = `kafka: ${'{a: '.repeat(3000)}1${'}'.repeat(3000)}\n---\n${topic('one')}`;
    assert.deepEqual(names(deep), ['one']);
    const bomb = Array.from({ length: 40 }, (_, n) => `l${n}: &l${n} [*l${n - 1}, *l${n - 1}, *l${n - 1}]`);
    assert.deepEqual(names(`${bomb.join('\n')}\n---\n${topic('one')}`), ['one']);
    const nested = (levels: number): string =>
      levels === 0
        ? 'process.roles=broker\nnode.id=1\n'
        : `kafka.yml: |\n${nested(levels - 1).replaceAll(/^(?=.)/gm, '  ')}`;
    assert.deepEqual(names(`data:\n${nested(30).replaceAll(/^(?=.)/gm, '  ')}`), []);
  });
});
