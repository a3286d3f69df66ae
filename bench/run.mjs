// Measures what the product promises; nothing here fails a build. Run `npm run build` first.
import { fileURLToPath } from 'node:url';
import { benchCli } from './cli.mjs';
import { clientCode } from './clientCode.mjs';
import { brokerDocument } from './documents.mjs';
import { benchServer } from './server.mjs';

const dist = (file) => fileURLToPath(new URL(`../dist/${file}`, import.meta.url));
const fixed = (number, digits = 2) => number.toFixed(digits).padStart(9);

const broker = (lines) => at({ path: 'server.properties', languageId: 'properties', text: brokerDocument(lines) }, '=');
const code = (lines) => at({ path: 'orders.ts', languageId: 'typescript', text: clientCode(lines) }, 'acks: 1');

/** With the caret in the middle of the document, after the next `mark`. */
function at(document, mark) {
  const { text } = document;
  return { ...document, caret: text.indexOf(mark, text.length / 2) + mark.length };
}

console.log('Keystroke to diagnostics over stdio');
console.log('document            lines  findings    p50 ms    p95 ms    p99 ms  first ms   RSS MiB');
for (const document of [...[300, 1000, 5000, 20000].map(broker), ...[500, 2000].map(code)]) {
  const { lines, findings, p50, p95, p99, toFirst, rss } = await benchServer(dist('server.js'), document);
  const figures = [fixed(p50), fixed(p95), fixed(p99), fixed(toFirst, 0), fixed(rss, 1)];
  console.log(
    `${document.path.padEnd(17)}${String(lines).padStart(8)}${String(findings).padStart(10)} ${figures.join(' ')}`,
  );
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
