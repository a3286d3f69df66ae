import { spawn } from 'node:child_process';
import { hasScreen } from '../../test/vscode/desktop.mjs';
import { onPath } from '../../test/vscode/host/command.mjs';
import { installHost } from '../../test/vscode/host/install.mjs';
import { ROOT } from '../../test/vscode/host/paths.mjs';
import { startServer } from '../../test/vscode/host/server.mjs';
import { remoteUri, workbenchUrl } from '../../test/vscode/host/workbench.mjs';

/** Tried in turn, so that the address is mostly the same. */
const PORTS = '8123-8199';

/**
 * Serves the VS Code that npm ships on a loopback port until the demo is interrupted.
 * @param {{ workspace: string, file: string, open: boolean, signal: AbortSignal }} options
 */
export async function serveVSCode({ workspace, file, open, signal }) {
  await installHost();
  if (signal.aborted) return;
  const server = await startServer({ automation: false, ports: PORTS, extension: ROOT });
  try {
    const payload = [
      ['openFile', remoteUri(server, file)],
      ['skipWelcome', 'true'],
    ];
    const url = workbenchUrl(server, workspace, payload);
    const browser = open && hasScreen() ? await onPath('xdg-open') : undefined;
    console.log(`\nVS Code is at\n\n  ${url}\n`);
    if (browser) spawn(browser, [url], { stdio: 'ignore', detached: true }).unref();
    else
      console.log(
        `Open it in a browser; from another machine through ssh -L ${portOf(server)}:${server.authority} HOST.`,
      );
    console.log('Press Ctrl+C to end the demo.');
    await aborted(signal);
  } finally {
    await server.stop();
  }
}

const portOf = (server) => new URL(server.origin).port;

/** Resolves on the signal, and keeps the process alive until then. */
function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    const alive = setInterval(() => undefined, 60_000);
    signal.addEventListener('abort', () => {
      clearInterval(alive);
      resolve();
    });
  });
}
