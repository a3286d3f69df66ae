// `npm run demo`: a real VS Code with the extension, on a copy of examples/, and a local Kafka where Java is present.
// Options: --no-kafka, --no-open (print the address, open no browser), --served (do not look for a desktop VS Code),
// --port N (Kafka's first port). Ctrl+C ends everything that it started and deletes what it wrote.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { command } from '../test/vscode/host/command.mjs';
import { ROOT } from '../test/vscode/host/paths.mjs';
import { freePorts, KAFKA_PORT, startKafka } from './demo/kafka.mjs';
import { serveVSCode } from './demo/served.mjs';
import { openWindow } from './demo/window.mjs';

const OPTIONS = {
  'no-kafka': { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  served: { type: 'boolean', default: false },
  port: { type: 'string' },
};
/** The address in the examples; the copy gets the port that this run's Kafka really has. */
const EXAMPLE_ADDRESS = `127.0.0.1:${KAFKA_PORT}`;

const interrupt = new AbortController();
// Not `once`: a terminal and npm may both pass on one Ctrl+C, and the second must not end this process before it has cleaned up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupt.abort());

await demo().catch((error) => {
  console.error(error.message);
  process.exitCode = error.code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1;
});

async function demo() {
  const { values: given } = parseArgs({ options: OPTIONS });
  console.log('Building the extension.');
  await command(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { cwd: ROOT });
  const { folder, port } = await reserve(given.port);
  let kafka;
  try {
    const workspace = await layOutExamples(folder, port);
    if (!given['no-kafka']) kafka = await startKafka(port);
    if (!interrupt.signal.aborted) await showVSCode(folder, workspace, given);
  } finally {
    await kafka?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Resolves when the window is closed or the demo is interrupted. */
async function showVSCode(folder, workspace, given) {
  // It has findings of every severity.
  const file = join(workspace, 'clients', 'producer.properties');
  console.log('README.md of the opened folder says what to try.');
  const options = { data: join(folder, 'data'), workspace, file, signal: interrupt.signal };
  if (!given.served && (await openWindow(options))) return;
  await serveVSCode({ ...options, open: !given['no-open'] });
}

/**
 * Ports for Kafka and a folder for everything that this run writes. The folder's name has the port, so that making it also
 * keeps the ports from another demo whose Kafka does not listen yet.
 */
async function reserve(given) {
  const parent = join(ROOT, 'out');
  await mkdir(parent, { recursive: true });
  for await (const port of freePorts(given)) {
    const folder = join(parent, `demo-${port}`);
    const isOurs = await mkdir(folder).then(
      () => true,
      () => false,
    );
    if (isOurs) return { folder, port };
  }
  throw new Error(
    `No free ports from ${given ?? KAFKA_PORT} on, or ${parent} has the folders of earlier demos. Choose another --port.`,
  );
}

/** A copy, so that what is tried out stays out of the clone; its client connects to this run's Kafka. */
async function layOutExamples(folder, kafkaPort) {
  const workspace = join(folder, 'examples');
  await cp(join(ROOT, 'examples'), workspace, { recursive: true });
  const client = join(workspace, 'clients', 'local-client.properties');
  const text = await readFile(client, 'utf8');
  await writeFile(client, text.replace(EXAMPLE_ADDRESS, `127.0.0.1:${kafkaPort}`));
  return workspace;
}
