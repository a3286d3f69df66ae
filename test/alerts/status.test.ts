import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { alertInputs, alertKey } from '../../client/src/alerts/inputs';
import { createMutedGroups } from '../../client/src/alerts/muted';
import { lagStatusText } from '../../client/src/alerts/statusText';
import { memento } from '../connections/support/memory';
import { groupOf, NO_COMMIT, snapshotOf, viewOf } from '../sidebar/support/clusters';

const thresholdOf = (): number => 100;

describe('the status bar', () => {
  it('names the group that is furthest behind, and warns above its threshold', () => {
    const snapshot = snapshotOf([groupOf('a', { t: [5n] }), groupOf('b', { t: [1234n] })]);
    const status = lagStatusText([viewOf(snapshot)], thresholdOf);
    assert.equal([status?.icon, status?.text].join(' '), 'graph-line Lag: b 1,234');
    assert.deepEqual([status?.isWarning, status?.group], [true, { clusterName: 'dev', groupId: 'b' }]);
    assert.match(status?.accessibleName ?? '', /b: 1,234 messages behind/);
  });

  it('tells the age of an old number and warns of nothing then', () => {
    const view = viewOf(snapshotOf([groupOf('b', { t: [1234n] })]), { staleMs: 300_000 });
    const status = lagStatusText([view], thresholdOf);
    assert.deepEqual([status?.icon, status?.text, status?.isWarning], ['history', 'Lag: b 1,234 · 5 min old', false]);
  });

  it('does not take unknown lag for none', () => {
    assert.equal(lagStatusText([], thresholdOf), undefined);
    assert.equal(lagStatusText([viewOf(undefined, { connection: 'failed' })], thresholdOf), undefined);
    const texts = [[], [groupOf('a', { t: [0n] })], [groupOf('a', { t: [0n, NO_COMMIT] })]].map(
      (groups) => lagStatusText([viewOf(snapshotOf(groups))], thresholdOf)?.text,
    );
    assert.deepEqual(texts, ['Lag: no groups', 'Lag: none', 'Lag: none known, some unknown']);
  });
});

describe('what notifications are decided on', () => {
  it('is all of the lag that can be known of now, or a partial one that is too much already', () => {
    const groups = [
      groupOf('whole', { t: [5n] }),
      groupOf('partial', { t: [5n, NO_COMMIT] }),
      groupOf('broken', { t: [5n, { unknown: 'leader-unreachable' }] }),
      groupOf('much', { t: [500n, NO_COMMIT] }),
    ];
    const lags = (staleMs?: number) => {
      const view = viewOf(snapshotOf(groups), staleMs === undefined ? {} : { staleMs });
      return alertInputs(
        [view],
        thresholdOf,
        () => false,
        () => true,
      ).map(({ lag }) => lag);
    };
    assert.deepEqual(lags(), [5n, 5n, undefined, 500n], 'A partition without a commit stays so, and silences nobody.');
    assert.deepEqual(lags(60_000), Array(4).fill(undefined));
  });

  it('remembers over restarts who is muted', async () => {
    const memory = memento();
    await createMutedGroups(memory).set(alertKey('dev', 'g'), true);
    const muted = createMutedGroups(memory);
    assert.deepEqual([muted.has(alertKey('dev', 'g')), muted.has(alertKey('prod', 'g'))], [true, false]);
    await muted.set(alertKey('dev', 'g'), false);
    assert.equal(createMutedGroups(memory).has(alertKey('dev', 'g')), false);
  });
});
