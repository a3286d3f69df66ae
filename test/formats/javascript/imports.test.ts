import assert from 'node:assert/strict';
import { candidatesFor, relativeImports } from '../../../server/src/formats/javascript/relatives';
import { parseDocument } from '../../../server/src/formats/registry';
import { scopeOf, valuesOf } from './support';

const OTHERS: Readonly<Record<string, string>> = {
  './settings':
    "export const GROUP = 'billing';\nexport const limits = { fetch: { bytes: 64 * 1024 } };\nlet secret = 1;\nsecret = 2;\nexport { secret };",
  './whole': 'export default { bytes: 1024 };',
  './common': "module.exports = { GROUP: 'mails', bytes: process.env.BYTES || 2048 };",
  './single': "exports.GROUP = 'prices';",
  './chain': "import { GROUP } from './settings';\nexport const NAME = GROUP;",
  './broken': 'export const GROUP = ',
};

function optionOf(head: string, expression: string): string | undefined {
  const text = `import { Kafka } from 'kafkajs';\n${head}\nnew Kafka({}).consumer({ x: ${expression} });\n`;
  const imported = (name: string) => (OTHERS[name] ? { name: `${name}.ts`, text: OTHERS[name] } : undefined);
  const document = parseDocument({ uri: 'file:///p/a.ts', path: '/p/a.ts', text, imported });
  assert.ok(document);
  return valuesOf(scopeOf(document, 'consumer').entries).x;
}

describe('constants of other files', () => {
  const known: readonly [head: string, expression: string, value: string][] = [
    ["import { GROUP } from './settings';", 'GROUP', 'billing'],
    ["import { GROUP as NAME } from './settings';", 'NAME', 'billing'],
    ["import * as settings from './settings';", 'settings.limits.fetch.bytes', '65536'],
    ["import { limits } from './settings';", 'limits.fetch.bytes * 2', '131072'],
    ["import whole from './whole';", 'whole.bytes', '1024'],
    ["const { GROUP } = require('./common');", 'GROUP', 'mails'],
    ["const common = require('./common');", 'common.bytes', '2048 unless set'],
    ["const { GROUP } = require('./single');", 'GROUP', 'prices'],
    ["import { NAME } from './chain';", 'NAME', 'billing'],
  ];
  for (const [head, expression, value] of known) {
    it(`${head} ${expression} is ${value}`, () => assert.equal(optionOf(head, expression), value));
  }

  const unknown: readonly [head: string, expression: string][] = [
    ["import { secret } from './settings';", 'secret'],
    ["import { MISSING } from './settings';", 'MISSING'],
    ["import { GROUP } from './nowhere';", 'GROUP'],
    ["import { GROUP } from './broken';", 'GROUP'],
  ];
  for (const [head, expression] of unknown) {
    it(`${head} ${expression} is not known`, () => assert.equal(optionOf(head, expression), '?'));
  }

  it('are looked for under the names that files have', () => {
    assert.deepEqual(relativeImports("import a from './a';\nconst b = require('../b');\nimport { c } from 'c';"), [
      './a',
      '../b',
    ]);
    assert.deepEqual(candidatesFor('./a.js'), ['./a.ts', './a.js']);
    assert.ok(candidatesFor('./a').includes('./a/index.ts'));
    assert.deepEqual(candidatesFor('./a.json'), []);
  });
});
