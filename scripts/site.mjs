// `npm run site`: the documentation as plain HTML in out/site, for any web server. `--out FOLDER` writes it elsewhere.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addressesOf } from './publish/addresses.mjs';
import { pageOf } from './site/page.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'out', 'site') } } });
const out = resolve(values.out);
const { files } = addressesOf(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));

/** Pages of the site by their source, both relative. */
const pages = new Map([
  ['README.md', 'index.html'],
  ['CHANGELOG.md', 'changelog.html'],
  ['CONTRIBUTING.md', 'contributing.html'],
  ...(await markdownBelow('docs')).map((path) => [path, addressFor(path)]),
]);

await rm(out, { recursive: true, force: true });
for (const [source, address] of pages) {
  const markdown = await readFile(join(root, source), 'utf8');
  await mkdir(dirname(join(out, address)), { recursive: true });
  await writeFile(join(out, address), pageOf({ markdown, source, address, pages, files }));
}
await cp(join(root, 'docs', 'images'), join(out, 'docs', 'images'), { recursive: true });
await cp(join(root, 'media', 'icon.svg'), join(out, 'icon.svg'));
for (const name of ['site.css', 'search.js']) await cp(join(root, 'scripts', 'site', name), join(out, name));
console.log(`${pages.size} pages in ${out}`);

async function markdownBelow(folder) {
  const entries = await readdir(join(root, folder), { recursive: true });
  return entries
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

function addressFor(path) {
  return path
    .replace(/^docs\//, '')
    .replace(/README\.md$/, 'index.html')
    .replace(/\.md$/, '.html');
}
