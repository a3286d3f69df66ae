// Writes l10n/bundle.l10n.json: the texts of the extension for translators, in the form of VS Code's own tool. A translation is
// a file beside it, such as bundle.l10n.de.json.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getL10nJson } from '@vscode/l10n-dev';
import { generate } from './generate.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'client', 'src');
const CALL = /\bl10n\.t\(\s*'(?:[^'\\\n]|\\.)*'/g;

const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts')).sort();
const sources = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
// The tool takes ten seconds for the whole code, and none for its calls alone.
const calls = sources.flatMap((source) => source.match(CALL) ?? []);
const contents = ["import * as l10n from '@vscode/l10n';", ...calls.map((call) => `${call});`)].join('\n');
const texts = Object.entries(await getL10nJson([{ extension: '.ts', contents }])).sort(([a], [b]) => (a < b ? -1 : 1));
await generate({
  root,
  wanted: new Map([['l10n/bundle.l10n.json', `${JSON.stringify(Object.fromEntries(texts), undefined, 2)}\n`]]),
  command: 'npm run gen',
});
