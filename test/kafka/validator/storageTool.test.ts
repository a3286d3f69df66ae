import assert from 'node:assert/strict';
import type { Role } from '../../../server/src/model/scope';
import type { KafkaVersion } from '../../../server/src/model/version';
import { needsKafka } from '../harness/needsKafka';
import type { Case } from './case';
import { generate } from './generate';
import { lintCase } from './lintCase';
import { randomOf } from './random';
import { startValidator, type Validator } from './validator';

const VERSIONS: readonly KafkaVersion[] = ['3.9', '4.3'];
const ROLES: readonly Role[] = ['broker', 'controller', 'combined'];
const COUNT = 100;

const isKraft = ({ entries }: Case): boolean =>
  entries.some(([key, value]) => key === 'process.roles' && value.trim() !== '');

/** Files of KRaft nodes that neither we nor KafkaConfig have anything against. */
async function cleanCases(version: KafkaVersion, kafka: Validator): Promise<Case[]> {
  const random = randomOf(20_110_111);
  const cases = ROLES.flatMap((role) => Array.from({ length: COUNT }, () => generate(role, version, random)));
  const clean: Case[] = [];
  for (const one of cases) {
    if (one && isKraft(one) && lintCase(one).errors.length === 0 && (await kafka.ask(one)).ok) clean.push(one);
  }
  return clean;
}

describe('kafka-storage.sh format', function () {
  needsKafka(this);

  for (const version of VERSIONS) {
    it(`of Kafka ${version} takes what we find no error in`, async () => {
      const kafka = startValidator(version);
      try {
        const cases = await cleanCases(version, kafka);
        assert.ok(cases.length > COUNT / 2, `only ${cases.length} files were formatted`);
        for (const question of cases) {
          const answer = await kafka.ask(question, 'storage');
          assert.deepEqual(answer.ok ? [] : [answer.message, question.entries], []);
        }
      } finally {
        await kafka.close();
      }
    });
  }
});
