import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type Judged, wrongScalars } from './scalarVerdicts';

const tool = (path: string): string => fileURLToPath(new URL(`../../../tools/${path}`, import.meta.url));

/** What people write, and everything that is nearly a number. */
const piece = fc.constantFrom(
  ...['0', '1', '7', '8', '00', '10', '_', '.', '-', '+', 'e', 'E', '0x', '0o', '0b', ':', 'a', 'f', 'e3', 'e+2'],
);
const word = fc.constantFrom(
  'yes',
  'No',
  'on',
  'OFF',
  'true',
  'False',
  'null',
  '~',
  'y',
  'N',
  '2024-01-01',
  '3.10',
  '010',
);
const number = fc.tuple(fc.constantFrom('', '-', '+'), fc.nat(), fc.constantFrom('', '.5', '.10', '.25', 'e3'));
const scalar = fc
  .oneof(
    { weight: 6, arbitrary: fc.array(piece, { minLength: 1, maxLength: 7 }).map((parts) => parts.join('')) },
    { weight: 3, arbitrary: number.map((parts) => parts.join('')) },
    { weight: 1, arbitrary: word },
  )
  // Plain scalars only; Go's reading of signs behind `0b` and SnakeYAML's of lone underscores are their accidents.
  .filter((text) => !/^[-+:]?$|^:|:$|^- |0b_*[-+]|^[-+]?\._|^[-+]?0x_*$/.test(text));

/**
 * Compares what compose, Kubernetes and Spring make of plain scalars with what the project does, or records a few
 * answers for machines without Go and Java (`--record`).
 */
function main(): number {
  const { values } = parseArgs({ options: { count: { type: 'string' }, record: { type: 'boolean' } } });
  const texts = [...new Set(fc.sample(scalar, { numRuns: values.record ? 300 : Number(values.count ?? 20_000) }))];
  const input = texts.map((text) => JSON.stringify(text)).join('\n');
  const folder = mkdtempSync(join(tmpdir(), 'yaml-judge-'));
  const go = join(folder, 'judge');
  execFileSync('go', ['build', '-o', go, '.'], { cwd: tool('yaml-judge'), stdio: 'inherit' });
  execFileSync('mvn', [
    '-q',
    '-B',
    '-f',
    tool('spring-judge/pom.xml'),
    'dependency:copy-dependencies',
    `-DoutputDirectory=${folder}/lib`,
  ]);
  execFileSync('javac', ['-cp', `${folder}/lib/*`, '-d', folder, tool('spring-judge/SpringJudge.java')]);
  const ask = (command: string, ...options: string[]): (string | null)[] =>
    execFileSync(command, options, { input, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'ignore'] })
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const compose = ask(go, 'compose-env');
  const kubernetes = ask(go, 'kubernetes');
  const spring = ask('java', '-cp', `${folder}:${folder}/lib/*`, 'SpringJudge', 'scalar');
  const judged = texts.map(
    (text, index): Judged => ({
      text,
      compose: compose[index] ?? null,
      kubernetes: kubernetes[index] ?? null,
      spring: spring[index] ?? null,
    }),
  );
  if (values.record) {
    const file = fileURLToPath(new URL('./expectations/scalars.json', import.meta.url));
    writeFileSync(file, `[\n${judged.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
    return 0;
  }
  const wrong = wrongScalars(judged);
  for (const one of wrong.slice(0, 10)) console.log(one);
  console.log(`${texts.length} scalars compared with three readers, ${wrong.length} disagreements`);
  return wrong.length === 0 ? 0 : 1;
}

process.exitCode = main();
