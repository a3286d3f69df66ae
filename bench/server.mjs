// Keystroke to diagnostics over stdio, from outside the server's process.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const KEYSTROKES = 400;
const WARM_UP = 100;

/** Opens a document, { path, languageId, text }, and types at the offset `caret` of it. */
export async function benchServer(serverPath, { path, languageId, text, caret }) {
  const started = performance.now();
  const child = spawn(process.execPath, [serverPath, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  const textDocument = { dynamicRegistration: false, diagnostic: { dynamicRegistration: false } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument } });
  await connection.sendNotification('initialized', {});
  const uri = `file:///bench/${path}`;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text },
  });
  const first = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const toFirst = performance.now() - started;
  const times = await keystrokes(connection, uri, positionOf(text, caret));
  const rss = residentMemory(child.pid);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  return { lines: linesOf(text), findings: first.items.length, toFirst, rss, ...percentiles(times.slice(WARM_UP)) };
}

/** Types a digit at the end of a value and takes it back, as an author who cannot decide. */
async function keystrokes(connection, uri, start) {
  const times = [];
  const end = { line: start.line, character: start.character + 1 };
  for (let index = 0; index < KEYSTROKES + WARM_UP; index++) {
    const adds = index % 2 === 0;
    const range = { start, end: adds ? start : end };
    const from = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: index + 2 },
      contentChanges: [{ range, text: adds ? '0' : '' }],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    times.push(performance.now() - from);
  }
  return times;
}

function positionOf(text, offset) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
}

function linesOf(text) {
  return text.split('\n').length - 1;
}

function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** In MiB; only Linux tells it of another process this simply. */
function residentMemory(pid) {
  if (process.platform !== 'linux') return Number.NaN;
  const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib) / 1024;
}
