import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PACKAGES = JSON.parse(readFileSync(here('packages.json'), 'utf8'));
const CACHE = here('.cache');

/** The pinned version of a package, such as `2.2.4`. */
export function versionOf(id) {
  return PACKAGES[id].slice(PACKAGES[id].lastIndexOf('@') + 1);
}

/** The folder with the published files of a package. They are only read: nothing of them is run or installed. */
export function folderOf(id) {
  const folder = `${CACHE}/${id}-${versionOf(id)}`;
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const options = { cwd: CACHE, stdio: ['ignore', 'pipe', 'ignore'] };
  const archive = execFileSync('npm', ['pack', '--silent', PACKAGES[id]], options).toString().trim();
  mkdirSync(folder);
  execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1'], { cwd: CACHE });
  return folder;
}
