import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { type Cluster as Client, openCluster } from '../../../server/src/cluster/cluster';
import type { ClusterSnapshot, GroupSnapshot, Offset } from '../../../server/src/cluster/model';
import { type Actors, startActors } from '../harness/actors';
import { type Cluster, startCluster } from '../harness/cluster';
import { type DescribedPartition, describeOffsets, describeStates } from '../harness/groupCommand';
import { type BrokerRelease, KAFKA_3, KAFKA_4 } from '../harness/jars';
import { needsKafka } from '../harness/needsKafka';
import { until } from './support/until';

const RELEASES: readonly { readonly release: BrokerRelease; readonly brokers: 1 | 3; readonly line: string }[] = [
  { release: KAFKA_3, brokers: 1, line: '3.9' },
  { release: KAFKA_4, brokers: 3, line: '4.3' },
];

for (const { release, brokers, line } of RELEASES) {
  describe(`a snapshot of Kafka ${release} with ${brokers === 1 ? 'one broker' : 'three brokers'}`, function () {
    needsKafka(this);
    let cluster: Cluster;
    let actors: Actors;
    let client: Client;
    before(async () => {
      cluster = await startCluster({ release, brokers });
      actors = startActors(release, cluster.bootstrap());
      client = openCluster({
        brokers: cluster.bootstrap().split(','),
        requestTimeoutMs: 10_000,
        connectionTimeoutMs: 5000,
      });
      await everyKindOfGroup(actors, client, release, Math.min(brokers, 3));
      await until(() => client.refresh(), hasSettled);
    });
    after(async () => {
      client?.close();
      actors?.dispose();
      await cluster?.dispose();
    });

    it('equals Kafka’s own ConsumerGroupCommand in every partition of every kind of group', async () => {
      const looks = async () => {
        const before = (await client.refresh()).groups.flatMap(rowsOf).sort();
        const theirs = (await describeOffsets(release, cluster.bootstrap())).map(rowOfTool).sort();
        const after = (await client.refresh()).groups.flatMap(rowsOf).sort();
        return { before, theirs, after };
      };
      // Two tools can agree on nothing that moves while they look.
      const { theirs, after } = await until(looks, (look) => isDeepStrictEqual(look.before, look.after));
      assert.ok(theirs.length >= 19, `The tool told ${theirs.length} partitions.`);
      assert.deepEqual(after, theirs);
    });

    it('equals it in the state and the members of every group', async () => {
      const { groups } = await client.refresh();
      const theirs = await describeStates(release, cluster.bootstrap());
      const states = new Set(groups.map(({ state }) => state));
      assert.deepEqual([...states].sort(), ['Empty', 'PreparingRebalance', 'Stable']);
      assert.deepEqual(
        groups.map(({ groupId, state, members }) => `${groupId} ${state} ${members.length}`).sort(),
        theirs.map(({ group, state, members }) => `${group} ${state} ${members}`).sort(),
      );
    });

    it('tells the brokers, the version and where a log starts', async () => {
      const snapshot = await client.refresh();
      assert.equal(snapshot.brokers.length, brokers);
      assert.equal(snapshot.kafkaVersion, line);
      assert.equal(snapshot.brokers.filter(({ isController }) => isController).length, 1);
      assert.deepEqual(snapshot.unhealthy, []);
      assert.deepEqual(snapshot.problems, []);
      const [cut] = partitionsOf(snapshot, 'before-the-log');
      assert.deepEqual([cut?.committed, cut?.logStart, cut?.lag], [2n, 6n, 8n]);
    });

    it('counts the messages of an open transaction, which the last stable offset would hide', async () => {
      const [open] = partitionsOf(await client.refresh(), 'in-transaction');
      assert.deepEqual([open?.committed, open?.logEnd, open?.lag], [1n, 9n, 8n]);
    });

    it('shows a partition that is read without a commit as uncommitted', async () => {
      const partitions = partitionsOf(await client.refresh(), 'never-committed');
      assert.deepEqual(
        partitions.map(({ committed, lag }) => [committed, lag]),
        [
          [{ unknown: 'no-commit' }, 0n],
          [{ unknown: 'no-commit' }, 0n],
        ],
        'Its log is empty, so that nothing waits.',
      );
    });
  });
}

