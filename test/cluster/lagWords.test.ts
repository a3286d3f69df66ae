import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  countText,
  durationText,
  rateText,
  shortName,
  totalSentence,
  totalText,
} from '../../server/src/cluster/words/lagWords';

describe('numbers in words', () => {
  it('shows every digit of an offset of 64 bits', () => {
    assert.equal(countText(9_223_372_036_854_775_807n), '9,223,372,036,854,775,807');
    assert.deepEqual([0n, 999, 1000, 0.4, -1234n].map(countText), ['0', '999', '1,000', '0', '-1,234']);
  });

  it('tells slow rates by the minute rather than as zero', () => {
    assert.deepEqual([0, 0.05, 2.54, 1234.5].map(rateText), ['0/s', '3/min', '2.5/s', '1,235/s']);
  });

  it('cuts a long name in its middle, so that the numbers after it stay in sight', () => {
    const name = 'com.example.platform.payments.settlement.reconciliation-consumers-eu-west-1';
    assert.equal(shortName(name), 'com.example…rs-eu-west-1');
    assert.equal(shortName(name).length, 24);
    assert.equal(shortName('x'.repeat(24)), 'x'.repeat(24));
  });

  it('tells durations in two units at most', () => {
    const seconds = [0.2, 45, 59.9, 1020, 12_000, 7200, 187_200, 1e9];
    const texts = ['1 s', '45 s', '60 s', '17 min', '3 h 20 min', '2 h', '2 d 4 h', 'more than 100 d'];
    assert.deepEqual(seconds.map(durationText), texts);
  });

  it('never shows unknown as zero, nor a partial total as a whole one', () => {
    assert.equal(totalText({ lag: 0n, knownPartitions: 0, unknownPartitions: 3 }), 'not known');
    assert.equal(totalText({ lag: 0n, knownPartitions: 1, unknownPartitions: 2 }), '0 + 2 unknown');
    assert.equal(totalText({ lag: 0n, knownPartitions: 3, unknownPartitions: 0 }), 'caught up');
    assert.equal(
      totalSentence({ lag: 1n, knownPartitions: 1, unknownPartitions: 1 }),
      '1 message behind, not counting 1 partition of unknown lag',
    );
  });
});
