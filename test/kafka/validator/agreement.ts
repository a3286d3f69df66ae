import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { parseVersion } from '../../../server/src/model/version';
import { COMPARED_ROLES, fixturesOf } from './fixtures';
import { COMPARED, NoJava } from './releases';
import { describeKinds, rowOf, TABLE_HEAD } from './report';
import { runAgreement, type Tally } from './run';
import { startValidator } from './validator';

/** Of how many cases a role gets; the others get one each. Servers and topics have the most settings. */
const SHARES: Readonly<Record<string, number>> = {
  broker: 6,
  controller: 2,
  combined: 3,
  topic: 4,
  producer: 3,
  consumer: 3,
};

/**
 * Compares our errors with Kafka's refusals. Gives the exit code: 0 when they agree, 1 when they do not, 2 without a
 * JDK.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string' },
      seed: { type: 'string' },
      version: { type: 'string' },
      role: { type: 'string' },
    },
  });
  const seed = Number(values.seed ?? randomInt(2 ** 31));
  const count = Number(values.count ?? 10_000);
  const versions = COMPARED.filter((one) => !values.version || one === parseVersion(values.version));
  console.log(`seed ${seed}, ${count} cases a version\n\n${TABLE_HEAD}`);
  const tallies: Tally[] = [];
  for (const version of versions) {
    const roles = COMPARED_ROLES.filter((role) => !values.role || role === values.role).filter(
      (role) => fixturesOf(role, version).length > 0,
    );
    const shares = roles.reduce((sum, role) => sum + (SHARES[role] ?? 1), 0);
    const kafka = startValidator(version);
    for (const role of roles) {
      const part = Math.ceil((count * (SHARES[role] ?? 1)) / shares);
      const tally = await runAgreement({ role, version, count: part, seed: seed + roles.indexOf(role) }, kafka);
      console.log(rowOf(tally));
      tallies.push(tally);
    }
    await kafka.close();
  }
  for (const tally of tallies) console.log(describeKinds(tally));
  return tallies.some(({ falseErrors, missedErrors }) => falseErrors + missedErrors > 0) ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof NoJava)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  },
);
