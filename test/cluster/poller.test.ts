import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Cluster } from '../../server/src/cluster/cluster';
import type { ClusterSnapshot } from '../../server/src/cluster/model';
import { Poller, type PollerState } from '../../server/src/cluster/poller';
import { type FakeClock, fakeClock } from './support/fakeClock';
import { UNDESCRIBED } from './support/undescribed';

const INTERVAL = 10_000;

interface Stage {
  readonly poller: Poller;
  readonly clock: FakeClock;
  readonly states: PollerState[];
  readonly log: string[];
  /** When each refresh began. */
  readonly starts: number[];
  /** How long a refresh takes, and whether it fails. */
  tookMs: number;
  fails: boolean;
  running: number;
}

function stage(): Stage {
  const clock = fakeClock();
  const states: PollerState[] = [];
  const made = { clock, states, log: [] as string[], starts: [] as number[], tookMs: 100, fails: false, running: 0 };
  const cluster: Cluster = {
    ...UNDESCRIBED,
    refresh: async () => {
      made.starts.push(clock.monotonic());
      made.running += 1;
      assert.equal(made.running, 1, 'Refreshes never overlap.');
      await new Promise<void>((resolve) => void clock.after(made.tookMs, resolve));
      made.running -= 1;
      if (made.fails) throw new Error('The cluster is away.');
      return snapshotAt(clock.wall());
    },
    reconnect: () => made.log.push('reconnect'),
    close: () => made.log.push('close'),
  };
  const poller = new Poller({ cluster, intervalMs: INTERVAL, clock, onChange: (state) => states.push(state) });
  return Object.assign(made, { poller });
}

function snapshotAt(takenAt: number): ClusterSnapshot {
  return { takenAt, brokers: [], groups: [], unhealthy: [], problems: [] };
}

describe('the poller', () => {
  it('refreshes at once and then every interval, from start to start', async () => {
    const { clock, starts, poller } = stage();
    await clock.pass(35_000);
    assert.deepEqual(starts, [0, 10_000, 20_000, 30_000]);
    assert.ok(poller.state.snapshot);
    assert.equal(poller.isStale, false);
    poller.dispose();
  });

  it('gives a slow cluster half an interval of rest', async () => {
    const staged = stage();
    staged.tookMs = 12_000;
    await staged.clock.pass(40_000);
    assert.deepEqual(staged.starts, [0, 17_000, 34_000]);
    staged.poller.dispose();
  });

  it('keeps the last numbers on show with their age when refreshes fail, backs off to half a minute, and recovers', async () => {
    const staged = stage();
    const { clock, poller, starts } = staged;
    await clock.pass(5000);
    staged.fails = true;
    await clock.pass(100_000);
    assert.equal(poller.state.failure?.message, 'The cluster is away.');
    assert.ok(poller.state.snapshot);
    assert.equal(poller.isStale, true);
    assert.equal(poller.ageMs, 105_000 - 100);
    assert.deepEqual(starts, [0, 10_000, 20_000, 40_000, 70_000, 100_000]);
    staged.fails = false;
    await clock.pass(31_000);
    assert.equal(poller.state.failure, undefined);
    assert.equal(poller.isStale, false);
    poller.dispose();
  });

  it('sends nothing while paused, and refreshes at once when it is overdue on resuming', async () => {
    const { clock, poller, starts } = stage();
    await clock.pass(5000);
    poller.pause();
    await clock.pass(60_000);
    assert.deepEqual(starts, [0]);
    assert.equal(clock.timers, 0);
    assert.equal(poller.isStale, true);
    poller.resume();
    await clock.pass(1000);
    assert.deepEqual(starts, [0, 65_000]);
    poller.pause();
    poller.resume();
    await clock.pass(8000);
    assert.deepEqual(starts, [0, 65_000], 'A short look away brings nothing forward.');
    poller.dispose();
  });

  it('joins the refresh that is under way instead of starting another', async () => {
    const { clock, poller, starts } = stage();
    await clock.pass(50);
    const both = Promise.all([poller.refreshNow(), poller.refreshNow()]);
    await clock.pass(100);
    await both;
    assert.deepEqual(starts, [0]);
    poller.dispose();
  });

  it('connects anew after a sleep, and counts the sleep into the age', async () => {
    const { clock, poller, log } = stage();
    await clock.pass(1000);
    clock.jump(3_600_000);
    assert.equal(poller.isStale, true);
    assert.equal(poller.ageMs, 3_600_000 + 900);
    await clock.pass(10_000);
    assert.deepEqual(log, ['reconnect']);
    assert.equal(poller.isStale, false);
    poller.dispose();
  });

  it('does not mind a clock that is set back', async () => {
    const { clock, poller, starts, log } = stage();
    await clock.pass(1000);
    clock.jump(-86_400_000);
    await clock.pass(20_000);
    assert.deepEqual(starts, [0, 10_000, 20_000]);
    assert.deepEqual(log, []);
    assert.equal(poller.isStale, false);
    poller.dispose();
  });

  it('follows a new interval from the last start on', async () => {
    const { clock, poller, starts } = stage();
    await clock.pass(5000);
    poller.intervalMs = 60_000;
    await clock.pass(56_000);
    assert.deepEqual(starts, [0, 60_000]);
    poller.dispose();
  });

  it('survives a listener that throws', async () => {
    const clock = fakeClock();
    const refresh = async () => snapshotAt(0);
    const onChange = ({ isRefreshing }: PollerState) => {
      if (isRefreshing) throw new Error('The view is broken.');
    };
    const cluster = { ...UNDESCRIBED, refresh, reconnect: () => {}, close: () => {} };
    const poller = new Poller({ cluster, intervalMs: INTERVAL, clock, onChange });
    await clock.pass(35_000);
    assert.equal(poller.state.failure?.message, 'The view is broken.');
    poller.dispose();
    assert.equal(clock.timers, 0);
  });

  it('says nothing more and keeps no timer once disposed, even amid a refresh', async () => {
    const { clock, poller, states, log } = stage();
    await clock.pass(50);
    const said = states.length;
    poller.dispose();
    await clock.pass(60_000);
    assert.equal(states.length, said);
    assert.deepEqual(log, ['close']);
    assert.equal(clock.timers, 0);
  });

  it('never overlaps and never stops for good, whatever happens when', async () => {
    const step = fc.oneof(
      fc.constantFrom('pause', 'resume', 'refresh', 'fail', 'heal'),
      fc.nat(40_000).map((ms) => ({ pass: ms })),
      fc.integer({ min: -1e8, max: 1e8 }).map((ms) => ({ jump: ms })),
      fc.nat(20_000).map((ms) => ({ took: ms })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const staged = stage();
        for (const next of steps) {
          if (next === 'pause') staged.poller.pause();
          else if (next === 'resume') staged.poller.resume();
          else if (next === 'refresh') void staged.poller.refreshNow();
          else if (next === 'fail' || next === 'heal') staged.fails = next === 'fail';
          else if ('pass' in next) await staged.clock.pass(next.pass);
          else if ('jump' in next) staged.clock.jump(next.jump);
          else staged.tookMs = next.took;
        }
        staged.poller.resume();
        staged.fails = false;
        await staged.clock.pass(100_000);
        assert.equal(staged.poller.state.failure, undefined);
        assert.equal(staged.poller.isStale, false);
        staged.poller.dispose();
        await staged.clock.pass(40_000);
        assert.equal(staged.clock.timers, 0);
      }),
      { numRuns: 200 },
    );
  });
});
