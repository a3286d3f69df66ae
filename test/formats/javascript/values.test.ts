import assert from 'node:assert/strict';
import { parseCode, scopeOf, valuesOf } from './support';

const option = (expression: string, before = ''): string | undefined => {
  const text = `import { Kafka, CompressionTypes, logLevel } from 'kafkajs';\n${before}\nconst kafka = new Kafka({ x: ${expression} });\n`;
  return valuesOf(scopeOf(parseCode(text), 'client').entries).x;
};

describe('values in code', () => {
  const known: readonly [string, string, string?][] = [
    ["'a'", 'a'],
    ['`a`', 'a'],
    ["'a\\u0041\\n'", 'aA\n'],
    ['10 * 1024 * 1024', '10485760'],
    ['1_000', '1000'],
    ['0x10', '16'],
    ['-1', '-1'],
    ['2 ** 10', '1024'],
    ['(5 as number)', '5'],
    ['<number>5', '5'],
    ['true', 'true'],
    ['!true', 'false'],
    ['null', 'null'],
    ['undefined', 'undefined'],
    ["['a:1', 'b:2']", 'a:1,b:2'],
    ["'a:1,b:2'.split(',')", 'a:1,b:2'],
    ['CompressionTypes.LZ4', '3'],
    ['logLevel.INFO', '4'],
    ['Number.MAX_SAFE_INTEGER', '9007199254740991'],
    ["Number('5')", '5'],
    ["parseInt('5', 10)", '5'],
    ['process.env.X ?? 1024', '1024 unless set'],
    ['process.env.X || 1024', '1024 unless set'],
    ["Number(process.env.X ?? '1024')", '1024 unless set'],
    ["(process.env.BROKERS || 'a:1,b:2').split(',')", 'a:1,b:2 unless set'],
    ['SIZE', '1024', 'const SIZE = 1024;'],
    ['SIZE * 2', '2048', 'const SIZE = 1024;'],
    ['config.size', '7', 'const config = { size: 7 };'],
    ["config['size']", '7', 'const config = { size: 7 } as const;'],
    ['config.fetch.size', '7', 'const config = { fetch: { size: 7 } };'],
    ['size', '7', 'const { size } = { size: 7 };'],
    ['size()', '7', 'function size() { return 7; }'],
    ['size()', '7', 'const size = () => 7;'],
    ['later', '7', 'let later; later = 7;'],
  ];
  for (const [expression, value, before] of known) {
    it(`${before ?? ''} ${expression} is ${value}`, () => assert.equal(option(expression, before), value));
  }

  const unknown: readonly [string, string?][] = [
    ['process.env.X'],
    ['other.size'],
    ['size', 'let size = 1; size = 2;'],
    ['size', 'let size = 1; size += 2;'],
    ['size', "import { size } from './settings';"],
    ['size ?? 5'],
    ['a ? 1 : 2'],
    ["['a:1', host]"],
    ['`$' + '{host}:9092`'],
    ['10n'],
    ['again()', 'function again() { return again(); }'],
    ['a', 'const a = b; const b = a;'],
    ['Types.LZ4', "import { CompressionTypes as Types } from './ours';"],
  ];
  for (const [expression, before] of unknown) {
    it(`${before ?? ''} ${expression} is not known`, () => assert.equal(option(expression, before), '?'));
  }

  it('functions and objects are told apart from what is not known', () => {
    assert.equal(option('() => 5'), '?function');
    assert.equal(option('async function () {}'), '?function');
    assert.equal(option('pick', 'function pick() {}'), '?function');
    assert.equal(option('{ a: 1 }'), '?object');
  });
});
