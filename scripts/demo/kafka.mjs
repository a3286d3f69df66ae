import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onPath } from '../../test/vscode/host/command.mjs';
import { ROOT } from '../../test/vscode/host/paths.mjs';

/** The first port of `npm run kafka`, which the examples name. */
export const KAFKA_PORT = 19_092;
/** The broker's port, and those of two more for whoever starts three. */
const PORTS = 3;
/** How many groups of ports are tried. */
const TRIES = 50;
/** How long Kafka may take to end, in milliseconds, before it is ended without asking. */
const STOP_LIMIT_MS = 15_000;

/**
 * First ports of three that are free: the one that is asked for and no other, else the usual one and those after it.
 * @param {string | undefined} given
 */
export async function* freePorts(given) {
  if (given !== undefined && (!/^[1-9]\d{0,4}$/.test(given) || Number(given) > 65_000)) {
    throw new Error(`--port takes a number from 1 to 65000, not ${given}.`);
  }
  for (let index = 0; index < (given ? 1 : TRIES); index++) {
    const port = Number(given ?? KAFKA_PORT) + index * PORTS;
    if (await areFree(port)) yield port;
  }
}

async function areFree(first) {
  for (let port = first; port < first + PORTS; port++) if (!(await isFree(port))) return false;
  return true;
}

function isFree(port) {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * Starts the local Kafka beside the demo, where Java is present, and shows what it reports until it is ready. The demo goes on
 * without it.
 * @param {number} port
 * @returns {Promise<{ stop(): Promise<void> } | undefined>}
 */
export async function startKafka(port) {
  if (!(await onPath('java'))) {
    console.log('No Java on PATH, so no local Kafka.');
    return undefined;
  }
  console.log(`Starting a local Kafka on port ${port}, which takes up to a minute (--no-kafka leaves it out).`);
  const script = join(ROOT, 'scripts', 'kafka.mts');
  // A process group of its own, so that Ctrl+C reaches it through us alone: it ends its brokers and deletes their data itself.
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--port', String(port)], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => process.stdout.write(tagged(chunk)));
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.once('error', (error) => console.log(`Kafka could not be started: ${error.message}`));
  return { stop: () => stop(child, closed) };
}

const tagged = (chunk) => String(chunk).replace(/^(?=.)/gm, 'kafka: ');

async function stop(child, closed) {
  if (child.exitCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => endGroup(child.pid), STOP_LIMIT_MS);
  await closed;
  clearTimeout(timer);
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It has ended meanwhile, which is what was wanted.
    if (error.code !== 'ESRCH') throw error;
  }
}
