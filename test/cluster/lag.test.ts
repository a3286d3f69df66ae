import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lagOf, sumOfTotals, totalOfPartitions } from '../../server/src/cluster/assemble/lag';
import type { Offset, PartitionLag } from '../../server/src/cluster/model';

const anOffset: fc.Arbitrary<Offset> = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  fc.constantFrom<Offset>({ unknown: 'no-commit' }, { unknown: 'leader-unreachable' }),
);

function partition(committed: Offset, logEnd: Offset): PartitionLag {
  return { topic: 't', partition: 0, committed, logStart: 0n, logEnd, lag: lagOf(committed, 0n, logEnd) };
}

describe('lag', () => {
  it('is exact to the message over all 63 bits, and known only if both ends are', () => {
    fc.assert(
      fc.property(anOffset, anOffset, (committed, logEnd) => {
        const lag = lagOf(committed, 0n, logEnd);
        if (typeof committed === 'bigint' && typeof logEnd === 'bigint') {
          assert.ok(typeof lag === 'bigint');
          assert.equal(lag + committed, logEnd);
        } else if (logEnd === 0n && typeof committed !== 'bigint' && committed.unknown === 'no-commit') {
          assert.equal(lag, 0n, 'Nothing waits in an empty log.');
        } else {
          assert.ok(typeof lag !== 'bigint');
          assert.equal(lag, typeof committed === 'bigint' ? logEnd : committed);
        }
      }),
    );
  });

  it('adds up alike over partitions and over topics, and counts every partition once', () => {
    const partitions = fc.array(
      fc.tuple(anOffset, anOffset).map(([committed, logEnd]) => partition(committed, logEnd)),
    );
    fc.assert(
      fc.property(partitions, partitions, (one, other) => {
        const together = totalOfPartitions([...one, ...other]);
        assert.deepEqual(sumOfTotals([totalOfPartitions(one), totalOfPartitions(other)]), together);
        assert.equal(together.knownPartitions + together.unknownPartitions, one.length + other.length);
        assert.ok(together.lag >= 0n);
      }),
    );
  });
});
