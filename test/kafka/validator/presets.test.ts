import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apply, parse, plan, scenario } from '../../support/presetCases';
import { needsKafka } from '../harness/needsKafka';
import type { Case, Pair } from './case';
import { startValidator, type Validator } from './validator';

const VERSIONS = ['3.9', '4.1', '4.3'] as const;

/** The last value of each key, as Java reads a file; undefined where one is still to be filled in. */
function pairsOf(text: string): readonly Pair[] | undefined {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const pairs = lines.map((line): Pair => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  return text.includes('${') ? undefined : [...new Map(pairs)];
}

describe('presets', function () {
  needsKafka(this);

  for (const version of VERSIONS) {
    describe(`before Kafka ${version}`, () => {
      let kafka: Validator;
      before(() => {
        kafka = startValidator(version);
      });
      after(() => kafka.close());

      it('leave what it accepts acceptable', async () => {
        await fc.assert(
          fc.asyncProperty(scenario, async ({ kind, text, name }) => {
            const document = parse(kind, text, version);
            const changed = apply(document, plan(document, name));
            const [entries, afterwards] = [pairsOf(text), pairsOf(changed)];
            if (!entries || !afterwards) return;
            const question = (of: readonly Pair[]): Case => ({ role: kind, version, entries: of });
            const [was, is] = [await kafka.ask(question(entries)), await kafka.ask(question(afterwards))];
            assert.ok(!was.ok || is.ok, `${name}\n${text}\n${changed}\n${is.ok ? '' : is.message}`);
          }),
          { numRuns: 40 },
        );
      });
    });
  }
});
