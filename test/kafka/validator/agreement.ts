import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { parseVersion } from '../../../server/src/model/version';
import { hasJava } from '../harness/jars';
import { COMPARED_ROLES } from './fixtures';
import { COMPARED } from './releases';
import { describeKinds, rowOf, sumOf, TABLE_HEAD } from './report';
import { runVersion, type Tally } from './run';
import { startValidator } from './validator';

/**
 * Compares our errors with Kafka's refusals: `--count` cases a version, `--seed`, and `--version` or `--role` for a
 * part. Gives the exit code: 0 when they agree, 1 when they do not, 2 without a JDK.
 */
async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { count: text, seed: text, version: text, role: text } });
  if (!hasJava()) {
    console.error('There is no javac on the path: Kafka itself cannot be asked.');
    return 2;
  }
  const seed = Number(values.seed ?? randomInt(2 ** 31));
  const count = Number(values.count ?? 10_000);
  const only = values.version === undefined ? undefined : parseVersion(values.version);
  const roles = COMPARED_ROLES.filter((role) => !values.role || role === values.role);
  console.log(`seed ${seed}, ${count} cases a version\n\n${TABLE_HEAD}`);
  const tallies: Tally[] = [];
  for (const version of only ? [only] : COMPARED) {
    const kafka = startValidator(version);
    for await (const tally of runVersion({ version, count, seed, roles }, kafka)) {
      console.log(rowOf(tally));
      tallies.push(tally);
    }
    await kafka.close();
  }
  console.log(sumOf(tallies));
  for (const tally of tallies) if (tally.kinds.size > 0) console.log(describeKinds(tally));
  return tallies.some(({ kinds }) => kinds.size > 0) ? 1 : 0;
}

void main().then((code) => {
  process.exitCode = code;
});
