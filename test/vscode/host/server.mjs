// Starts VS Code's server on a loopback port and ends it by its own process group.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
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
 * @property {number} pid of the server's process, whose children are the extension hosts
 * @property {string} token what a browser must show to be let in: other users of this machine have no business here
 * @property {() => string} log everything that the server printed
 * @property {string} data the folder of its settings and logs, deleted when it stops
 * @property {() => Promise<void>} stop ends the server and all that it started
 *
 * Starts a server on a free loopback port. Rejects when it does not say within a minute that it listens.
 * @param {{ trusted?: boolean, settings?: object, automation?: boolean, ports?: string, extension?: string, data?: string }} [options] `trusted: false` leaves VS Code's
 *   workspace trust on, and folders start in Restricted Mode; `automation` honours all of the payload in the address; `ports` is a port or a range of them; `extension` is the
 *   folder of an extension to install; `data` is a folder that outlives the server, so that another one goes on with it.
 * @returns {Promise<Server>}
 */
export async function startServer(options = {}) {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'kafka-config-lint-vscode-')));
  const token = randomUUID();
  await writeSettings(data, { ...QUIET_SETTINGS, ...options.settings });
  await installExtension(data, options.extension);
  // Its own process group: the extension hosts and language servers that it starts end with it.
  // Without a gallery it asks no network for extensions.
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' };
  const child = spawn(NODE, argumentsFor(data, token, options), {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  let log = '';
  const closed = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    endGroup(child.pid, 'SIGTERM');
    const timer = setTimeout(() => endGroup(child.pid, 'SIGKILL'), STOP_LIMIT_MS);
    await closed;
    clearTimeout(timer);
    endGroup(child.pid, 'SIGKILL');
    if (!options.data) await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await listening(child, (chunk) => {
      log += chunk;
    });
    const authority = `127.0.0.1:${port}`;
    return { origin: `http://${authority}`, authority, pid: child.pid, data, token, log: () => log, stop };
  } catch (error) {
    await stop();
    throw new Error(`VS Code's server did not start: ${error.message}.\n${log}`);
  }
}

/** The port that the server says it listens on. */
function listening(child, onOutput) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('it did not listen within a minute')), START_LIMIT_MS);
    let said = '';
    const onData = (chunk) => {
      onOutput(chunk);
      said += chunk;
      const match = READY.exec(said);
      if (match) resolve(match[1]);
      if (match) clearTimeout(timer);
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      reject(new Error(`it ended with code ${code}`));
    });
  });
}

function argumentsFor(data, token, { trusted = true, automation = true, ports = '0' }) {
  const args = [SERVER_MAIN, '--host', '127.0.0.1', '--port', ports, '--connection-token', token];
  args.push('--accept-server-license-terms', '--disable-telemetry', '--server-data-dir', data);
  args.push('--extensions-dir', join(data, 'extensions'));
  if (trusted) args.push('--disable-workspace-trust');
  if (automation) args.push('--enable-smoke-test-driver');
  return args;
}

async function installExtension(data, extension) {
  const folder = join(data, 'extensions');
  await mkdir(folder, { recursive: true });
  // A link, so that a build is seen by the next window.
  if (extension) await symlink(extension, join(folder, 'extension'), 'dir').catch(unlessThere);
}

async function writeSettings(data, settings) {
  for (const folder of ['User', 'Machine']) {
    const path = join(data, 'data', folder);
    await mkdir(path, { recursive: true });
    const text = JSON.stringify(settings, undefined, 2);
    await writeFile(join(path, 'settings.json'), text, { flag: 'wx' }).catch(unlessThere);
  }
}

/** What a server before this one left is kept. */
function unlessThere(error) {
  if (error.code !== 'EEXIST') throw error;
}

function endGroup(pid, signal) {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    // It has already ended, which is what was wanted.
    if (error.code !== 'ESRCH') throw error;
  }
}
