// Opens VS Code's workbench in a headless browser.

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser. Interrupts stay this process's own business, so that it can end the server too. */
export async function openBrowser(executablePath) {
  // Asked for late: the addresses below are of use where no driver is installed.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    headless: true,
    args: FLAGS,
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/**
 * The workbench's address, for a folder or a `.code-workspace` file.
 * @param {import('./server.mjs').Server} server
 * @param {string} path an absolute path
 * @param {[string, string][]} payload what a desktop VS Code takes on its command line
 */
export function workbenchUrl(server, path, payload) {
  const url = new URL(server.origin);
  url.searchParams.set('tkn', server.token);
  url.searchParams.set(path.endsWith('.code-workspace') ? 'workspace' : 'folder', path);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** The address under which the workbench reads a file of the server's machine. */
export const remoteUri = (server, path) => `vscode-remote://${server.authority}${path}`;
