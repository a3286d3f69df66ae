import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { createClusterStore } from '../../client/src/connections/clusterStore';
import { Connections } from '../../client/src/connections/connections';
import type { Cluster } from '../../server/src/cluster/cluster';
import type { ClusterSnapshot } from '../../server/src/cluster/model';
import type { ClusterSettings } from '../../server/src/connection/model';
import { UNDESCRIBED } from '../cluster/support/undescribed';
import { memento, secretStorage } from './support/memory';

const DEV: ClusterSettings = { name: 'dev', bootstrapServers: ['a:1'], securityProtocol: 'PLAINTEXT' };
const SNAPSHOT: ClusterSnapshot = { takenAt: 0, brokers: [], groups: [], unhealthy: [], problems: [] };

/** A cluster that answers when the test lets it. */
interface Held {
  closed: boolean;
  open(): Promise<void>;
  answer(): Promise<void>;
}

function heldClusters() {
  const clusters: Held[] = [];
  let wanted: readonly string[] = [];
  const connections = new Connections({
    store: createClusterStore({ read: () => [DEV], write: async () => {} }, secretStorage(), memento()),
    isTrusted: () => true,
    wanted: {
      get: () => wanted,
      set: (names) => {
        wanted = names;
      },
    },
    readText: async () => '',
    open: () =>
      new Promise<Cluster>((opened) => {
        let answered: (snapshot: ClusterSnapshot) => void = () => {};
        const snapshot = new Promise<ClusterSnapshot>((resolve) => {
          answered = resolve;
        });
        const held: Held = {
          closed: false,
          async open() {
            opened({
              ...UNDESCRIBED,
              refresh: () => snapshot,
              reconnect() {},
              close() {
                held.closed = true;
              },
            });
            await turn();
          },
          async answer() {
            answered(SNAPSHOT);
            await turn();
          },
        };
        clusters.push(held);
      }),
  });
  return { clusters, connections, wanted: () => wanted };
}

async function connecting(signal?: AbortSignal) {
  const all = heldClusters();
  const state = all.connections.connect(DEV, signal);
  await turn();
  const [cluster] = all.clusters;
  assert.ok(cluster);
  return { ...all, cluster, state };
}

describe('a connection that somebody gave up', () => {
  it('is closed when it opens afterwards, and nobody waits for it', async () => {
    const abort = new AbortController();
    const { cluster, state, connections, wanted } = await connecting(abort.signal);
    abort.abort();
    assert.deepEqual(await state, { kind: 'disconnected' });
    await cluster.open();
    await cluster.answer();
    assert.equal(cluster.closed, true);
    assert.equal(connections.stateOf('dev').kind, 'disconnected');
    assert.deepEqual(wanted(), []);
  });

  it('is closed at once while the cluster is asked', async () => {
    const abort = new AbortController();
    const { cluster, state, connections } = await connecting(abort.signal);
    await cluster.open();
    assert.equal(cluster.closed, false);
    abort.abort();
    assert.equal(cluster.closed, true);
    await cluster.answer();
    assert.deepEqual(await state, { kind: 'disconnected' });
    assert.equal(connections.stateOf('dev').kind, 'disconnected');
  });

  it('stays given up when the answer comes after a disconnect', async () => {
    const { cluster, state, connections, wanted } = await connecting();
    await cluster.open();
    connections.disconnect('dev');
    await cluster.answer();
    assert.deepEqual(await state, { kind: 'disconnected' });
    assert.equal(cluster.closed, true);
    assert.deepEqual(wanted(), []);
  });

  it('does not touch the one that was begun after it', async () => {
    const { clusters, cluster, state, connections } = await connecting();
    const again = connections.connect(DEV);
    await turn();
    const second = clusters[1];
    await second?.open();
    await second?.answer();
    assert.equal((await again).kind, 'connected');
    await cluster.open();
    await cluster.answer();
    assert.deepEqual(await state, { kind: 'disconnected' });
    assert.deepEqual([cluster.closed, second?.closed], [true, false]);
    assert.equal(connections.stateOf('dev').kind, 'connected');
  });

  it('never begins where the wish was taken back before', async () => {
    const abort = new AbortController();
    abort.abort();
    const { state, cluster } = await connecting(abort.signal);
    assert.deepEqual(await state, { kind: 'disconnected' });
    await cluster.open();
    await cluster.answer();
    assert.equal(cluster.closed, true);
  });
});
