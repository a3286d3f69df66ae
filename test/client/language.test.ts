import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import bundle from '../../l10n/bundle.l10n.json';
import manifest from '../../package.json';
import texts from '../../package.nls.json';
import { messages, textsOutside } from './support/interfaceTexts';

const FOLDER = join('client', 'src');
const SOURCES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** What is no text for a person to read in their language, with the reason. */
const NOT_TRANSLATED: ReadonlyMap<string, string> = new Map([
  ['Kafka Config Lint', 'the name of the product'],
  ['Kafka {}', 'the name of another'],
  ['Kafka {} ({})', 'the same, with what the file configures'],
  ['min.insync.replicas {}', 'a key of Kafka'],
  ['auto', 'a value of a setting'],
  ['production', 'an example of a name'],
  ['broker1:9092, broker2:9092', 'an example of addresses'],
  ['https://login.example.com/oauth2/token', 'an example of an address'],
  ['12px {}', 'a size of a font'],
  ["default-src 'none'; script-src 'nonce-{}'; style-src {}", 'what a browser reads'],
]);
/** Assistants read these, whose language is English. */
const FOR_ASSISTANTS = ['clusterAnswers.ts', 'linterAnswers.ts'].map((name) => join('assistant', name));

describe('the language of the interface', () => {
  it('can be another one for every text in the code', () => {
    const outside = SOURCES.filter((name) => !FOR_ASSISTANTS.includes(name)).flatMap((name) =>
      textsOutside(read(name))
        .filter(({ text }) => !NOT_TRANSLATED.has(text))
        .map(({ text, line }) => `${name}:${line}: ${text}`),
    );
    assert.deepEqual(outside, []);
  });

  it('has every text of the code in its bundle, and nothing else', () => {
    const used = SOURCES.flatMap((name) => messages(read(name)));
    assert.ok(used.length > 300 && !used.includes(undefined), 'Each text is a plain string, so that tools find it.');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(bundle).sort());
  });

  it('can be another one for all that the manifest shows', () => {
    const { description, capabilities, contributes } = manifest;
    const shown = [description, capabilities.untrustedWorkspaces.description, ...shownIn(contributes)];
    assert.deepEqual(
      shown.filter((text) => !/^%.+%$/.test(text)),
      [],
    );
    const keys = shown.map((text) => text.slice(1, -1));
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(texts).sort());
  });

  it('finds a text that somebody forgot, wherever it is', () => {
    const forgotten = [
      "showWarning('Try again');",
      `const text = \`Lag of \${group}\`;`,
      "const item = { label: busy ? 'busy' : l10n.t('idle') };",
      'return \'<p aria-label="Chart">text</p>\';',
      `return \`\${count} rows\`;`,
    ];
    for (const source of forgotten) assert.notEqual(textsOutside(source).length, 0, source);
    const fine = ["import a from 'Some text';", "l10n.t('Try {0} again', name);", "throw new Error('Never so');"];
    for (const source of fine) assert.deepEqual(textsOutside(source), [], source);
  });
});

const SHOWN =
  /^(?:title|shortTitle|contextualTitle|description|markdownDescription|label|displayName|userDescription)$/;
const ALSO_SHOWN = /^(?:name|contents|category|patternErrorMessage|enumDescriptions|markdownEnumDescriptions)$/;
/** Models read the one, and the other are names for code. */
const NOT_SHOWN = /^(?:modelDescription|inputSchema|languages|grammars|jsonValidation)$/;

function shownIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (NOT_SHOWN.test(key)) return [];
    if (key === 'name' && /^[a-z_]+$/.test(String(value))) return [];
    if (SHOWN.test(key) || ALSO_SHOWN.test(key)) return [value].flat().filter((text) => typeof text === 'string');
    return shownIn(value);
  });
}
