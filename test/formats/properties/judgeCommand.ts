import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { disagreements, javaVersion } from './judge';
import { longNastyDocument, nastyDocument } from './nasty';

const BATCH = 10_000;
const SHOWN = 5;

/** Compares the parser with java.util.Properties on generated documents; ends with 1 when they disagree. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
  const count = Number(values.count ?? 100_000);
  const seed = Number(values.seed ?? randomInt(2 ** 31));
  const java = javaVersion();
  if (!java) {
    console.error('No java on the path: nothing was compared.');
    return 2;
  }
  console.log(`Judge: ${java}; seed ${seed}`);
  let found = 0;
  for (let done = 0; done < count; done += BATCH) {
    const size = Math.min(BATCH, count - done);
    const documents = [
      ...fc.sample(nastyDocument, { numRuns: size - Math.ceil(size / 50), seed: seed + done }),
      ...fc.sample(longNastyDocument, { numRuns: Math.ceil(size / 50), seed: seed + done }),
    ];
    const wrong = await disagreements(documents);
    for (const one of wrong.slice(0, SHOWN)) console.log(JSON.stringify(one).slice(0, 2000));
    found += wrong.length;
  }
  console.log(`${count} documents compared, ${found} disagreements`);
  return found === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
