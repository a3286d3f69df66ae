// Measures what the product promises, beside what others take; nothing here fails a build. Run `npm run build` first.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { benchCli } from './cli.mjs';
import { clientCode } from './clientCode.mjs';
import { brokerDocument } from './documents.mjs';
import { fetchJsonServer, jsonDocument } from './peers.mjs';
import { benchServers } from './server.mjs';

const dist = (file) => fileURLToPath(new URL(`../dist/${file}`, import.meta.url));
const fixed = (number, digits = 2) => number.toFixed(digits).padStart(9);

const broker = (lines) => at({ path: 'server.properties', languageId: 'properties', text: brokerDocument(lines) }, '=');
const code = (lines) => at({ path: 'orders.ts', languageId: 'typescript', text: clientCode(lines) }, 'acks: 1');

/** With the caret in the middle of the document, after the next `mark`. */
function at(document, mark) {
  const { text } = document;
  return { ...document, caret: text.indexOf(mark, text.length / 2) + mark.length };
}

const json = at({ path: 'settings.json', languageId: 'json', text: jsonDocument(300) }, '"threads": 8');
const ours = [...[300, 1000, 5000, 20000].map(broker), ...[500, 2000].map(code)];
const peers = fetchJsonServer();
try {
  const typed = [
    { ...json, name: 'JSON server', server: peers.server },
    { ...broker(300), name: 'empty server', server: fileURLToPath(new URL('emptyServer.mjs', import.meta.url)) },
    ...ours.map((document) => ({ ...document, name: document.path, server: dist('server.js') })),
  ];
  const figures = await benchServers(typed);
  const [base] = figures;
  console.log('Keystroke to diagnostics over stdio, all servers in turn; ratios to the JSON server');
  console.log(
    'server            lines  findings    p50 ms     ratio    p95 ms     ratio  first ms   RSS MiB     ratio',
  );
  for (const [index, { lines, findings, p50, p95, toFirst, rss }] of figures.entries()) {
    const beside = [fixed(p50), fixed(p50 / base.p50), fixed(p95), fixed(p95 / base.p95), fixed(toFirst, 0)];
    const row = [...beside, fixed(rss, 1), fixed(rss / base.rss)].join(' ');
    console.log(`${typed[index].name.padEnd(17)}${String(lines).padStart(6)}${String(findings).padStart(10)} ${row}`);
  }
} finally {
  rmSync(peers.folder, { recursive: true, force: true });
}

console.log('\nCommand line over a generated tree');
console.log('    files        MB  findings         s      MB/s');
for (const options of [
  { files: 10000, linesOf: 120 },
  { files: 400, linesOf: 20000 },
]) {
  const { files, megabytes, findings, seconds, rate } = benchCli(dist('cli.js'), options);
  console.log(
    `${String(files).padStart(9)} ${fixed(megabytes)} ${String(findings).padStart(9)} ${fixed(seconds)} ${fixed(rate, 1)}`,
  );
}