/** One group of every kind that a cluster can have, each on topics of its own where others would disturb it. */
async function everyKindOfGroup(actors: Actors, client: Client, release: BrokerRelease, replicas: number) {
  for (const topic of ['orders', 'cut', 'open', 'silent'])
    await actors.ask('topic', topic, topic === 'orders' ? 6 : 2, replicas);
  for (let partition = 0; partition < 6; partition++)
    await actors.ask('produce', 'orders', partition, 10 * (partition + 1));
  await actors.ask('produce', 'cut', 0, 10);
  await actors.ask('commit', 'before-the-log', 'cut', 0, 2);
  await actors.ask('delete-records', 'cut', 0, 6);
  await actors.ask('produce', 'open', 0, 5);
  await actors.ask('commit', 'in-transaction', 'open', 0, 1);
  await actors.ask('transaction', 'open', 0, 4);
  await actors.ask('commit', 'empty', 'orders', 3, 7);
  await actors.ask('commit', 'empty', 'cut', 1, 0);
  await actors.ask('commit', 'beyond-the-end', 'orders', 1, 1_000_000);
  await actors.ask('commit', 'deleted', 'orders', 0, 1);
  await actors.ask('delete-group', 'deleted');
  await actors.ask('member', 'stable-1', 'stable', 'classic', 'orders');
  await actors.ask('member', 'stable-2', 'stable', 'classic', 'orders');
  await actors.ask('member', 'never-1', 'never-committed', 'classic', 'silent');
  await actors.ask('member', 'stuck', 'rebalancing', 'classic', 'orders');
  // Before it has committed, the group of the stuck one would have no rows.
  await until(
    () => client.refresh(),
    ({ groups }) => groups.some((group) => group.groupId === 'rebalancing' && hasReadAll(group)),
  );
  await actors.ask('stall', 'stuck');
  await actors.ask('join', 'late', 'rebalancing', 'orders');
  if (release === KAFKA_4) await actors.ask('member', 'modern-1', 'modern', 'consumer', 'orders');
  if (release === KAFKA_4) await actors.ask('member', 'modern-2', 'modern', 'consumer', 'orders');
}

function partitionsOf({ groups }: ClusterSnapshot, groupId: string) {
  const group = groups.find((candidate) => candidate.groupId === groupId);
  assert.ok(group, `There is a group ${groupId}.`);
  return group.topics.flatMap(({ partitions }) => partitions);
}

/** What can be told of a partition, as one line in both tools' name. */
function rowsOf({ groupId, members, topics }: GroupSnapshot): readonly string[] {
  return topics.flatMap(({ partitions }) =>
    partitions.map(({ topic, partition, committed, logEnd, lag, memberId }) => {
      const client = members.find((member) => member.memberId === memberId)?.clientId;
      // The tool prints a dash where nothing was committed, also where there is nothing to read.
      const shown = typeof committed === 'bigint' ? known(lag) : null;
      return row([groupId, topic, partition, known(committed), known(logEnd), shown, memberId, client]);
    }),
  );
}

function rowOfTool(told: DescribedPartition): string {
  const { group, topic, partition, committed, logEnd, lag, memberId, clientId } = told;
  return row([group, topic, partition, committed, logEnd, lag, memberId, clientId]);
}

function row(cells: readonly (string | number | bigint | null | undefined)[]): string {
  return cells.map((cell) => cell ?? '-').join(' ');
}

function known(offset: Offset): bigint | null {
  return typeof offset === 'bigint' ? offset : null;
}

/** Every member has been given its partitions and has read them to the end; the rebalance waits for the stuck one. */
function hasSettled({ groups }: ClusterSnapshot): boolean {
  return groups.every(({ groupId, state, members, total }) => {
    if (groupId === 'rebalancing') return state === 'PreparingRebalance';
    if (groupId === 'never-committed') return state === 'Stable' && total.knownPartitions === 2;
    if (!['stable', 'modern'].includes(groupId)) return state === 'Empty';
    return state === 'Stable' && members.length === 2 && hasReadAll({ total });
  });
}

function hasReadAll({ total }: Pick<GroupSnapshot, 'total'>): boolean {
  return total.knownPartitions === 6 && total.lag === 0n;
}
