// `npm run test:vscode [-- NAME...]`: the suites in a real VS Code. A desktop VS Code where one can be had, the VS Code
// that npm ships elsewhere; VSCODE_HOST=desktop or VSCODE_HOST=server decides otherwise.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleSuites, OUT } from './bundle.mjs';
import { desktopVSCode, runDesktopSuite } from './desktop.mjs';
import { installDriven } from './host/install.mjs';
import { ROOT } from './host/paths.mjs';
import { startServer } from './host/server.mjs';
import { runSuite } from './host/suite.mjs';
import { asWebExtension } from './host/webExtension.mjs';
import { startKafka } from './kafka.mjs';
import { faultsBelow } from './logs.mjs';
import { runRestart } from './restart.mjs';

/** How long one suite may take, in milliseconds, on a machine that does other things too. */
const LIMIT_MS = 240_000;

/**
 * @typedef {object} Run one window of VS Code with one suite in it
 * @property {string} name
 * @property {boolean} trusted whether the folder is trusted, or opened in Restricted Mode
 * @property {boolean} web whether the extension runs its browser entry in a web worker
 * @property {boolean} [kafka] whether it wants a real cluster, which lag/client.properties then names
 * @property {boolean} [driven] whether it is driven from outside of VS Code rather than a suite within
 * @property {readonly string[]} [secrets] what must not stand in any log or setting
 */
/** @type {Run[]} */
const RUNS = [
  { name: 'editor', trusted: true, web: false },
  { name: 'lag', trusted: true, web: false, kafka: true },
  { name: 'restart', trusted: true, web: false, kafka: true, driven: true },
  { name: 'restricted', trusted: false, web: false },
  { name: 'web', trusted: true, web: true },
];

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => interrupt.abort());

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !RUNS.some((run) => run.name === name));
if (unknown.length > 0)
  throw new Error(`No such suite: ${unknown.join(', ')}. There are ${RUNS.map((r) => r.name).join(', ')}.`);

await bundleSuites();
const runIn = await chooseHost();
for (const run of RUNS) {
  if (interrupt.signal.aborted) break;
  if (wanted.length > 0 && !wanted.includes(run.name)) continue;
  console.log(`\n-- VS Code suite: ${run.name}`);
  const code = await inCopyOfExamples((scratch) => (run.kafka ? besideKafka(run, scratch) : runIn(run, scratch))).catch(
    (error) => {
      console.error(`The suite did not finish: ${error.message}`);
      return 1;
    },
  );
  if (code !== 0) process.exitCode = 1;
}
if (interrupt.signal.aborted) process.exitCode = 130;

/** Runs a suite while a cluster runs; without Java, which that takes, it says so and fails only where CI runs. */
async function besideKafka(run, scratch) {
  const cluster = await startKafka(join(scratch.workspace, 'lag'), interrupt.signal);
  if (!cluster) return process.env.CI ? 1 : 0;
  try {
    return await runIn({ ...run, secrets: [cluster.secret] }, scratch);
  } finally {
    await cluster.stop();
  }
}

/** Decides where the suites run, says so, and gives the function that runs one. */
async function chooseHost() {
  const desktop = await desktopVSCode();
  if ('executable' in desktop) {
    console.log(`Testing in the desktop VS Code at ${desktop.executable}.`);
    return async (run, { workspace, data }) => {
      if (run.driven) return runDriven(run, workspace);
      const { executable } = desktop;
      const code = await runDesktopSuite({ executable, run, data, tests: testsOf(run), workspace });
      return afterwards(code, run, join(data, 'user'));
    };
  }
  console.log(`Testing in the VS Code server that npm ships, in a headless browser: ${desktop.reason}.`);
  const browser = await installDriven();
  return (run, { workspace }) => runOnServer(run, workspace, browser);
}

/** Nothing drives the windows of a desktop VS Code: where CI runs, the one that npm ships takes its place. */
async function runDriven({ name }, workspace) {
  if (process.env.CI && process.platform === 'linux') return runRestart({ browser: await installDriven(), workspace });
  console.log(`NOT RUN: ${name} needs the VS Code server that npm ships; VSCODE_HOST=server takes it.`);
  return 0;
}

async function runOnServer(run, workspace, browser) {
  if (run.driven) return runRestart({ browser, workspace });
  const paths = { extension: ROOT, tests: testsOf(run) };
  const started = await startServer({ trusted: run.trusted });
  const server = run.web ? await asWebExtension(started, paths) : started;
  try {
    const { signal } = interrupt;
    const { web, secrets = [] } = run;
    const code = await runSuite({ server, browser, ...paths, workspace, web, secrets, limit: LIMIT_MS, signal });
    return web ? code : await afterwards(code, run, server.data);
  } finally {
    await server.stop();
  }
}

/** The exit code, which is no success when the run left something bad on the disk. */
async function afterwards(code, { secrets = [] }, folder) {
  const faults = await faultsBelow(folder, secrets);
  for (const fault of faults) console.error(fault);
  return code === 0 && faults.length > 0 ? 1 : code;
}

function testsOf(run) {
  return join(OUT, run.name, 'index');
}

/** Tests edit files: each suite gets its own copy of the examples, and a folder for the editor's data. */
async function inCopyOfExamples(use) {
  const scratch = await mkdtemp(join(tmpdir(), 'kafka-config-lint-suite-'));
  const [workspace, data] = [join(scratch, 'examples'), join(scratch, 'data')];
  try {
    await cp(join(ROOT, 'examples'), workspace, { recursive: true });
    return await use({ workspace, data });
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
