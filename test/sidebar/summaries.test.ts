import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { thresholdsFor } from '../../client/src/alerts/thresholds';
import { badgeOf } from '../../client/src/sidebar/badge';
import { behindSince } from '../../client/src/sidebar/behindSince';
import { welcomeOf } from '../../client/src/sidebar/welcome';
import { groupOf, snapshotOf, viewOf } from './support/clusters';

describe('the welcome', () => {
  it('says why there is nothing to show', () => {
    const empty = viewOf(snapshotOf([]));
    assert.equal(welcomeOf([empty], false), 'restricted');
    assert.equal(welcomeOf([], true), 'noCluster');
    assert.equal(welcomeOf([viewOf(undefined, { connection: 'disconnected' })], true), 'notConnected');
    assert.equal(welcomeOf([empty], true), 'noGroups');
    assert.equal(welcomeOf([{ ...empty, isAuthenticated: true }], true), 'noPermission');
    assert.equal(welcomeOf([viewOf(snapshotOf([groupOf('g', {})]))], true), 'none');
    assert.equal(welcomeOf([viewOf(undefined, { connection: 'connecting' })], true), 'none');
  });
});

describe('thresholds', () => {
  it('are those of the first glob that matches', () => {
    const thresholdOf = thresholdsFor({ threshold: 100, thresholds: { 'pay*': 5, 'payments/*': 7, '.hidden*': 9 } });
    assert.deepEqual(['payments/eu', 'audit', '.hidden-x', 'PAY'].map(thresholdOf), [5, 100, 9, 100]);
  });
});

describe('the badge', () => {
  it('counts groups too far behind, and stuck ones that somebody reads for', () => {
    const groups = [
      groupOf('far', { t: [101n] }),
      groupOf('just', { t: [100n] }),
      groupOf('stuck', { t: [1n] }),
      groupOf('left', { t: [1n] }, { members: [] }),
    ];
    const stopped = { status: 'STOP', outlook: { kind: 'unknown' } } as const;
    const view = viewOf(snapshotOf(groups), {}, { stuck: stopped, left: stopped });
    assert.deepEqual(
      badgeOf([view], () => 100),
      { value: 2, tooltip: '2 consumer groups too far behind or stuck' },
    );
    assert.equal(
      badgeOf([viewOf(snapshotOf([]))], () => 100),
      undefined,
    );
  });
});

describe('since when a group is behind', () => {
  const minute = 60_000;

  it('is the first point after the last without lag', () => {
    const points = [0, 5, 0, 3, 4].map((lag, index) => ({ at: index * minute, lag }));
    assert.deepEqual(behindSince(points), { at: 3 * minute, orLonger: false });
  });

  it('may be longer when it always was, or when nobody looked for a while', () => {
    assert.deepEqual(behindSince([{ at: 1, lag: 2 }]), { at: 1, orLonger: true });
    const gap = [
      { at: 0, lag: 0 },
      { at: 60 * minute, lag: 1 },
      { at: 61 * minute, lag: 1 },
    ];
    assert.deepEqual(behindSince(gap.slice(1)), { at: 60 * minute, orLonger: true });
    assert.deepEqual(behindSince([{ at: 0, lag: 4 }, ...gap.slice(1)]), { at: 60 * minute, orLonger: true });
  });

  it('is never for a group without lag', () => {
    assert.equal(
      behindSince([
        { at: 1, lag: 2 },
        { at: 2, lag: 0 },
      ]),
      undefined,
    );
    assert.equal(behindSince([]), undefined);
  });
});
