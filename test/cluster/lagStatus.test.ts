import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CommitWindow } from '../../server/src/cluster/trend/commitWindow';
import { type Commit, lagStatus, PATIENCE_MS, WINDOW } from '../../server/src/cluster/trend/status';

const MINUTE = 60_000;

type Pairs = readonly (readonly [offset: number, lag: number])[];

/** One commit a minute, the last of them now. */
function commits(...pairs: Pairs): { window: Commit[]; now: number } {
  const window = pairs.map(([offset, lag], index) => ({ at: index * MINUTE, offset, lag }));
  return { window, now: (pairs.length - 1) * MINUTE };
}

function judged(...pairs: Pairs): ReturnType<typeof lagStatus> {
  const { window, now } = commits(...pairs);
  return lagStatus(window, window.at(-1)?.lag ?? 0, now);
}

describe('a partition’s state by Burrow’s rules', () => {
  it('is OK when the lag was ever zero, whatever else happened before', () => {
    assert.equal(judged([10, 5], [10, 0], [5, 7], [5, 9]), 'OK');
    assert.equal(lagStatus(commits([1, 5], [1, 6]).window, 0, MINUTE), 'OK');
  });

  it('is REWIND when a committed offset went back', () => {
    assert.equal(judged([10, 5], [20, 5], [15, 10], [30, 4]), 'REWIND');
  });

  it('is STOP when the silence is longer than the window before it', () => {
    const { window } = commits([10, 5], [20, 5], [30, 5]);
    assert.equal(lagStatus(window, 5, 4 * MINUTE), 'WARN');
    assert.equal(lagStatus(window, 5, 4 * MINUTE + 1), 'STOP');
  });

  it('is STALL when the same offset is committed again and again', () => {
    assert.equal(judged([10, 5], [10, 5], [10, 9]), 'STALL');
  });

  it('is STALL too when it moved before, once it is stuck for longer than it ever was', () => {
    assert.equal(judged([10, 5], [20, 0], [30, 1], [30, 9], [30, 12]), 'STALL');
    assert.equal(judged([10, 5], [20, 4], [30, 4], [30, 9]), 'OK', 'It commits once a minute.');
    assert.equal(judged([10, 5], [20, 4], [30, 0], [30, 9]), 'OK', 'The one message came just now.');
  });

  it('is WARN when it moves and the lag never falls, and OK when it falls once', () => {
    assert.equal(judged([10, 5], [20, 5], [30, 6]), 'WARN');
    assert.equal(judged([10, 5], [20, 4], [30, 9]), 'OK');
  });

  it('is not told from a single commit until the patience with it is over', () => {
    const { window } = commits([10, 5]);
    assert.equal(lagStatus(window, 5, PATIENCE_MS), undefined);
    assert.equal(lagStatus(window, 5, PATIENCE_MS + 1), 'STOP');
    assert.equal(lagStatus([], 5, 0), undefined);
  });

  const aWindow = fc
    .array(fc.record({ gap: fc.nat(2 * MINUTE), offset: fc.nat(20), lag: fc.nat(20) }), {
      minLength: 1,
      maxLength: WINDOW,
    })
    .map((steps) => {
      let at = 0;
      return steps.map(({ gap, offset, lag }) => {
        at += gap;
        return { at, offset, lag };
      });
    });

  it('never changes with a shift of all offsets or of all times', () => {
    fc.assert(
      fc.property(aWindow, fc.nat(20), fc.nat(10 * MINUTE), fc.nat(1e6), (window, lag, silence, shift) => {
        const now = (window.at(-1)?.at ?? 0) + silence;
        const moved = window.map(({ at, offset, lag: then }) => ({
          at: at + shift,
          offset: offset + shift,
          lag: then,
        }));
        assert.equal(lagStatus(moved, lag, now + shift), lagStatus(window, lag, now));
      }),
    );
  });

  it('follows the order of the rules', () => {
    fc.assert(
      fc.property(aWindow, fc.nat(20), fc.nat(10 * MINUTE), (window, lag, silence) => {
        const now = (window.at(-1)?.at ?? 0) + silence;
        const status = lagStatus(window, lag, now);
        const steps = window.slice(1).map((after, index) => [window[index] ?? after, after] as const);
        const zero = lag === 0 || window.some((commit) => commit.lag === 0);
        const back = steps.some(([before, after]) => after.offset < before.offset);
        assert.equal(status === 'REWIND', !zero && back);
        if (zero) assert.ok(status === 'OK' || status === 'STALL');
        if (status === 'STALL') assert.equal(window.at(-1)?.offset, window.at(-2)?.offset);
        if (status === 'WARN') assert.ok(steps.every(([before, after]) => before.lag <= after.lag));
        if (status === 'STOP') assert.ok(silence > PATIENCE_MS);
      }),
    );
  });
});

describe('a window of commits', () => {
  const observeAll = (isOwned: boolean, offsets: readonly number[]) => {
    const window = new CommitWindow();
    offsets.forEach((offset, index) => {
      window.observe({ at: index * 10_000, offset, lag: 5 }, isOwned);
    });
    return window.commits().map(({ at, offset }) => [at / 1000, offset]);
  };

  it('takes a changed offset for a commit', () => {
    assert.deepEqual(observeAll(false, [1, 1, 2, 2, 2, 3]), [
      [0, 1],
      [20, 2],
      [50, 3],
    ]);
  });

  it('takes a member’s silence for the same commit again once a minute, and nobody’s for none', () => {
    const unchanged = Array(14).fill(7);
    assert.deepEqual(observeAll(true, unchanged), [
      [0, 7],
      [60, 7],
      [120, 7],
    ]);
    assert.deepEqual(observeAll(false, unchanged), [[0, 7]]);
  });

  it('keeps the latest ten', () => {
    const offsets = Array.from({ length: 25 }, (_, index) => index);
    assert.deepEqual(
      observeAll(false, offsets),
      offsets.slice(-WINDOW).map((offset) => [offset * 10, offset]),
    );
  });
});
