import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fillIn } from './support/report';

/** How long one test may take in an editor that is still starting, in milliseconds. */
const TIMEOUT_MS = 30_000;

/** VS Code calls this in its extension host; a rejection is exit code 1. Runs the tests bundled beside this module. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: TIMEOUT_MS });
  Mocha.reporters.Base.useColors = false;
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log(fillIn(...args));
  const files = (await readdir(__dirname)).filter((name) => name.endsWith('.test.js')).sort();
  if (files.length === 0) throw new Error(`No tests in ${__dirname}.`);
  for (const name of files) mocha.addFile(join(__dirname, name));
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests failed.`);
}
