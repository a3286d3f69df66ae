// Runs a real Kafka beside a suite, in a process of its own: the harness is TypeScript, and this is not.
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './host/paths.mjs';

/** How long a cluster may take to be there, in milliseconds: the first time Kafka's jars are fetched. */
const LIMIT_MS = 180_000;

/**
 * Writes client.properties with the cluster's address and a password into the folder, and control.url, where the cluster
 * takes commands. Undefined where there is no Java.
 * @param {string} folder
 * @param {AbortSignal} signal
 */
export async function startKafka(folder, signal) {
  const script = join(ROOT, 'test', 'vscode', 'kafkaCluster.mts');
  const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  signal.addEventListener('abort', () => child.stdin.end());
  try {
    const told = await said(child, /^(\{.*\})$/m);
    if (!told) return undefined;
    const { bootstrap, password, address } = JSON.parse(told);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'client.properties'), clientProperties(bootstrap, password));
    await writeFile(join(folder, 'control.url'), address);
    return { stop, secret: password };
  } catch (error) {
    await stop();
    throw error;
  }
}

function clientProperties(bootstrap, password) {
  const login = `org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="${password}";`;
  const security = ['security.protocol=SASL_PLAINTEXT', 'sasl.mechanism=SCRAM-SHA-512', `sasl.jaas.config=${login}`];
  return [`bootstrap.servers=${bootstrap}`, 'client.id=suite', ...security, ''].join('\n');
}

/** What the pattern finds in the output; undefined when the process ends well without having said it. */
function said(child, pattern) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error('Kafka did not start in time')), LIMIT_MS);
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const found = pattern.exec(output)?.[1];
      if (found) clearTimeout(timer);
      if (found) resolve(found);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      if (!pattern.test(output)) console.log(output);
      if (code === 0) resolve(undefined);
      else reject(new Error(`Kafka did not start: the harness ended with code ${code}`));
    });
  });
}
