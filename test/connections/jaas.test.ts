import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseJaas } from '../../server/src/jaas/jaas';

/** What Kafka reads: the login module, then each option and its value; null where it refuses the text. */
type Recorded = readonly (readonly [text: string, answer: readonly string[] | null])[];

const RECORDED = new URL('./expectations/jaas.json', import.meta.url);

function own(text: string): readonly string[] | null {
  const module = parseJaas(text);
  if ('problem' in module) return null;
  const options = [...module.options].sort(([a], [b]) => (a < b ? -1 : 1));
  return [module.loginModule, ...options.flat()];
}

describe('sasl.jaas.config', () => {
  it('is read as Kafka reads it', () => {
    const recorded: Recorded = JSON.parse(readFileSync(RECORDED, 'utf8'));
    assert.ok(recorded.length > 200);
    for (const [text, answer] of recorded) assert.deepEqual(own(text), answer, JSON.stringify(text));
  });

  it('never throws, and a refusal says why', () => {
    const pieces = fc.constantFrom(
      'a.B',
      'required',
      '=',
      ';',
      '"x',
      '"',
      "'",
      '/',
      '*',
      '\\',
      '-',
      '1',
      ' ',
      '\n',
      'ü',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const module = parseJaas(parts.join(''));
        assert.ok('problem' in module ? module.problem.endsWith('.') : module.loginModule !== '');
      }),
    );
  });

  it('says what to write for a password without quotes that Kafka cannot read', () => {
    assert.deepEqual(parseJaas('a.B required username=u password=5ecret;'), {
      problem: 'sasl.jaas.config has no value for password that Kafka can read: write password="…" with double quotes.',
    });
  });
});
