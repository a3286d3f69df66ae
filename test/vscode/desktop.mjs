// A desktop VS Code: found out by asking, not by guessing, and always with the reason.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './host/paths.mjs';
import { QUIET_SETTINGS } from './host/settings.mjs';

/** Where downloads are kept, for the next run. */
const CACHE = join(ROOT, '.vscode-test');

/**
 * Downloads VS Code where there is a screen to show it on, or takes the copy downloaded before.
 * @returns {Promise<{ executable: string } | { reason: string }>} the program, or why there is none
 */
export async function desktopVSCode() {
  if (process.env.VSCODE_HOST === 'server') return { reason: 'VSCODE_HOST=server asks for it' };
  if (process.env.CI && process.env.VSCODE_HOST !== 'desktop') return { reason: 'this is CI' };
  if (!hasScreen()) return { reason: 'there is no screen for a desktop VS Code' };
  return downloadVSCode();
}

/**
 * The desktop VS Code downloaded now or before, or why there is none.
 * @returns {Promise<{ executable: string } | { reason: string }>}
 */
export async function downloadVSCode() {
  const { download, SilentReporter } = await import('@vscode/test-electron');
  try {
    return { executable: await download({ cachePath: CACHE, reporter: new SilentReporter(), timeout: 15_000 }) };
  } catch (error) {
    return { reason: `VS Code cannot be downloaded (${error.message})` };
  }
}

/** Whether windows can be opened at all. */
export function hasScreen() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'darwin' || process.platform === 'win32' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/**
 * Runs one suite in a desktop VS Code.
 * @param {{ executable: string, run: import('./run.mjs').Run, data: string, tests: string, workspace: string }} options
 *   `data` is an empty folder for VS Code's user data and extensions
 * @returns {Promise<number>} the suite's exit code
 */
export async function runDesktopSuite({ executable, run, data, tests, workspace }) {
  const { runTests } = await import('@vscode/test-electron');
  await writeDesktopSettings(data, QUIET_SETTINGS);
  const launchArgs = [workspace, ...desktopArgs(data)];
  if (run.trusted) launchArgs.push('--disable-workspace-trust');
  if (run.web) launchArgs.push('--extensionDevelopmentKind=web');
  const options = { vscodeExecutablePath: executable, extensionDevelopmentPath: ROOT, extensionTestsPath: tests };
  return runTests({ ...options, launchArgs }).catch((error) => {
    console.error(error.message);
    return 1;
  });
}

/** A VS Code of its own: no settings, extensions or windows of the user's. */
export function desktopArgs(data) {
  const args = [`--user-data-dir=${join(data, 'user')}`, `--extensions-dir=${join(data, 'extensions')}`];
  args.push('--skip-welcome', '--skip-release-notes', '--disable-updates', '--disable-telemetry');
  // Chromium's sandbox refuses to run as root, as containers often do.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return args;
}

/** Writes the user's settings of a desktop VS Code whose data lies in that folder. */
export async function writeDesktopSettings(data, settings) {
  const folder = join(data, 'user', 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}
