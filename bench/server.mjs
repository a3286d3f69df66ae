// Keystroke to diagnostics over stdio, from outside the servers' processes; all servers take turns, so that each of them
// has the same machine.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const ROUNDS = 10;
const KEYSTROKES = 40;
const WARM_UP = 100;

/** As the extension starts its server. */
const ARGUMENTS = ['--v8-pool-size=1'];
const ENVIRONMENT = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '65536' };

/** Types into { server, path, languageId, text, caret } each, at the offset `caret`; gives figures in the same order. */
export async function benchServers(typed) {
  const sessions = [];
  try {
    for (const one of typed) sessions.push(await open(one));
    for (const session of sessions) await type(session, WARM_UP);
    for (const session of sessions) session.times.length = 0;
    for (let round = 0; round < ROUNDS; round++) for (const session of sessions) await type(session, KEYSTROKES);
    return sessions.map(({ child, times, lines, findings, toFirst }) => {
      return { lines, findings, toFirst, rss: residentMemory(child.pid), ...percentiles(times) };
    });
  } finally {
    for (const session of sessions) await close(session);
  }
}

async function open({ server, path, languageId, text, caret }) {
  const started = performance.now();
  const child = spawn(process.execPath, [...ARGUMENTS, server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...ENVIRONMENT },
  });
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
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  const first = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const toFirst = performance.now() - started;
  const start = positionOf(text, caret);
  const end = { line: start.line, character: start.character + 1 };
  const told = { lines: linesOf(text), findings: first.items.length, toFirst };
  return { ...told, child, connection, uri, start, end, version: 1, resultId: first.resultId, times: [] };
}

/** Types a digit at the end of a value and takes it back, as an author who cannot decide. */
async function type(session, keystrokes) {
  const { connection, uri, start, end, times } = session;
  for (let index = 0; index < keystrokes; index++) {
    const adds = session.version % 2 === 1;
    const contentChanges = [{ range: { start, end: adds ? start : end }, text: adds ? '0' : '' }];
    const from = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++session.version },
      contentChanges,
    });
    const report = await connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(session.resultId && { previousResultId: session.resultId }),
    });
    times.push(performance.now() - from);
    session.resultId = report.resultId;
  }
}

async function close({ child, connection }) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
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
