import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ConnectionState } from '../../client/src/connections/connections';
import { LagWatches } from '../../client/src/sidebar/lagWatches';
import type { ClusterSnapshot } from '../../server/src/cluster/model';
import { LagHistory } from '../../server/src/cluster/trend/history';
import { type FakeClock, fakeClock } from '../cluster/support/fakeClock';
import { UNDESCRIBED } from '../cluster/support/undescribed';
import { groupOf, snapshotOf } from './support/clusters';

const INTERVAL_MS = 10_000;

/** One cluster that can be connected, and answers as it is told. */
class Stage {
  readonly clock: FakeClock = fakeClock();
  state: ConnectionState = { kind: 'disconnected' };
  refreshes = 0;
  closed = 0;
  answer: () => ClusterSnapshot = () => this.#snapshot(5n);
  readonly #listeners = new Set<() => void>();
  readonly history = new LagHistory();

  readonly watches = new LagWatches({
    connections: {
      clusters: [{ name: 'dev', bootstrapServers: ['a:1'], securityProtocol: 'PLAINTEXT' }],
      stateOf: () => this.state,
      onDidChange: (listener) => {
        this.#listeners.add(listener);
        return { dispose: () => void this.#listeners.delete(listener) };
      },
    },
    intervalMs: INTERVAL_MS,
    historyOf: () => this.history,
    clock: this.clock,
  });

  connect(): void {
    const cluster = {
      ...UNDESCRIBED,
      refresh: async () => {
        this.refreshes += 1;
        return this.answer();
      },
      reconnect: () => {},
      close: () => {
        this.closed += 1;
      },
    };
    this.change({ kind: 'connected', cluster, first: this.#snapshot(9n) });
  }

  change(state: ConnectionState): void {
    this.state = state;
    for (const listener of this.#listeners) listener();
  }

  get lag(): bigint | undefined {
    return this.watches.views()[0]?.snapshot?.groups[0]?.total.lag;
  }

  #snapshot(lag: bigint): ClusterSnapshot {
    return snapshotOf([groupOf('g', { t: [lag] })], { takenAt: this.clock.wall() });
  }
}

describe('watching clusters', () => {
  it('shows the first snapshot at once, and refreshes only while somebody looks', async () => {
    const stage = new Stage();
    stage.connect();
    assert.equal(stage.lag, 9n);
    await stage.clock.pass(60_000);
    assert.equal(stage.refreshes, 0);
    stage.watches.isActive = true;
    await stage.clock.pass(25_000);
    assert.deepEqual([stage.refreshes, stage.lag], [3, 5n]);
    stage.watches.isActive = false;
    await stage.clock.pass(60_000);
    assert.equal(stage.refreshes, 3);
    stage.watches.dispose();
  });

  it('tells the age of numbers that nobody refreshed', async () => {
    const stage = new Stage();
    stage.connect();
    assert.equal(stage.watches.views()[0]?.staleMs, undefined);
    await stage.clock.pass(60_000);
    assert.equal(stage.watches.views()[0]?.staleMs, 60_000);
    stage.watches.dispose();
  });

  it('keeps the last numbers through a failure and says why they are old', async () => {
    const stage = new Stage();
    stage.connect();
    stage.watches.isActive = true;
    await stage.clock.pass(11_000);
    stage.answer = () => {
      throw new Error('gone');
    };
    await stage.clock.pass(INTERVAL_MS);
    const [view] = stage.watches.views();
    assert.ok(view?.failure);
    assert.deepEqual([stage.lag, view.connection], [5n, 'connected']);
    assert.ok((view.staleMs ?? 0) > 0);
    stage.watches.dispose();
  });

  it('closes what is no longer connected, and keeps its history for the next time', async () => {
    const stage = new Stage();
    stage.connect();
    stage.change({ kind: 'disconnected' });
    assert.equal(stage.closed, 1);
    assert.equal(stage.watches.views()[0]?.snapshot, undefined);
    await stage.clock.pass(1_000);
    stage.connect();
    assert.equal(stage.history.series('g').length, 2);
    stage.watches.dispose();
    assert.equal(stage.closed, 2);
  });

  it('know two entries that are one cluster by the id that its brokers tell', () => {
    const cluster = { ...UNDESCRIBED, refresh: async () => snapshotOf([]), reconnect: () => {}, close: () => {} };
    const ids: Readonly<Record<string, string>> = { one: 'id-1', other: 'id-2', again: 'id-1' };
    const watches = new LagWatches({
      connections: {
        clusters: Object.keys(ids).map((name) => ({ name, bootstrapServers: [], securityProtocol: 'PLAINTEXT' })),
        stateOf: (name) => ({ kind: 'connected', cluster, first: snapshotOf([], { clusterId: ids[name] ?? '' }) }),
        onDidChange: () => ({ dispose: () => {} }),
      },
      intervalMs: INTERVAL_MS,
      historyOf: () => new LagHistory(),
      clock: fakeClock(),
    });
    assert.deepEqual(
      watches.views().map(({ sameAs }) => sameAs),
      [undefined, undefined, 'one'],
    );
    watches.dispose();
  });
});
