// `npm run package`: the VSIX, and the npm package with the command and the language server. Both come out the same, byte for
// byte, from the same commit. `--out FOLDER` puts them elsewhere than into the project's root.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { command } from '../test/vscode/host/command.mjs';
import { addressesOf } from './publish/addresses.mjs';
import { npmManifest } from './publish/npmManifest.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { out: { type: 'string', default: root } } });
const out = resolve(values.out);
const read = async (name) => JSON.parse(await readFile(join(root, name), 'utf8'));
const [manifest, texts] = [await read('package.json'), await read('package.nls.json')];
const addresses = addressesOf(manifest);

/** What the command and the language server need at run time, and what a package has to have. */
const NPM_FILES = [
  'dist/cli.js',
  'dist/live.js',
  'dist/cluster.js',
  'dist/mcp.js',
  'dist/server.js',
  'dist/languageServer.js',
  'dist/THIRD-PARTY-NOTICES.txt',
  'docs/rules',
  'schema',
  'CHANGELOG.md',
  'LICENSE',
];

await command(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root });
await mkdir(out, { recursive: true });
const npmPackage = await packNpm();
const vsix = await packVsix();
console.log(`${vsix}\n${npmPackage}`);

async function packNpm() {
  const stage = join(root, 'out', 'npm');
  await rm(stage, { recursive: true, force: true });
  for (const file of NPM_FILES) await cp(join(root, file), join(stage, file), { recursive: true });
  await writeFile(join(stage, 'package.json'), npmManifest({ ...manifest, description: texts.description }, addresses));
  await writeFile(join(stage, 'README.md'), await readme());
  const name = await command('npm', ['pack', '--silent', '--pack-destination', out], { cwd: stage });
  return join(out, name.trim());
}

/** The README with addresses that hold wherever it is shown: npm and the registries serve no other file of the project. */
async function readme() {
  const text = await readFile(join(root, 'README.md'), 'utf8');
  return text
    .replace(/(!\[[^\]]*\]\()(?!https?:)([^)]+\))/g, `$1${addresses.raw}/$2`)
    .replace(/((?<!!)\[[^\]]*\]\()(?!https?:|#)([^)]+\))/g, `$1${addresses.files}/$2`);
}

async function packVsix() {
  const path = join(out, `${manifest.name}-${manifest.version}.vsix`);
  // The time of the commit stands for that of every file, so that the archive does not depend on the clock.
  process.env.SOURCE_DATE_EPOCH = (await command('git', ['log', '-1', '--format=%ct'], { cwd: root })).trim();
  await createVSIX({
    cwd: root,
    packagePath: path,
    dependencies: false,
    baseContentUrl: addresses.files,
    baseImagesUrl: addresses.raw,
  });
  return path;
}
