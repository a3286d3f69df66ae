import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Disks } from '../../client/src/running/brokerDisks';
import type { Layout } from '../../client/src/running/layouts';
import type { ClusterView } from '../../client/src/sidebar/clusterView';
import { type ViewNode, viewNode } from '../../client/src/sidebar/node';
import { overviewTree } from '../../client/src/sidebar/overview/overviewTree';
import type { ClusterSnapshot, RunningSetting } from '../../server/src/cluster/model';
import { groupOf, snapshotOf, viewOf } from './support/clusters';

function outline(
  view: ClusterView,
  layout: Layout = { kind: 'asked' },
  disks: Disks = { kind: 'known', dirs: [] },
): readonly string[] {
  const tree = overviewTree([view], { layoutOf: () => layout, disksOf: () => disks });
  const visit = (node: ViewNode | undefined, indent: string): readonly string[] =>
    tree.children(node).flatMap((child) => {
      const { label, description, accessibleName } = tree.appearance(child);
      assert.ok(accessibleName.length > 3);
      return [`${indent}${description ? `${label}: ${description}` : label}`, ...visit(child, `${indent}  `)];
    });
  return visit(undefined, '');
}

const TROUBLED: Partial<ClusterSnapshot> = {
  brokers: [
    { id: 1, host: 'kafka-1', port: 9092, rack: 'a', isController: false },
    { id: 2, host: '::1', port: 9093, isController: true, problem: 'It does not answer.' },
  ],
  controllerId: 2,
  unhealthy: [
    { topic: 't', partition: 1, state: 'under-replicated', leader: 1, replicas: [1, 2], inSyncReplicas: [1] },
    { topic: 't', partition: 0, state: 'offline', replicas: [2], inSyncReplicas: [] },
  ],
  problems: ['Broker 2 cannot be asked: It does not answer.'],
};

describe('the tree of clusters', () => {
  it('has brokers, controller, version and the state of partitions', () => {
    assert.deepEqual(outline(viewOf(snapshotOf([]))), [
      'dev: Kafka 3.9 · 1 broker',
      '  Brokers: 1',
      '    Broker 1: kafka-1:9092 · controller',
      '      Log directories are hidden: the user needs the permission Describe on the cluster.',
      '  Controller: broker 1',
      '  Topics',
      '    Reading topics…',
      '  All partitions healthy',
    ]);
  });

  it('says what is not well, the worst first', () => {
    assert.deepEqual(outline(viewOf(snapshotOf([], TROUBLED))), [
      'dev: Kafka 3.9 · 2 brokers',
      '  Broker 2 cannot be asked: It does not answer.',
      '  Brokers: 2 · 1 not answering',
      '    Broker 1: kafka-1:9092 · rack a',
      '      Log directories are hidden: the user needs the permission Describe on the cluster.',
      '    Broker 2: [::1]:9093 · controller · not answering',
      '      Log directories are hidden: the user needs the permission Describe on the cluster.',
      '  Controller: broker 2',
      '  Topics',
      '    Reading topics…',
      '  Unhealthy partitions: 1 offline, 1 under-replicated',
      '    t-0: offline · 0 of 1 in sync',
      '    t-1: under-replicated · 1 of 2 in sync',
    ]);
  });

  it('shows the topics once they are known, and why they are not', () => {
    const topic = { topic: 'orders', isInternal: false, partitions: 6, replicas: 3, offline: 0, underReplicated: 2 };
    const layout = { brokers: [], topics: [topic] };
    const view = viewOf(snapshotOf([groupOf('billing', { orders: [1n] })]));
    const known = outline(view, { kind: 'known', layout });
    assert.deepEqual(known.slice(5, 7), ['  Topics: 1', '    orders: 2 under-replicated · 6 partitions · 3 replicas']);
    const tree = overviewTree([view], {
      layoutOf: () => ({ kind: 'known', layout }),
      disksOf: () => ({ kind: 'unasked' }),
    });
    const [node] = tree.children(viewNode({ kind: 'topics', clusterName: 'dev' }));
    assert.ok(node);
    assert.match(tree.appearance(node).tooltip, /Read by billing$/);
    assert.deepEqual(tree.parent(node), viewNode({ kind: 'topics', clusterName: 'dev' }));
    assert.ok(outline(view, { kind: 'failed', reason: 'Nobody answers.' }).includes('    Nobody answers.'));
  });

  it('has what is not well of a topic, who reads it and what is set for it', () => {
    const topic = { topic: 't', isInternal: false, partitions: 6, replicas: 3, offline: 1, underReplicated: 1 };
    const setting = (key: string, value: string, source: RunningSetting['source'] = 'DEFAULT_CONFIG') =>
      ({ key, value, source, isReadOnly: false, isSensitive: false }) as const;
    const settings = [
      setting('min.insync.replicas', '2', 'STATIC_BROKER_CONFIG'),
      setting('cleanup.policy', 'delete'),
      setting('retention.ms', '86400000', 'DYNAMIC_TOPIC_CONFIG'),
      setting('retention.bytes', '-1'),
    ];
    const layout: Layout = {
      kind: 'known',
      layout: { brokers: [], topics: [topic] },
      settings: new Map([['t', settings]]),
    };
    const view = viewOf(snapshotOf([groupOf('billing', { t: [7n] }), groupOf('mails', { u: [1n] })], TROUBLED));
    const all = outline(view, layout);
    const at = all.indexOf('  Topics: 1');
    assert.deepEqual(all.slice(at + 1, at + 6), [
      '    t: 1 offline · 1 under-replicated · 6 partitions · 3 replicas · min ISR 2 · kept 1 d · 1 override',
      '      t-1: under-replicated · 1 of 2 in sync',
      '      t-0: offline · 0 of 1 in sync',
      '      billing: reads it · 7',
      '      retention.ms: 86400000',
    ]);
  });

  it('has the partitions that a broker leads and the room on its disks', () => {
    const broker = { id: 1, host: 'kafka-1', port: 9092, leaders: 12 };
    const layout: Layout = { kind: 'known', layout: { brokers: [broker], topics: [] } };
    const disk = { path: '/data', isOffline: false, totalBytes: 1024n ** 4n, usableBytes: 100n * 1024n ** 3n };
    const lost = { path: '/lost', isOffline: true };
    const known = outline(viewOf(snapshotOf([])), layout, { kind: 'known', dirs: [disk, lost] });
    assert.deepEqual(known.slice(2, 5), [
      '    Broker 1: kafka-1:9092 · controller · leads 12 partitions',
      '      /data: 100 GiB of 1.0 TiB free',
      '      /lost: offline',
    ]);
    const failed = outline(viewOf(snapshotOf([])), layout, { kind: 'failed', reason: 'Nobody answers.' });
    assert.equal(failed[3], '      Nobody answers.');
  });

  it('does not call healthy what it has lost sight of', () => {
    assert.ok(outline(viewOf(snapshotOf([]), { staleMs: 60_000 })).includes('  All partitions were healthy'));
  });

  it('tells a controller apart that is no broker', () => {
    assert.ok(outline(viewOf(snapshotOf([], { controllerId: 3000 }))).includes('  Controller: node 3000, no broker'));
  });

  it('shows a cluster that is not connected, and why it failed', () => {
    assert.deepEqual(outline(viewOf(undefined, { connection: 'disconnected' })), ['dev: not connected']);
    const failure = { message: 'The password is wrong.', whatToDo: 'Edit the cluster.' };
    assert.deepEqual(outline(viewOf(undefined, { connection: 'failed', failure })), [
      'dev: failed',
      '  The password is wrong. Edit the cluster.',
    ]);
  });
});
