// What npm does not carry: a browser and a compiler. Debian's packages fill the gap where this process may install
// them; elsewhere the message says what to install.
import { command, onPath } from './command.mjs';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const COMPILER = ['g++', 'make', 'python3'];

/** The path of a Chromium, installing Debian's where there is none; throws with what to do where that is not possible. */
export async function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const found = await firstOf(BROWSERS);
  if (found) return found;
  await aptInstall(['chromium'], 'A Chromium browser is needed (or its path in the variable CHROMIUM)');
  const installed = await firstOf(BROWSERS);
  if (!installed) throw new Error('The package chromium was installed, but no chromium is on PATH.');
  return installed;
}

/** Sees to it that native modules can be compiled. */
export async function compiler() {
  const missing = [];
  for (const tool of COMPILER) if (!(await onPath(tool))) missing.push(tool);
  if (missing.length > 0) await aptInstall(missing, `VS Code's native modules need ${missing.join(', ')}`);
}

async function firstOf(names) {
  for (const name of names) {
    const path = await onPath(name);
    if (path) return path;
  }
  return undefined;
}

async function aptInstall(packages, need) {
  const root = process.getuid?.() === 0;
  if (!root || !(await onPath('apt-get'))) {
    throw new Error(`${need}. On Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`);
  }
  console.log(`Installing ${packages.join(', ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => command('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  // The package lists of a new machine are empty or old: only then is fetching them worth the time.
  await install().catch(async () => {
    await command('apt-get', ['update'], { env });
    await install();
  });
}
