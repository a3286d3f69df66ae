import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderEdits } from '../../../server/src/formats/registry';
import { applyTextEdits, type ConfigEdit } from '../../../server/src/model/edit';
import { parseCode, scopeOf, valuesOf } from './support';

const HEAD = "import { Kafka } from 'kafkajs';\nconst kafka = new Kafka({});\n";

/** The text of a consumer's options after edits that are made for its scope. */
function edited(options: string, make: (scope: ReturnType<typeof scopeOf>) => ConfigEdit[], head = HEAD): string {
  const text = `${head}const consumer = kafka.consumer(${options});\n`;
  const document = parseCode(text);
  const result = applyTextEdits(text, renderEdits(document, make(scopeOf(document, 'consumer'))));
  assert.ok(result.startsWith(`${head}const consumer = kafka.consumer(`));
  return result.slice(`${head}const consumer = kafka.consumer(`.length, -3);
}

const adds =
  (key: string, value: string) =>
  (scope: ReturnType<typeof scopeOf>): ConfigEdit[] => [{ kind: 'add', scope, key, value, expression: true }];
const removes =
  (key: string) =>
  (scope: ReturnType<typeof scopeOf>): ConfigEdit[] =>
    scope.entries.filter((entry) => entry.writtenKey === key).map((entry) => ({ kind: 'remove', entry }));

describe('edits of code', () => {
  const added: readonly [before: string, after: string][] = [
    ['', '{ maxBytes: 1 }'],
    ['{}', '{ maxBytes: 1 }'],
    ["{ groupId: 'a' }", "{ groupId: 'a', maxBytes: 1 }"],
    ["{ groupId: 'a', }", "{ groupId: 'a', maxBytes: 1, }"],
    ["{\n  groupId: 'a'\n}", "{\n  groupId: 'a',\n  maxBytes: 1\n}"],
    ["{\n\tgroupId: 'a', // who\n}", "{\n\tgroupId: 'a', // who\n\tmaxBytes: 1,\n}"],
    ["{\n  groupId: 'a' // who\n}", "{\n  groupId: 'a', // who\n  maxBytes: 1\n}"],
    ['{\n  // nothing yet\n}', '{\n  // nothing yet\n  maxBytes: 1,\n}'],
    ["{\r\n  groupId: 'a',\r\n}", "{\r\n  groupId: 'a',\r\n  maxBytes: 1,\r\n}"],
    ["{ groupId: 'a', retry: { retries: 3 } }", "{ groupId: 'a', retry: { retries: 3 }, maxBytes: 1 }"],
  ];
  for (const [before, after] of added) {
    it(`adds to ${JSON.stringify(before)}`, () => assert.equal(edited(before, adds('maxBytes', '1')), after));
  }

  it('adds to an object within the object, or makes one', () => {
    const add = adds('retry.retries', '9');
    assert.equal(edited("{ groupId: 'a' }", add), "{ groupId: 'a', retry: { retries: 9 } }");
    assert.equal(
      edited("{ groupId: 'a', retry: { factor: 1 } }", add),
      "{ groupId: 'a', retry: { factor: 1, retries: 9 } }",
    );
  });

  it('adds nothing to what another file holds', () =>
    assert.equal(edited('options', adds('maxBytes', '1')), 'options'));

  const removed: readonly [before: string, after: string][] = [
    ['{ maxBytes: 1 }', '{}'],
    ["{ maxBytes: 1, groupId: 'a' }", "{ groupId: 'a' }"],
    ["{ groupId: 'a', maxBytes: 1 }", "{ groupId: 'a' }"],
    ["{\n  groupId: 'a',\n  maxBytes: 1, // why\n}", "{\n  groupId: 'a',\n}"],
    ["{\n  maxBytes: 1,\n  groupId: 'a'\n}", "{\n  groupId: 'a'\n}"],
  ];
  for (const [before, after] of removed) {
    it(`removes from ${JSON.stringify(before)}`, () => assert.equal(edited(before, removes('maxBytes')), after));
  }

  it('leaves neither commas nor blanks of neighbours that go together', () => {
    const both = (scope: ReturnType<typeof scopeOf>) => [...removes('maxBytes')(scope), ...removes('minBytes')(scope)];
    assert.equal(edited("{ groupId: 'a', maxBytes: 1, minBytes: 2 }", both), "{ groupId: 'a' }");
    assert.equal(edited("{ maxBytes: 1, minBytes: 2, groupId: 'a' }", both), "{ groupId: 'a' }");
    assert.equal(edited('{ maxBytes: 1, minBytes: 2 }', both), '{}');
  });

  it('writes a shorthand out when it gets a value', () => {
    const set = (scope: ReturnType<typeof scopeOf>): ConfigEdit[] =>
      scope.entries.map((entry) => ({ kind: 'set', entry, value: '5', expression: true }));
    assert.equal(edited('{ maxBytes }', set), '{ maxBytes: 5 }');
  });

  it('keeps the quotes of the file for new texts', () => {
    const add = (scope: ReturnType<typeof scopeOf>): ConfigEdit[] => [
      { kind: 'add', scope, key: 'rackId', value: 'eu-1' },
    ];
    assert.equal(edited("{ groupId: 'a' }", add), "{ groupId: 'a', rackId: 'eu-1' }");
    const head = 'import { Kafka } from "kafkajs";\nconst kafka = new Kafka({});\n';
    assert.equal(edited('{ groupId: "a" }', add, head), '{ groupId: "a", rackId: "eu-1" }');
  });

  const NAMES = ['minBytes', 'maxBytes', 'sessionTimeout', 'rebalanceTimeout', 'maxWaitTimeInMs'];
  const layouts = fc.record({
    names: fc.subarray(NAMES, { minLength: 1 }),
    multiline: fc.boolean(),
    trailing: fc.boolean(),
    comment: fc.boolean(),
  });
  type Layout = typeof layouts extends fc.Arbitrary<infer Value> ? Value : never;

  function optionsOf({ names, multiline, trailing, comment }: Layout): string {
    const lines = names.map((name, index) => {
      const comma = trailing || index < names.length - 1 ? ',' : '';
      return `${name}: ${index + 1}${comma}${multiline && comment ? ' // note' : ''}`;
    });
    return multiline ? `{\n${lines.map((line) => `  ${line}\n`).join('')}}` : `{ ${lines.join(' ')} }`;
  }

  it('changes what it is asked to and nothing else, whatever the layout', () => {
    const wish = fc.record({ layout: layouts, gone: fc.subarray(NAMES), set: fc.subarray(NAMES), add: fc.boolean() });
    fc.assert(
      fc.property(wish, ({ layout, gone, set, add }) => {
        const result = edited(optionsOf(layout), (scope) => [
          ...scope.entries.flatMap((entry): ConfigEdit[] => {
            if (gone.includes(entry.writtenKey)) return [{ kind: 'remove', entry }];
            return set.includes(entry.writtenKey) ? [{ kind: 'set', entry, value: '77' }] : [];
          }),
          ...(add ? adds('groupId', "'g'")(scope) : []),
        ]);
        const expected = layout.names
          .map((name, index) => [name, set.includes(name) ? '77' : String(index + 1)] as const)
          .filter(([name]) => !gone.includes(name));
        const after = scopeOf(parseCode(`${HEAD}kafka.consumer(${result});`), 'consumer');
        assert.deepEqual(
          valuesOf(after.entries),
          Object.fromEntries([...expected, ...(add ? [['groupId', 'g']] : [])]),
        );
        assert.equal(after.completeness, 'complete');
      }),
      { numRuns: 400 },
    );
  });
});
