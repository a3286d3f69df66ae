import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { keysOf } from '../../server/src/catalogue/catalogue';
import { parseDocument } from '../../server/src/formats/registry';
import { ROLES } from '../../server/src/model/scope';
import { couldBeKafka } from '../../server/src/protocol/files';
import { examplesOf } from '../support/rulePage';

const RULES = join(__dirname, '../../server/src/rules');
const NAMES = [
  'server',
  'producer',
  'consumer',
  'client',
  'connect-distributed',
  'sink',
  'streams',
  'topic',
  'app',
  'mm2',
];

function isRecognised(text: string, name: string): boolean {
  const path = `/project/${name}.properties`;
  return (parseDocument({ uri: `file://${path}`, path, text })?.scopes.length ?? 0) > 0;
}

describe('a text that the server recognises starts the server', () => {
  it('whatever keys it has', () => {
    const key = fc.constantFrom(...new Set(ROLES.flatMap((role) => keysOf(role))));
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 6 }), fc.constantFrom(...NAMES), (keys, name) => {
        const text = keys.map((one) => `${one}=1\n`).join('');
        if (isRecognised(text, name)) assert.ok(couldBeKafka(text, '/a.properties'), text);
      }),
      { numRuns: 3000 },
    );
  });

  it('in every example of the rules', () => {
    const pages = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
    const texts = pages.flatMap((page) => examplesOf(readFileSync(join(RULES, page), 'utf8')).map(({ text }) => text));
    const recognised = texts.filter((text) => NAMES.some((name) => isRecognised(text, name)));
    assert.ok(recognised.length > 50);
    assert.deepEqual(
      recognised.filter((text) => !couldBeKafka(text, '/a.properties')),
      [],
    );
  });
});

describe('a text of another program', () => {
  for (const [what, text] of [
    [
      'a game',
      '#Minecraft server properties\nspawn-protection=16\nmax-players=20\nlevel-name=world\nserver-port=25565\nmotd=hi\n',
    ],
    ['messages', 'greeting=Hello\nfarewell=Bye {0}\nbutton.ok=OK\n'],
    ['a build', 'org.gradle.jvmargs=-Xmx2g\nandroid.useAndroidX=true\n'],
    ['nothing', ''],
  ] as const) {
    it(`starts no server: ${what}`, () => assert.equal(couldBeKafka(text, '/a.properties'), false));
  }
});
