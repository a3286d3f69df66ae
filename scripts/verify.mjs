// Everything that CI holds, in the order in which it fails soonest. Each check counts as one, each test as one; the
// last line says how many passed and failed, and the lines before it what broke.
import { spawn } from 'node:child_process';
import { whatBroke } from './verify/whatBroke.mjs';

const STEPS = [
  { name: 'format and lint', command: 'npm run --silent lint' },
  { name: 'types', command: 'npm run --silent types' },
  { name: 'unused code', command: 'npm run --silent unused' },
  { name: 'generated files are fresh', command: 'npm run --silent gen:check' },
  { name: 'bundles within their budget', command: 'npm run --silent build -- --check' },
  { name: 'unit, law, rule page and stdio tests', command: 'npm run --silent test:unit' },
  { name: 'what is packaged', command: 'npm run --silent test:package' },
  { name: 'tests against real Kafka', command: 'npm run --silent test:kafka' },
  { name: 'tests in a real VS Code', command: 'npm run --silent test:vscode' },
];

/** How many lines say at the end what broke, shared by the steps that failed. */
const LINES_AT_THE_END = 30;

function run(command) {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.setEncoding('utf8').on('data', (text) => {
        to.write(text);
        output += text;
      });
    }
    child.on('close', (code) => resolve({ code, output }));
  });
}

const sum = (output, pattern) => [...output.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);

let passed = 0;
let failed = 0;
const broken = [];
for (const { name, command } of STEPS) {
  const start = Date.now();
  console.log(`\n== ${name}`);
  const { code, output } = await run(command);
  // Mocha's spec reporter closes with these.
  const passing = sum(output, /^\s*(\d+) passing/gm);
  const failing = sum(output, /^\s*(\d+) failing/gm);
  passed += passing;
  failed += failing;
  if (code === 0) passed += 1;
  else if (failing === 0) failed += 1;
  if (code !== 0) broken.push({ name, output });
  console.log(`-- ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
if (broken.length > 0) process.exitCode = 1;
for (const { name, output } of broken) {
  console.log(`\nFAILED: ${name}`);
  for (const line of whatBroke(output, Math.floor(LINES_AT_THE_END / broken.length))) console.log(line);
}
console.log(`\n${passed} passed, ${failed} failed`);
