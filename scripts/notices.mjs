// The licences of what esbuild has put into the bundles, from its own list of inputs.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LICENSE_FILE = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;

/**
 * The text of THIRD-PARTY-NOTICES; throws when a bundled package has no licence text.
 * @param {string} root
 * @param {import('esbuild').Metafile[]} metafiles
 */
export async function noticesOf(root, metafiles) {
  const folders = bundledFolders(metafiles);
  const notices = await Promise.all(folders.map((folder) => noticeOf(root, folder)));
  const head = `Kafka Config Lint contains the following ${notices.length} packages, whose licenses are reproduced below.`;
  return [head, ...notices].join(`\n\n${'-'.repeat(100)}\n\n`);
}

/** The folders of packages below node_modules that have given any byte to a bundle. */
export function bundledFolders(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
        if (folder && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  return [...folders].sort();
}

async function noticeOf(root, folder) {
  const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const file = (await readdir(join(root, folder))).find((candidate) => LICENSE_FILE.test(candidate));
  const text = file ? await readFile(join(root, folder, file), 'utf8') : await mitText(root, manifest);
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text.replaceAll('\r\n', '\n').trim()}`;
}

/** The MIT License, which is this project's too, for a package that names it without having its text. */
async function mitText(root, { name, version, license, author, maintainers = [] }) {
  const holder = [author, ...maintainers].map((person) => person?.name ?? person).find(Boolean);
  if (license !== 'MIT' || !holder) throw new Error(`${name} ${version} is bundled and has no license text.`);
  const own = await readFile(join(root, 'LICENSE'), 'utf8');
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}
