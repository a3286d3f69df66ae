import 'mocha/mocha.js';
import { fillIn } from '../support/report';

/** How long one test may take in an editor that is still starting, in milliseconds. */
const TIMEOUT_MS = 30_000;

/** VS Code calls this in its web worker extension host. There are no files to load there: the tests are bundled in. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: TIMEOUT_MS });
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log(fillIn(...args));
  await import('./tests');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests failed.`);
}
