import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type AlertMemory, decideAlerts } from '../../client/src/alerts/decide';

const QUIET_MS = 60_000;
const THRESHOLD = 100;

const RULES = { quietMs: QUIET_MS, tellsAll: false };

interface Wish {
  readonly isMuted?: boolean;
  readonly drainsSoon?: boolean;
  /** The first of the lags is what was there when the cluster was connected. */
  readonly isConnected?: boolean;
  readonly tellsAll?: boolean;
}

/** What is told of one group over these lags, one look every `stepMs`. */
function told(lags: readonly (number | undefined)[], stepMs = 1000, wish: Wish = {}): readonly number[] {
  const { isMuted = false, drainsSoon = false, isConnected = false, tellsAll = false } = wish;
  let memory: ReadonlyMap<string, AlertMemory> = new Map();
  return lags.flatMap((each, index) => {
    const lag = each === undefined ? undefined : BigInt(each);
    const isFirstLook = isConnected && index === 0;
    const input = { key: 'g', lag, threshold: THRESHOLD, isFirstLook, drainsSoon, isMuted };
    const decision = decideAlerts([input], memory, index * stepMs, { quietMs: QUIET_MS, tellsAll });
    memory = decision.memory;
    return decision.tell.length > 0 ? [index] : [];
  });
}

describe('deciding on notifications', () => {
  it('tells of a group that rises above its threshold, once', () => {
    assert.deepEqual(told([100, 101, 500, 900]), [1]);
    assert.deepEqual(told([5000]), [0], 'So is a group that appears while the cluster is watched.');
  });

  it('tells nothing of lag that was there when the cluster was connected, and of its next rise', () => {
    assert.deepEqual(told([500, 600, 0, 500], QUIET_MS, { isConnected: true }), [3]);
    assert.deepEqual(told([500], QUIET_MS, { isConnected: true, tellsAll: true }), [0]);
  });

  it('waits with lag that drains soon', () => {
    assert.deepEqual(told([0, 500, 400], QUIET_MS, { drainsSoon: true }), []);
    assert.deepEqual(told([0, 500], QUIET_MS, { drainsSoon: true, tellsAll: true }), [1]);
  });

  it('takes hovering at the threshold for one alarm', () => {
    assert.deepEqual(told([101, 99, 101, 81, 101], QUIET_MS), [0]);
    assert.deepEqual(told([101, 80, 101], QUIET_MS), [0, 2]);
  });

  it('keeps quiet for a while after it told, and then tells what is still so', () => {
    assert.deepEqual(told([101, 0, 101, 101, 101], 20_000), [0, 3]);
    assert.deepEqual(told([101, 0, 101, 0, 0], 20_000), [0]);
  });

  it('takes unknown lag neither for an alarm nor for its end', () => {
    assert.deepEqual(told([undefined, undefined]), []);
    assert.deepEqual(told([101, undefined, 101], QUIET_MS), [0]);
  });

  it('tells nothing of a muted group, and forgets groups that are gone', () => {
    assert.deepEqual(told([101, 0, 500], QUIET_MS, { isMuted: true }), []);
    const memory = new Map([['gone', { isHigh: true }]]);
    assert.equal(decideAlerts([], memory, 0, RULES).memory.size, 0);
  });

  it('goes on when the clock is set back', () => {
    const memory = new Map([['g', { isHigh: false, toldAt: 1_000_000 }]]);
    const input = { key: 'g', lag: 500n, threshold: THRESHOLD, isFirstLook: false, drainsSoon: false, isMuted: false };
    assert.deepEqual(decideAlerts([input], memory, 10, RULES).tell, ['g']);
  });

  it('never tells twice within the quiet time, nor without a lag above the threshold', () => {
    const lag = fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(lag, { maxLength: 60 }), fc.integer({ min: 1000, max: 90_000 }), (lags, stepMs) => {
        const indexes = told(lags, stepMs);
        indexes.forEach((index, each) => {
          assert.ok((lags[index] ?? 0) > THRESHOLD);
          const before = indexes[each - 1];
          if (before !== undefined) assert.ok((index - before) * stepMs >= QUIET_MS);
        });
      }),
    );
  });
});
