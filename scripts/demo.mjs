// `npm run demo`: a real VS Code with the extension, on a copy of examples/, and a local Kafka where Java is present.
// Options: --no-kafka, --no-open (print the address, open no browser), --served (do not look for a desktop VS Code).
// Ctrl+C ends everything that it started.
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../test/vscode/host/command.mjs';
import { ROOT } from '../test/vscode/host/paths.mjs';
import { startKafka } from './demo/kafka.mjs';
import { serveVSCode } from './demo/served.mjs';
import { openWindow } from './demo/window.mjs';

const OPTIONS = ['--no-kafka', '--no-open', '--served'];
const given = process.argv.slice(2);
const FOLDER = join(ROOT, 'out', 'demo');
const WORKSPACE = join(FOLDER, 'examples');
/** What is open at first: it has findings of every severity. */
const FIRST = join(WORKSPACE, 'clients', 'producer.properties');

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => interrupt.abort());

const unknown = given.find((option) => !OPTIONS.includes(option));
if (unknown) {
  console.error(`Unknown option ${unknown}. There are ${OPTIONS.join(', ')}.`);
  process.exitCode = 2;
} else {
  await demo().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

async function demo() {
  console.log('Building the extension.');
  await command(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { cwd: ROOT });
  await layOutExamples();
  const kafka = given.includes('--no-kafka') ? undefined : await startKafka();
  try {
    if (!interrupt.signal.aborted) await showVSCode();
  } finally {
    await kafka?.stop();
  }
}

/** Resolves when the window is closed or the demo is interrupted. */
async function showVSCode() {
  const options = { data: join(FOLDER, 'data'), workspace: WORKSPACE, file: FIRST, signal: interrupt.signal };
  if (!given.includes('--served') && (await openWindow(options))) return;
  await serveVSCode({ ...options, open: !given.includes('--no-open') });
}

/** A fresh copy, so that what is tried out stays out of the clone. */
async function layOutExamples() {
  await rm(WORKSPACE, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await cp(join(ROOT, 'examples'), WORKSPACE, { recursive: true });
}
