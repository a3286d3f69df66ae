// `npm run release -- VERSION`: checks everything, gives the version its section of the changelog, packages, commits and tags.
// `--dry-run` says what stands in the way and changes nothing. Publishing is left to the commands that it prints at the end.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gt, valid } from 'semver';
import { command } from '../test/vscode/host/command.mjs';
import { isPlaceholder } from './publish/addresses.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const options = { 'dry-run': { type: 'boolean', default: false } };
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const [version] = positionals;
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const changelog = await readFile(join(root, 'CHANGELOG.md'), 'utf8');

const obstacles = await obstaclesOf();
for (const obstacle of obstacles) console.error(obstacle);
if (obstacles.length > 0) process.exitCode = 1;
else if (values['dry-run']) console.log(`${manifest.name} ${version} can be released.`);
else await release();

async function obstaclesOf() {
  const found = [];
  const isNext = valid(version) && (gt(version, manifest.version) || !(await isTagged(manifest.version)));
  if (!isNext) found.push(`Give a version after ${manifest.version}, such as npm run release -- 0.2.0.`);
  if (isPlaceholder(manifest)) found.push('Replace OWNER in repository.url of package.json, then run npm run gen.');
  if (!/^## Unreleased\n+\S/m.test(changelog)) found.push('CHANGELOG.md has nothing under "## Unreleased".');
  if (await git('status', '--porcelain')) found.push('Commit or discard the changes in the working tree.');
  return found;
}

async function release() {
  await command('npm', ['run', 'verify'], { cwd: root });
  await command('npm', ['version', version, '--no-git-tag-version', '--allow-same-version'], { cwd: root });
  const date = new Date().toISOString().slice(0, 10);
  await writeFile(join(root, 'CHANGELOG.md'), changelog.replace('## Unreleased', `## ${version} (${date})`));
  await git('commit', '--all', '--message', `Release ${version}`);
  await git('tag', '--annotate', `v${version}`, '--message', `${manifest.displayName} ${version}`);
  const packages = await command('npm', ['run', '--silent', 'package'], { cwd: root });
  const [vsix, tarball] = packages.trim().split('\n').slice(-2);
  console.log(`Released ${version}. To publish it:
  git push --follow-tags
  npx @vscode/vsce publish --packagePath ${vsix}
  npx ovsx publish ${vsix}
  npm publish ${tarball}`);
}

async function isTagged(one) {
  return (await git('tag', '--list', `v${one}`)) !== '';
}

async function git(...args) {
  return (await command('git', args, { cwd: root })).trim();
}
