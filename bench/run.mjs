// Measures what the product promises; nothing here fails a build. Run `npm run build` first.
import { fileURLToPath } from 'node:url';
import { benchCli } from './cli.mjs';
import { benchServer } from './server.mjs';

const dist = (file) => fileURLToPath(new URL(`../dist/${file}`, import.meta.url));
const fixed = (number, digits = 2) => number.toFixed(digits).padStart(9);

console.log('Keystroke to diagnostics over stdio');
console.log('    lines  findings    p50 ms    p95 ms    p99 ms  first ms   RSS MiB');
for (const lines of [300, 1000, 5000, 20000]) {
  const { findings, p50, p95, p99, toFirst, rss } = await benchServer(dist('server.js'), lines);
  console.log(
    `${String(lines).padStart(9)}${String(findings).padStart(10)} ${fixed(p50)} ${fixed(p95)} ${fixed(p99)} ${fixed(toFirst, 0)} ${fixed(rss, 1)}`,
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
