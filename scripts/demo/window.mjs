import { spawn } from 'node:child_process';
import { desktopArgs, downloadVSCode, hasScreen, writeDesktopSettings } from '../../test/vscode/desktop.mjs';
import { onPath } from '../../test/vscode/host/command.mjs';
import { ROOT } from '../../test/vscode/host/paths.mjs';
import { QUIET_SETTINGS } from '../../test/vscode/host/settings.mjs';

/**
 * Opens a desktop VS Code with settings and extensions of its own: the one on PATH, else one that is downloaded.
 * Resolves with `true` when its window is closed, and with `false` at once, having said why, when there is none.
 * @param {{ data: string, workspace: string, file: string, signal: AbortSignal }} options
 */
export async function openWindow({ data, workspace, file, signal }) {
  const desktop = await findDesktop();
  if ('reason' in desktop) {
    console.log(`No desktop VS Code: ${desktop.reason}.`);
    return false;
  }
  await writeDesktopSettings(data, QUIET_SETTINGS);
  const args = [...desktopArgs(data), `--extensionDevelopmentPath=${ROOT}`, '--disable-workspace-trust'];
  console.log(`Opening ${desktop.executable}. Close its window, or press Ctrl+C here, to end the demo.`);
  await closed(desktop.executable, [...args, '--wait', '--new-window', workspace, file], signal);
  return true;
}

async function findDesktop() {
  if (!hasScreen()) return { reason: 'there is no screen' };
  const code = await onPath('code');
  if (code) return { executable: code };
  console.log('Downloading VS Code.');
  return downloadVSCode();
}

function closed(executable, args, signal) {
  return new Promise((resolve, reject) => {
    // On Windows `code` is a command file, which only a shell can start.
    const shell = process.platform === 'win32' && !executable.endsWith('.exe');
    const child = spawn(executable, args, { stdio: 'ignore', shell });
    const end = () => child.kill();
    signal.addEventListener('abort', end, { once: true });
    child.once('error', (error) => reject(new Error(`${executable} could not be started: ${error.message}`)));
    child.once('close', () => resolve());
  });
}
