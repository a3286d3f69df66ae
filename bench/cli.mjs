// The command line over a generated tree, as a whole process.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokerDocument, clientDocument } from './documents.mjs';

export function benchCli(cliPath, { files, linesOf }) {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-lint-bench-'));
  try {
    const bytes = writeTree(folder, files, linesOf);
    const start = performance.now();
    const result = spawnSync(process.execPath, [cliPath, '--format', 'json', '--fail-on', 'never', folder], {
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const seconds = (performance.now() - start) / 1000;
    if (result.status !== 0) throw new Error(`kafka-lint ended with ${result.status}`);
    const findings = JSON.parse(result.stdout.toString()).findings.length;
    return { files, megabytes: bytes / 1e6, findings, seconds, rate: bytes / 1e6 / seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeTree(folder, files, linesOf) {
  let bytes = 0;
  for (let index = 0; index < files; index++) {
    const parent = join(folder, `service-${Math.floor(index / 20)}`, 'config');
    if (index % 20 === 0) mkdirSync(parent, { recursive: true });
    const isBroker = index % 4 === 0;
    const text = isBroker ? brokerDocument(linesOf) : clientDocument(index);
    bytes += text.length;
    writeFileSync(join(parent, isBroker ? `server-${index}.properties` : `producer-${index}.properties`), text);
  }
  return bytes;
}
