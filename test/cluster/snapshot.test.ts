import assert from 'node:assert/strict';
import { clusterOver } from '../../server/src/cluster/cluster';
import type { GroupSnapshot, PartitionLag } from '../../server/src/cluster/model';
import { type FakeState, fakeLinks, portOf } from './support/fakeCluster';
import { fakeGroup, fakeState, fakeTopic } from './support/fakeGroups';

const BROKERS = [1, 2, 3];

function clusterOf(state: FakeState) {
  const links = fakeLinks(state);
  return { ...links, cluster: clusterOver([`127.0.0.1:${portOf(1)}`], links.open) };
}

const group = (groups: readonly GroupSnapshot[], groupId: string): GroupSnapshot => {
  const found = groups.find((candidate) => candidate.groupId === groupId);
  assert.ok(found, `There is a group ${groupId}.`);
  return found;
};

const partitionsOf = ({ topics }: GroupSnapshot): readonly PartitionLag[] =>
  topics.flatMap(({ partitions }) => partitions);
const lags = (snapshot: GroupSnapshot) =>
  partitionsOf(snapshot).map(({ lag }) => (typeof lag === 'bigint' ? lag : lag.unknown));

describe('a snapshot', () => {
  it('tells lag, log ends and who reads', async () => {
    const orders = fakeGroup('orders', 2, { committed: { orders: [10n, 90n] }, assigned: { orders: [0, 1] } });
    const { cluster } = clusterOf(fakeState(BROKERS, [fakeTopic('orders', 2, BROKERS)], [orders]));
    const snapshot = await cluster.refresh();
    const shown = group(snapshot.groups, 'orders');
    assert.equal(shown.state, 'Stable');
    assert.equal(shown.coordinator, 2);
    assert.deepEqual(lags(shown), [90n, 10n]);
    assert.deepEqual(shown.total, { lag: 100n, knownPartitions: 2, unknownPartitions: 0 });
    assert.deepEqual(partitionsOf(shown)[0], {
      topic: 'orders',
      partition: 0,
      committed: 10n,
      logStart: 0n,
      logEnd: 100n,
      lag: 90n,
      leader: 1,
      memberId: 'member-1',
    });
    assert.equal(snapshot.controllerId, 1);
    assert.deepEqual(
      snapshot.brokers.map(({ id, isController }) => [id, isController]),
      [
        [1, true],
        [2, false],
        [3, false],
      ],
    );
    assert.deepEqual(snapshot.problems, []);
  });

  it('shows a partition that is read without a commit as uncommitted, and leaves it out of the total', async () => {
    const fresh = fakeGroup('fresh', 1, { committed: { orders: [40n] }, assigned: { orders: [0, 1] } });
    const { cluster } = clusterOf(fakeState(BROKERS, [fakeTopic('orders', 2, BROKERS)], [fresh]));
    const shown = group((await cluster.refresh()).groups, 'fresh');
    assert.deepEqual(lags(shown), [60n, 'no-commit']);
    assert.deepEqual(shown.total, { lag: 60n, knownPartitions: 1, unknownPartitions: 1 });
  });

  it('counts nothing for a partition without a commit in whose log nothing waits', async () => {
    const fresh = fakeGroup('fresh', 1, { assigned: { orders: [0] } });
    const { cluster } = clusterOf(fakeState(BROKERS, [fakeTopic('orders', 1, BROKERS, 0n)], [fresh]));
    const shown = group((await cluster.refresh()).groups, 'fresh');
    assert.deepEqual(partitionsOf(shown)[0]?.committed, { unknown: 'no-commit' });
    assert.deepEqual(shown.total, { lag: 0n, knownPartitions: 1, unknownPartitions: 0 });
  });

  it('has a share group’s own lag, which its brokers count, and none that they do not', async () => {
    const share = fakeGroup('share', 1, { type: 'share', assigned: { orders: [0, 1, 2] } });
    const told = (partition: number, offset: bigint, waiting?: bigint) => ({
      partition,
      offset,
      waiting,
      errorCode: 0,
    });
    const state = fakeState(BROKERS, [fakeTopic('orders', 3, BROKERS)], [share]);
    state.overrides.set('DescribeShareGroupOffsets', () => [
      {
        groupId: 'share',
        errorCode: 0,
        topics: [{ topic: 'orders', partitions: [told(0, 40n, 7n), told(1, 40n), told(2, 100n)] }],
      },
    ]);
    const { cluster } = clusterOf(state);
    const shown = group((await cluster.refresh()).groups, 'share');
    assert.deepEqual([shown.protocol, shown.members.length], ['share', 1]);
    assert.deepEqual(lags(shown), [7n, 'error', 0n]);
  });

  it('tells where an open transaction holds a reader back that stands still', async () => {
    const reader = fakeGroup('reader', 1, { committed: { orders: [40n] }, assigned: { orders: [0] } });
    const state = fakeState(BROKERS, [fakeTopic('orders', 1, BROKERS)], [reader]);
    const { cluster, requests } = clusterOf(state);
    assert.equal(partitionsOf(group((await cluster.refresh()).groups, 'reader'))[0]?.stableEnd, undefined);
    requests.length = 0;
    let asked = 0;
    state.overrides.set('ListOffsets', () => {
      asked += 1;
      return [{ topic: 'orders', partitions: [{ partition: 0, errorCode: 0, offset: asked === 1 ? 100n : 40n }] }];
    });
    const [partition] = partitionsOf(group((await cluster.refresh()).groups, 'reader'));
    assert.deepEqual([partition?.stableEnd, partition?.lag, asked], [40n, 60n, 2]);
  });

  it('takes an empty list of groups for no truth while the cluster comes back', async () => {
    const one = fakeGroup('one', 1, { committed: { orders: [1n] } });
    const state = fakeState([1], [fakeTopic('orders', 1, [1])], [one]);
    const { cluster } = clusterOf(state);
    await cluster.refresh();
    state.groups = [];
    const answer = (errorCode: number) => [{ groupId: 'one', errorCode, state: 'Dead', members: [] }];
    for (const code of [16, 14, 16]) {
      state.overrides.set('DescribeGroups', () => answer(code));
      const shown = group((await cluster.refresh()).groups, 'one');
      assert.deepEqual([lags(shown), shown.problem?.unknown], [['coordinator-unreachable'], 'coordinator-unreachable']);
    }
    state.overrides.set('DescribeGroups', () => answer(0));
    assert.deepEqual((await cluster.refresh()).groups, [], 'A coordinator that knows of no such group is believed.');
  });

  it('loses no group that its coordinator has loaded just after it listed none', async () => {
    const classic = fakeGroup('classic', 1, { committed: { orders: [1n] } });
    const modern = fakeGroup('modern', 1, { type: 'consumer', committed: { orders: [1n] } });
    const state = fakeState([1], [fakeTopic('orders', 1, [1])], [classic, modern]);
    const { cluster } = clusterOf(state);
    await cluster.refresh();
    let lists = 0;
    state.overrides.set('ListGroups', () => (lists++ === 0 ? { errorCode: 0, groups: [], omitted: 0 } : undefined));
    const { groups } = await cluster.refresh();
    assert.deepEqual(
      groups.map(({ groupId, problem }) => [groupId, problem?.unknown]),
      [
        ['classic', 'coordinator-unreachable'],
        ['modern', 'coordinator-unreachable'],
      ],
    );
    assert.deepEqual(lags(group((await cluster.refresh()).groups, 'modern')), [99n]);
  });

  it('says which groups cannot be listed since their part of the topic of offsets has no leader', async () => {
    const offsets = fakeTopic('__consumer_offsets', 3, BROKERS);
    const partitions = offsets.partitions.map(({ leader, ...rest }) =>
      rest.partition === 1 ? rest : { ...rest, leader: leader ?? 1 },
    );
    const { cluster } = clusterOf(fakeState(BROKERS, [{ ...offsets, partitions }], []));
    const { problems } = await cluster.refresh();
    assert.match(problems.join(), /^1 partitions? of __consumer_offsets have no leader/);
  });

  it('tells a negative lag as it is, and counts it as none', async () => {
    const ahead = fakeGroup('ahead', 1, { committed: { orders: [150n, 30n] } });
    const { cluster } = clusterOf(fakeState(BROKERS, [fakeTopic('orders', 2, BROKERS)], [ahead]));
    const shown = group((await cluster.refresh()).groups, 'ahead');
    assert.deepEqual(lags(shown), [-50n, 70n]);
    assert.equal(shown.total.lag, 70n);
  });

  it('keeps each reason apart: deleted, forbidden, without a leader, refused by its leader', async () => {
    const names = ['deleted', 'forbidden', 'leaderless', 'moving', 'sound'];
    const committed = Object.fromEntries(names.map((name) => [name, [1n]]));
    const topics = ['leaderless', 'moving', 'sound'].map((name) => fakeTopic(name, 1, BROKERS));
    const [first, ...others] = topics;
    assert.ok(first);
    const { leader: _leader, ...leaderless } = first.partitions[0] ?? assert.fail();
    const shownTopics = [{ ...first, partitions: [leaderless] }, ...others];
    const state = fakeState(BROKERS, shownTopics, [fakeGroup('all', 1, { committed })]);
    const { cluster, requests } = clusterOf(state);
    state.overrides.set('ListOffsets', () => [
      { topic: 'moving', partitions: [{ partition: 0, errorCode: 6, offset: -1n }] },
      { topic: 'sound', partitions: [{ partition: 0, errorCode: 0, offset: 8n }] },
    ]);
    const absent = [
      { topic: 'deleted', errorCode: 3, isInternal: false, partitions: [] },
      { topic: 'forbidden', errorCode: 29, isInternal: false, partitions: [] },
    ];
    let asked = 0;
    const metadata = { brokers: BROKERS.map((id) => ({ id, host: '127.0.0.1', port: portOf(id) })) };
    const listed = shownTopics.map(({ topic, partitions }) => ({ topic, errorCode: 0, isInternal: false, partitions }));
    state.overrides.set('Metadata', () => ({ ...metadata, topics: asked++ === 0 ? listed : absent }));
    const shown = group((await cluster.refresh()).groups, 'all');
    assert.deepEqual(lags(shown), ['topic-deleted', 'unauthorised', 'leader-unreachable', 'leader-unreachable', 7n]);
    assert.deepEqual(shown.total, { lag: 7n, knownPartitions: 1, unknownPartitions: 4 });
    assert.equal(requests.filter((request) => request.endsWith('Metadata')).length, 2);
  });

  it('loses nothing of the others when one broker is down, and finds it back when it is up', async () => {
    const groups = [1, 2, 3].map((id) => fakeGroup(`on-${id}`, id, { committed: { orders: [0n, 0n, 0n] } }));
    const state = fakeState(BROKERS, [fakeTopic('orders', 3, BROKERS)], groups);
    const { cluster } = clusterOf(state);
    await cluster.refresh();
    state.down.add(3);
    const nodes = BROKERS.map((id) => ({ id, host: '127.0.0.1', port: portOf(id) }));
    const { topics } = state;
    const listed = topics.map(({ topic, partitions }) => ({ topic, errorCode: 0, isInternal: false, partitions }));
    state.overrides.set('Metadata', () => ({ brokers: nodes, topics: listed }));
    const wounded = await cluster.refresh();
    assert.deepEqual(lags(group(wounded.groups, 'on-1')), [100n, 100n, 'leader-unreachable']);
    assert.deepEqual(lags(group(wounded.groups, 'on-3')), Array(3).fill('coordinator-unreachable'));
    assert.equal(group(wounded.groups, 'on-3').problem?.unknown, 'coordinator-unreachable');
    assert.match(wounded.brokers[2]?.problem ?? '', /127\.0\.0\.1:9003/);
    assert.ok(wounded.problems.some((problem) => problem.includes('Broker 3')));
    state.down.delete(3);
    const healed = await cluster.refresh();
    assert.deepEqual(lags(group(healed.groups, 'on-3')), [100n, 100n, 100n]);
    assert.deepEqual(healed.problems, []);
  });

  it('finds a broker back that left the cluster, also when it is the one that a person named', async () => {
    const one = fakeGroup('one', 1, { committed: { orders: [1n] } });
    const state = fakeState(BROKERS, [fakeTopic('orders', 1, BROKERS)], [one]);
    const { cluster } = clusterOf(state);
    await cluster.refresh();
    state.down.add(1);
    const without = await cluster.refresh();
    assert.deepEqual(without.problems, ['Broker 1 is down: it holds replicas and is not part of the cluster now.']);
    state.down.delete(1);
    const healed = await cluster.refresh();
    assert.deepEqual(healed.problems, []);
    assert.deepEqual(lags(group(healed.groups, 'one')), [99n]);
  });

  it('shows a group with a reason when it is refused, beside the others', async () => {
    const groups = ['open', 'secret'].map((id) =>
      fakeGroup(id, 1, { committed: { orders: [5n] }, assigned: { orders: [0] } }),
    );
    const state = fakeState(BROKERS, [fakeTopic('orders', 1, BROKERS)], groups);
    const refuse = (id: string) => (id === 'secret' ? 30 : 0);
    state.overrides.set('DescribeGroups', () =>
      groups.map(({ described }) => ({ ...described, errorCode: refuse(described?.groupId ?? ''), members: [] })),
    );
    state.overrides.set('OffsetFetch', () =>
      groups.map(({ offsets }) => ({ ...offsets, errorCode: refuse(offsets.groupId) })),
    );
    const { cluster } = clusterOf(state);
    const snapshot = await cluster.refresh();
    assert.equal(group(snapshot.groups, 'secret').problem?.unknown, 'unauthorised');
    assert.equal(group(snapshot.groups, 'secret').membersUnknown, true);
    assert.deepEqual(lags(group(snapshot.groups, 'open')), [95n]);
  });

  it('knows a KIP-848 group’s members, and says so when it cannot', async () => {
    const modern = fakeGroup('modern', 1, { type: 'consumer', assigned: { orders: [0] } });
    const streams = fakeGroup('streams', 1, { type: 'streams', committed: { orders: [1n] } });
    const { cluster } = clusterOf(fakeState(BROKERS, [fakeTopic('orders', 1, BROKERS)], [modern, streams]));
    const { groups } = await cluster.refresh();
    assert.equal(group(groups, 'modern').protocol, 'consumer');
    assert.equal(group(groups, 'modern').members.length, 1);
    assert.equal(group(groups, 'modern').membersUnknown, undefined);
  });

  it('is the same object where nothing changed', async () => {
    const quiet = fakeGroup('quiet', 1, { committed: { quiet: [5n] } });
    const busy = fakeGroup('busy', 1, { committed: { busy: [5n], quiet: [1n] } });
    const state = fakeState(
      BROKERS,
      ['quiet', 'busy'].map((name) => fakeTopic(name, 1, BROKERS)),
      [quiet, busy],
    );
    const { cluster } = clusterOf(state);
    const before = await cluster.refresh();
    state.groups = [quiet, fakeGroup('busy', 1, { committed: { busy: [6n], quiet: [1n] } })];
    const after = await cluster.refresh();
    assert.equal(group(after.groups, 'quiet'), group(before.groups, 'quiet'));
    assert.notEqual(group(after.groups, 'busy'), group(before.groups, 'busy'));
    assert.equal(group(after.groups, 'busy').topics[1], group(before.groups, 'busy').topics[1]);
  });

  it('tells unhealthy partitions, the worst first', async () => {
    const [partition] = fakeTopic('orders', 1, BROKERS).partitions;
    assert.ok(partition);
    const { leader: _leader, ...offline } = { ...partition, partition: 2, inSyncReplicas: [] };
    const partitions = [
      { ...partition, partition: 0, inSyncReplicas: [1, 2] },
      { ...partition, partition: 1, inSyncReplicas: [1] },
      offline,
      { ...partition, partition: 3 },
    ];
    const { cluster } = clusterOf(fakeState(BROKERS, [{ topic: 'orders', partitions }], []));
    const { unhealthy } = await cluster.refresh();
    assert.deepEqual(
      unhealthy.map(({ state, partition: id, minInSyncReplicas }) => [state, id, minInSyncReplicas]),
      [
        ['offline', 2, 2],
        ['below-min-isr', 1, 2],
        ['under-replicated', 0, 2],
      ],
    );
  });

  it('leaves Connect workers out, which commit no offsets', async () => {
    const connect = fakeGroup('connect', 1);
    const worker = { ...connect, listed: { ...connect.listed, protocolType: 'connect' } };
    const simple = fakeGroup('simple', 1);
    const unmanaged = { ...simple, listed: { ...simple.listed, protocolType: '' } };
    const { cluster } = clusterOf(fakeState(BROKERS, [], [worker, unmanaged]));
    const { groups } = await cluster.refresh();
    assert.deepEqual(
      groups.map(({ groupId }) => groupId),
      ['simple'],
    );
  });

  it('rejects when no broker answers, and closes every connection when closed', async () => {
    const state = fakeState(BROKERS, [], []);
    const { cluster, links } = clusterOf(state);
    await cluster.refresh();
    assert.equal(links.length, 3);
    cluster.close();
    assert.ok(links.every(({ isOpen }) => !isOpen));
    await assert.rejects(cluster.refresh(), { name: 'NoBrokerError' });
  });
});
