// Runs one command quietly: its output is shown only when it fails, for then it is the reason.
import { spawn } from 'node:child_process';

/**
 * Resolves with the command's standard output; rejects with everything that it printed when it fails.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>}
 */
export function command(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let all = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      all += chunk;
    });
    child.stderr.on('data', (chunk) => {
      all += chunk;
    });
    child.on('error', (error) => reject(new Error(`${file} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${file} ${args.join(' ')} ended with ${signal ?? `code ${code}`}:\n${all.trim()}`));
    });
  });
}

/** Whether a program of that name is on PATH. */
export async function onPath(name) {
  return command('sh', ['-c', 'command -v "$0"', name]).then(
    (path) => path.trim(),
    () => undefined,
  );
}
