import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

let built: string | undefined;

/** The server as one file, built once a run: what is tested is what is shipped, and it starts as fast. */
export function serverBundle(): string {
  if (built) return built;
  // One level below a folder of its own, so that no rule pages lie where the shipped ones do.
  const folder = mkdtempSync(join(tmpdir(), 'kafka-lint-test-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'dist', 'server.js');
  buildSync({
    absWorkingDir: join(__dirname, '../../..'),
    entryPoints: ['server/src/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
  });
  built = outfile;
  return outfile;
}
