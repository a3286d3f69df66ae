import assert from 'node:assert/strict';
import { candidatesFor } from '../../../server/src/formats/javascript/relatives';
import { wantedBy } from '../../../server/src/formats/javascript/wanted';
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
    assert.deepEqual(wantedBy("import a from './a';\nconst b = require('../b');\nimport { c } from 'c';", nothing), [
      './a',
      '../b',
    ]);
    assert.deepEqual(candidatesFor('./a.js'), ['./a.ts', './a.js']);
    assert.ok(candidatesFor('./a').includes('./a/index.ts'));
    assert.deepEqual(candidatesFor('./a.json'), []);
    assert.deepEqual(candidatesFor('../tsconfig.json'), ['../tsconfig.json', '../jsconfig.json']);
  });
});

const nothing = () => undefined;

describe('names of modules that tsconfig.json explains', () => {
  const PROJECT: Readonly<Record<string, string>> = {
    // The file lies in apps/mails/src/.
    '../tsconfig.json': '{ "extends": "../../tsconfig.json", "compilerOptions": { "outDir": "./dist" } }',
    '../../../tsconfig.json': `{
      // Of the whole workspace.
      "compilerOptions": {
        "baseUrl": ".",
        "paths": { "@app/common": ["libs/common/src"], "@app/*": ["libs/none/*", "libs/*"], "~/*": ["libs/common/*"], },
      },
    }`,
    '../../../libs/common/src': "export { GROUP } from './groups';\nexport * from '~/names';",
    '../../../libs/common/src/groups': "export const GROUP = 'mails';",
    '../../../libs/common/names': "export const NAME = 'kafka-mails';",
    '../../../libs/topics': "export const GROUP = 'topics';",
    '../../../shared/groups': "export const GROUP = 'shared';",
  };
  const known = (name: string) => {
    const text = PROJECT[name];
    return text === undefined ? undefined : { name: name.endsWith('.json') ? name : nameOnDisk(name), text };
  };
  const nameOnDisk = (name: string) => (name.endsWith('/src') ? `${name}/index.ts` : `${name}.ts`);

  const cases: readonly [specifier: string, name: string, value: string][] = [
    ['@app/common', 'GROUP', 'mails'],
    ['@app/common', 'NAME', 'kafka-mails'],
    ['@app/topics', 'GROUP', 'topics'],
    ['shared/groups', 'GROUP', 'shared'],
    ['@app/absent', 'GROUP', '?'],
    ['elsewhere/groups', 'GROUP', '?'],
  ];
  for (const [specifier, name, value] of cases) {
    it(`${specifier} gives ${name} as ${value}`, () => {
      const text = `import { Kafka } from 'kafkajs';\nimport { ${name} } from '${specifier}';\nnew Kafka({}).consumer({ groupId: ${name} });\n`;
      const document = parseDocument({ uri: 'file:///p/apps/mails/src/a.ts', path: '/p/a.ts', text, imported: known });
      assert.ok(document);
      assert.equal(valuesOf(scopeOf(document, 'consumer').entries).groupId, value);
    });
  }

  it('are asked for step by step, with the configurations first', () => {
    const text = "import { GROUP } from '@app/common';";
    const first = wantedBy(text, nothing);
    assert.equal(first[0], './tsconfig.json');
    assert.ok(!first.includes('../../../libs/common/src'));
    const then = wantedBy(text, (name) => (first.includes(name) ? known(name) : undefined));
    assert.ok(then.includes('../../../libs/common/src'));
  });

  it('never stay in a circle of configurations', () => {
    const circle = (name: string) => ({ name, text: '{ "extends": ["./tsconfig.json", "./tsconfig.json"] }' });
    assert.ok(wantedBy("import a from '@app/a';", circle).length < 20);
  });
});
