// Writes what librdkafka says to values at the edges of every setting and to settings in each other's company, for the
// tests to hold the rules to. Needs Python with the package confluent-kafka; PYTHON names the interpreter.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const DATA = JSON.parse(readFileSync(here('../../server/src/catalogue/data/clients.generated.json'), 'utf8'));
const TARGET = here('../../test/rules/fixtures/librdkafka-verdicts.tsv');

/** Settings that need files, devices or a build with more features than the judge's, or that its wrapper reads itself. */
const NOT_JUDGED =
  /^(builtin\.features|internal\.|enabled_events|plugin\.|enable\.gapless|ssl\.|https\.|sasl\.|security\.protocol|delivery\.report\.only)/;

function valuesOf([, type, , range]) {
  if (type === 'boolean') return ['true', 'T', '0', 'yes', '2', ''];
  if (type === 'enum value') return [range.split(/, ?/).at(-1).toUpperCase(), 'nonsense'];
  if (type === 'CSV flags') return ['broker,topic', 'nonsense', ''];
  const bounds = /^(-?\d+) \.\. (-?\d+)$/.exec(range || '');
  if (!bounds || !['integer', 'float'].includes(type)) return [];
  const [low, high] = [Number(bounds[1]), Number(bounds[2])];
  return [low - 1, low, high, ...(high < 2 ** 31 - 1 ? [high + 1] : []), 'nonsense', '', `${high} ms`].map(String);
}

const { settings } = DATA.librdkafka;
const single = Object.entries(settings)
  .filter(([key]) => !NOT_JUDGED.test(key))
  .flatMap(([key, row]) => valuesOf(row).map((value) => `${key}=${value}`));
const unknown = ['buffer.memory', 'max.request.size', 'linger.m', 'log.level'].map((key) => `${key}=1`);
const together = readFileSync(here('combinations.tsv'), 'utf8').trim().split('\n');
const lines = [
  ...single.map((pair) => `producer\t${pair}`),
  ...unknown.map((pair) => `producer\t${pair}`),
  ...together,
];
const options = { input: `${lines.join('\n')}\n`, maxBuffer: 1 << 26, stdio: ['pipe', 'pipe', 'ignore'] };
const python = process.env.PYTHON ?? 'python3';
writeFileSync(TARGET, execFileSync(python, [here('judge.py')], options));
console.log(`${lines.length} verdicts`);
