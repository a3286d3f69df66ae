import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lagOf, sumOfTotals, totalOfPartitions } from '../../server/src/cluster/assemble/lag';
import type { ClusterSnapshot, GroupSnapshot, Offset } from '../../server/src/cluster/model';
import { LagHistory } from '../../server/src/cluster/trend/history';
import { outlookOf } from '../../server/src/cluster/trend/rate';
import { appendPoint, type LagPoint, MOST_POINTS } from '../../server/src/cluster/trend/series';
import { Trends } from '../../server/src/cluster/trend/trends';

function groupOf(offsets: readonly (readonly [committed: Offset, logEnd: Offset])[], memberId?: string): GroupSnapshot {
  const partitions = offsets.map(([committed, logEnd], partition) => ({
    topic: 'orders',
    partition,
    committed,
    logStart: 0n,
    logEnd,
    lag: lagOf(committed, 0n, logEnd),
    ...(memberId !== undefined && { memberId }),
  }));
  const topics = [{ topic: 'orders', partitions, total: totalOfPartitions(partitions) }];
  const total = sumOfTotals(topics.map((topic) => topic.total));
  return { groupId: 'g', state: 'Stable', protocol: 'classic', members: [], topics, total };
}

function snapshotOf(takenAt: number, ...groups: readonly GroupSnapshot[]): ClusterSnapshot {
  return { takenAt, brokers: [], groups, unhealthy: [], problems: [] };
}

/** The trend after one group was seen every ten seconds. */
function trendAfter(...groups: readonly GroupSnapshot[]) {
  const trends = new Trends();
  groups.forEach((group, index) => {
    trends.observe(snapshotOf(index, group), index * 10_000);
  });
  return trends.of('g');
}

describe('trends', () => {
  it('tell rates in messages a second and the time that is left', () => {
    const trend = trendAfter(groupOf([[0n, 1000n]]), groupOf([[300n, 1100n]]), groupOf([[600n, 1200n]]));
    assert.deepEqual(trend.rates, { consumed: 30, produced: 10 });
    assert.deepEqual(trend.outlook, { kind: 'catching-up', secondsLeft: 30 });
    assert.equal(trend.status, 'OK');
  });

  it('tell a group that falls behind, one that holds its distance and one without lag', () => {
    const behind = trendAfter(groupOf([[0n, 100n]]), groupOf([[10n, 200n]]));
    assert.deepEqual([behind.outlook.kind, behind.status], ['falling-behind', 'WARN']);
    assert.equal(trendAfter(groupOf([[0n, 100n]]), groupOf([[500n, 600n]])).outlook.kind, 'steady');
    const level = trendAfter(groupOf([[5n, 5n]]), groupOf([[9n, 9n]]));
    assert.deepEqual([level.outlook.kind, level.status], ['caught-up', 'OK']);
  });

  it('know nothing of a group whose lag is unknown, or that was seen once', () => {
    const unknown = groupOf([[{ unknown: 'no-commit' }, 10n]]);
    assert.deepEqual(trendAfter(unknown, unknown).outlook, { kind: 'unknown' });
    assert.deepEqual(trendAfter(groupOf([[0n, 10n]])), { outlook: { kind: 'unknown' } });
    assert.deepEqual(new Trends().of('nobody'), { outlook: { kind: 'unknown' } });
  });

  it('take neither a reset offset nor a partition that becomes known for consumption', () => {
    const reset = trendAfter(groupOf([[900n, 1000n]]), groupOf([[100n, 1000n]]));
    assert.deepEqual(reset.rates, { consumed: 0, produced: 0 });
    assert.equal(reset.status, 'REWIND');
    const found = trendAfter(groupOf([[{ unknown: 'error' }, 1000n]]), groupOf([[500n, 1000n]]));
    assert.deepEqual(found.rates, { consumed: 0, produced: 0 });
  });

  it('know a partition again wherever it stands in the list', () => {
    const before = groupOf([
      [100n, 1000n],
      [500n, 1000n],
    ]);
    const [topic] = before.topics;
    const second = groupOf([
      [100n, 1000n],
      [700n, 1000n],
    ]);
    const alone = topic && { ...topic, partitions: second.topics[0]?.partitions.slice(1) ?? [] };
    const after = { ...second, topics: alone ? [alone] : [] };
    assert.deepEqual(trendAfter(before, after).rates, { consumed: 20, produced: 0 });
    assert.deepEqual(trendAfter(after, before).rates, { consumed: 0, produced: 0 });
  });

  it('see a member that is stuck stall, and a group that has gone stop', () => {
    const stuck = Array.from({ length: 8 }, (_, index) => groupOf([[10n, BigInt(50 + index)]], 'member'));
    assert.equal(trendAfter(...stuck).status, 'STALL');
    const gone = Array.from({ length: 8 }, (_, index) => groupOf([[10n, BigInt(50 + index)]]));
    assert.equal(trendAfter(...gone).status, 'STOP');
  });

  it('forget a group that is gone', () => {
    const trends = new Trends();
    trends.observe(snapshotOf(0, groupOf([[0n, 10n]])), 0);
    trends.observe(snapshotOf(1, groupOf([[5n, 10n]])), 10_000);
    assert.ok(trends.of('g').rates);
    trends.observe(snapshotOf(2), 20_000);
    assert.equal(trends.of('g').rates, undefined);
  });

  it('never promise an end that the rates do not give', () => {
    const rate = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.nat(1e6), rate, rate, (lag, consumed, produced) => {
        const outlook = outlookOf(lag, { consumed, produced });
        if (lag === 0) assert.equal(outlook.kind, 'caught-up');
        else if (outlook.kind === 'catching-up') {
          assert.ok(consumed > produced);
          assert.ok(Number.isFinite(outlook.secondsLeft) && outlook.secondsLeft > 0);
        } else if (outlook.kind === 'falling-behind') assert.ok(consumed < produced);
      }),
    );
  });
});

describe('the history of lag', () => {
  it('is bounded, in order, and keeps the newest points and the reach', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (count) => {
        const series: LagPoint[] = [];
        for (let at = 0; at < count; at++) appendPoint(series, { at, lag: at });
        assert.ok(series.length <= MOST_POINTS);
        assert.equal(series[0]?.at, 0);
        assert.equal(series.at(-1)?.at, count - 1);
        assert.ok(series.every(({ at }, index) => index === 0 || at > (series[index - 1]?.at ?? at)));
      }),
      { numRuns: 50 },
    );
  });

  it('survives a restart, and leaves a gap where nothing was known', () => {
    const history = new LagHistory();
    history.observe(snapshotOf(1000, groupOf([[1n, 10n]])));
    history.observe(snapshotOf(2000, groupOf([[{ unknown: 'error' }, 10n]])));
    history.observe(snapshotOf(3000, groupOf([[4n, 10n]])));
    const restored = new LagHistory(JSON.parse(JSON.stringify(history)));
    const points = [
      { at: 1000, lag: 9 },
      { at: 3000, lag: 6 },
    ];
    assert.deepEqual(restored.series('g'), points);
    assert.deepEqual(restored.series('g', 'orders'), points);
    assert.deepEqual(restored.series('other'), []);
  });
});
