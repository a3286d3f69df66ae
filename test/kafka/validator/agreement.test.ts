import assert from 'node:assert/strict';
import { settingAt } from '../../../server/src/catalogue/catalogue';
import type { KafkaVersion } from '../../../server/src/model/version';
import { needsKafka } from '../harness/needsKafka';
import { COMPARED_ROLES, fixturesOf } from './fixtures';
import { type Linter, lintCase } from './lintCase';
import { describeKinds } from './report';
import { runAgreement, runVersion, type Tally } from './run';
import { startValidator, type Validator } from './validator';

/** The last line with ZooKeeper, and one of those without; the command compares the others as well. */
const VERSIONS: readonly KafkaVersion[] = ['3.9', '4.3'];
/** Kept, so that a change fails here for what it breaks: cases that nobody has seen are for `npm run agreement`. */
const SEEDS = [20_110_111, 20_240_229] as const;
const COUNT = 700;

async function talliesOf(plan: Parameters<typeof runVersion>[0], kafka: Validator): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for await (const tally of runVersion(plan, kafka)) tallies.push(tally);
  return tallies;
}

function disagreements(tallies: readonly Tally[]): string {
  return tallies
    .filter(({ kinds }) => kinds.size > 0)
    .map(describeKinds)
    .join('\n');
}

describe('our errors and what Kafka refuses', function () {
  needsKafka(this);

  for (const version of VERSIONS) {
    describe(`at Kafka ${version}`, () => {
      let kafka: Validator;
      before(() => {
        kafka = startValidator(version);
      });
      after(() => kafka.close());

      it('neither has a word against the files that the cases are made from', async () => {
        for (const role of COMPARED_ROLES) {
          for (const entries of fixturesOf(role, version)) {
            const question = { role, version, entries };
            assert.deepEqual(await kafka.ask(question).then(({ ok }) => ok), true, `Kafka refuses the ${role} file`);
            assert.deepEqual(lintCase(question).errors, []);
          }
        }
      });

      for (const seed of SEEDS) {
        it(`are the same for seed ${seed}`, async () => {
          const tallies = await talliesOf({ version, count: COUNT, seed }, kafka);
          assert.equal(disagreements(tallies), '');
          const refused = tallies.reduce((sum, tally) => sum + tally.refused, 0);
          assert.ok(refused > COUNT / 4, `Kafka refused only ${refused} cases, so that hardly anything was compared`);
        });
      }
    });
  }
});

describe('the comparison with Kafka', function () {
  needsKafka(this);
  const version = '4.3';
  let kafka: Validator;
  before(() => {
    kafka = startValidator(version);
  });
  after(() => kafka.close());

  it('finds a limit that is off by one, and shows the one entry that it takes', async () => {
    const constraint = settingAt('topic', 'segment.bytes', version)?.constraint;
    assert.ok(constraint?.min);
    const right = constraint.min;
    Reflect.set(constraint, 'min', String(Number(right) + 1));
    try {
      const { falseErrors, missedErrors, kinds } = await runAgreement(
        { role: 'topic', version, count: 800, seed: SEEDS[0] },
        kafka,
      );
      assert.ok(falseErrors > 0);
      assert.equal(missedErrors, 0);
      const [kind] = kinds.values();
      assert.deepEqual(kind?.smallest.question.entries, [['segment.bytes', right]]);
    } finally {
      Reflect.set(constraint, 'min', right);
    }
  });

  it('finds a rule that has fallen silent, and shows what Kafka says', async () => {
    const deaf: Linter = (question) => {
      const own = lintCase(question);
      return { ...own, errors: own.errors.filter(({ rule }) => rule !== 'producer/delivery-timeout-conflict') };
    };
    const plan = { role: 'producer', version, count: 800, seed: SEEDS[0], linter: deaf } as const;
    const { falseErrors, missedErrors, kinds } = await runAgreement(plan, kafka);
    assert.equal(falseErrors, 0);
    assert.ok(missedErrors > 0);
    assert.match([...kinds.keys()].join(), /delivery\.timeout\.ms should be equal to or larger than linger\.ms/);
  });

  it('finds errors that stand at another key than the one at fault', async () => {
    const squinting: Linter = (question) => {
      const own = lintCase(question);
      return { ...own, errors: own.errors.map((error) => ({ ...error, key: 'cleanup.policy', message: '' })) };
    };
    const plan = { role: 'topic', version, count: 200, seed: SEEDS[0], linter: squinting } as const;
    const { falseErrors, missedErrors, otherKeys, refused } = await runAgreement(plan, kafka);
    assert.equal(falseErrors + missedErrors, 0);
    assert.ok(otherKeys > refused / 2, `${otherKeys} of ${refused} refused`);
  });

  it('finds keys of which Kafka warns and we do not, and the other way round', async () => {
    const plan = { role: 'producer', version, count: 300, seed: SEEDS[0] } as const;
    const silent: Linter = (question) => ({ ...lintCase(question), notes: [] });
    const { warnings: missed, kinds } = await runAgreement({ ...plan, linter: silent }, kafka);
    assert.ok(missed > 0);
    assert.match([...kinds.keys()].join(), /missed-warning /);
    const shy: Linter = (question) => {
      const note = { rule: 'properties/unknown-key', key: 'bootstrap.servers', message: 'Nobody reads it.' };
      return { ...lintCase(question), notes: [...lintCase(question).notes, note] };
    };
    const { warnings: wrong, kinds: others } = await runAgreement({ ...plan, linter: shy }, kafka);
    assert.ok(wrong > 0);
    assert.ok(others.has('false-warning bootstrap.servers'));
  });
});
