import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onPath } from '../../test/vscode/host/command.mjs';
import { ROOT } from '../../test/vscode/host/paths.mjs';

/** How long Kafka may take to end, in milliseconds, before it is ended without asking. */
const STOP_LIMIT_MS = 15_000;

/**
 * Starts the local Kafka beside the demo, where Java is present; says what it does. The demo goes on without it.
 * @returns {Promise<{ stop(): Promise<void> } | undefined>}
 */
export async function startKafka() {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  if (!scripts.kafka) return undefined;
  if (!(await onPath('java'))) {
    console.log('No Java on PATH, so no local Kafka.');
    return undefined;
  }
  console.log('Starting a local Kafka (--no-kafka leaves it out).');
  // Its own process group, so that Ctrl+C reaches it through us alone, in order.
  const child = spawn('npm', ['run', '--silent', 'kafka'], {
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
  process.kill(-child.pid, 'SIGTERM');
  const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), STOP_LIMIT_MS);
  await closed;
  clearTimeout(timer);
}
