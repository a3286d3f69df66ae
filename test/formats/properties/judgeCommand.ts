import { randomInt } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { CORNERS } from './corners';
import { disagreements, javaVerdicts, javaVersion } from './judge';
import { longNastyDocument, nastyDocument } from './nasty';

const BATCH = 10_000;
const SHOWN = 5;
const RECORDED_SAMPLES = 150;

/**
 * Compares the parser with java.util.Properties on generated documents, or records what that makes of a few
 * (`--record`). Gives the exit code: 0 when they agree, 1 when they do not, 2 without a JDK.
 */
async function main(): Promise<number> {
  const java = javaVersion();
  if (!java) {
    console.error('No java on the path: nothing was compared.');
    return 2;
  }
  const { values } = parseArgs({
    options: { count: { type: 'string' }, seed: { type: 'string' }, record: { type: 'boolean' } },
  });
  if (values.record) return record();
  const seed = Number(values.seed ?? randomInt(2 ** 31));
  console.log(`Judge: ${java}; seed ${seed}`);
  return compare(Number(values.count ?? 100_000), seed);
}

async function compare(count: number, seed: number): Promise<number> {
  let found = 0;
  for (let done = 0; done < count; done += BATCH) {
    const wrong = await disagreements(sample(Math.min(BATCH, count - done), seed + done));
    for (const one of wrong.slice(0, SHOWN)) console.log(JSON.stringify(one).slice(0, 2000));
    found += wrong.length;
  }
  console.log(`${count} documents compared, ${found} disagreements`);
  return found === 0 ? 0 : 1;
}

/** One document in fifty is long. */
function sample(size: number, seed: number): string[] {
  const long = Math.floor(size / 50);
  return [
    ...fc.sample(nastyDocument, { numRuns: size - long, seed }),
    ...fc.sample(longNastyDocument, { numRuns: long, seed }),
  ];
}

async function record(): Promise<number> {
  const documents = [...CORNERS, ...fc.sample(nastyDocument, { numRuns: RECORDED_SAMPLES, seed: 1 })];
  const verdicts = await javaVerdicts(documents);
  const lines = documents.map((document, index) => JSON.stringify([document, verdicts[index]]));
  const file = new URL('./expectations/java.json', import.meta.url);
  mkdirSync(fileURLToPath(new URL('.', file)), { recursive: true });
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
  console.log(`${documents.length} expectations recorded`);
  return 0;
}

void main().then((code) => {
  process.exitCode = code;
});
