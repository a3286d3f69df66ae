import assert from 'node:assert/strict';
import { readUnitNumber } from '../../../server/src/rules/properties/support/units';

const CASES: readonly (readonly [key: string, value: string, plain: string | undefined, sameDigits: boolean])[] = [
  ['linger.ms', '10ms', '10', true],
  ['linger.ms', '2 s', '2000', false],
  ['retention.ms', '7d', '604800000', false],
  ['log.retention.hours', '7d', '168', false],
  ['log.retention.hours', '30m', undefined, false],
  ['log.retention.minutes', '2h', '120', false],
  ['batch.size', '16KB', '16384', false],
  ['buffer.memory', '32 MiB', '33554432', false],
  ['log.segment.bytes', '512b', '512', true],
  ['num.io.threads', '8k', undefined, false],
  ['batch.size', '16_384', '16384', true],
  ['batch.size', '16,384', '16384', false],
  ['log.segment.bytes', '1024 * 1024', '1048576', false],
];

describe('numbers with units', () => {
  for (const [key, value, plain, sameDigits] of CASES) {
    it(`${key}=${value}`, () => {
      assert.deepEqual(readUnitNumber(key, value), { sameDigits, ...(plain !== undefined && { plain }) });
    });
  }

  it('leaves alone what is no number with a unit', () => {
    for (const value of ['', 'abc', '12', '12 parsecs', '1,2', '1.5s', `${'1'.repeat(100)}ms`]) {
      assert.equal(readUnitNumber('linger.ms', value), undefined, value);
    }
  });
});
