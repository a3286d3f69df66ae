// Starts VS Code's server on a loopback port and ends it by its own process group.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NODE, SERVER_MAIN } from './paths.mjs';
import { QUIET_SETTINGS } from './settings.mjs';

const READY = /Extension host agent listening on (\d+)/;
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5_000;
/**
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {string} authority `127.0.0.1:PORT`, as `vscode-remote:` URIs want it
 * @property {string} data the server's data folder, removed by `stop`
 * @property {() => string} log everything that the server printed
 * @property {() => Promise<void>} stop ends the server and all that it started
 *
 * Starts a server on a free loopback port. Rejects when it does not say within a minute that it listens.
 * @param {{ trusted?: boolean, settings?: object, automation?: boolean }} [options] `trusted: false` leaves VS Code's
 *   workspace trust on, and folders start in Restricted Mode; `automation` honours the payload in the address.
 * @returns {Promise<Server>}
 */
export async function startServer({ trusted = true, settings = {}, automation = true } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'kafka-config-lint-vscode-'));
  await writeSettings(data, { ...QUIET_SETTINGS, ...settings });
  const args = [SERVER_MAIN, '--host', '127.0.0.1', '--port', '0', '--without-connection-token'];
  args.push('--accept-server-license-terms', '--disable-telemetry', '--server-data-dir', data);
  args.push('--extensions-dir', join(data, 'extensions'));
  if (trusted) args.push('--disable-workspace-trust');
  if (automation) args.push('--enable-smoke-test-driver');
  // Its own process group: the extension hosts and language servers that it starts end with it.
  // Without a gallery it asks no network for extensions.
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' };
  const child = spawn(NODE, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  let log = '';
  const closed = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    endGroup(child.pid, 'SIGTERM');
    const timer = setTimeout(() => endGroup(child.pid, 'SIGKILL'), STOP_LIMIT_MS);
    await closed;
    clearTimeout(timer);
    endGroup(child.pid, 'SIGKILL');
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('it did not listen within a minute')), START_LIMIT_MS);
      const onData = (chunk) => {
        log += chunk;
        const match = READY.exec(log);
        if (match) resolve(match[1]);
        if (match) clearTimeout(timer);
      };
      child.stdout.on('data', onData);
      child.stderr.on('data', onData);
      child.once('error', reject);
      child.once('close', (code) => reject(new Error(`it ended with code ${code}`)));
    });
    const authority = `127.0.0.1:${port}`;
    return { origin: `http://${authority}`, authority, data, log: () => log, stop };
  } catch (error) {
    await stop();
    throw new Error(`VS Code's server did not start: ${error.message}.\n${log}`);
  }
}

async function writeSettings(data, settings) {
  for (const folder of ['User', 'Machine']) {
    const path = join(data, 'data', folder);
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'settings.json'), JSON.stringify(settings, undefined, 2));
  }
}

function endGroup(pid, signal) {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    // It has already ended, which is what was wanted.
    if (error.code !== 'ESRCH') throw error;
  }
}
