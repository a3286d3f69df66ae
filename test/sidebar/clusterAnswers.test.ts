import assert from 'node:assert/strict';
import { clusterFacts, consumerLag } from '../../client/src/assistant/clusterAnswers';
import { groupOf, NO_COMMIT, snapshotOf, viewOf } from './support/clusters';

describe('what assistants are told of clusters', () => {
  const groups = [groupOf('mails', { mails: [3n] }), groupOf('billing', { orders: [10n, NO_COMMIT] })];

  it('has the highest lag first, and unknown partitions beside it rather than as 0', () => {
    const [dev] = JSON.parse(consumerLag([viewOf(snapshotOf(groups))], {}));
    assert.deepEqual(
      dev.groups.map(({ group, lag, unknownPartitions }: Record<string, unknown>) => [group, lag, unknownPartitions]),
      [
        ['billing', '10', 1],
        ['mails', '3', 0],
      ],
    );
    assert.equal(dev.takenAt, '2023-11-14T22:13:20.000Z');
  });

  it('has null for a lag of which nothing is known', () => {
    const [dev] = JSON.parse(consumerLag([viewOf(snapshotOf([groupOf('new', { orders: [NO_COMMIT] })]))], {}));
    assert.equal(dev.groups[0].lag, null);
  });

  it('has the partitions of the one group that is asked for, each number or its reason', () => {
    const [dev] = JSON.parse(consumerLag([viewOf(snapshotOf(groups))], { group: 'billing' }));
    assert.equal(dev.groups.length, 1);
    const lags = dev.groups[0].partitions.map(({ lag }: { lag: string }) => lag);
    assert.deepEqual(lags, ['10', 'no-commit']);
  });

  it('is bounded, and says how much it leaves out', () => {
    const many = Array.from({ length: 2000 }, (_, index) => groupOf(`g${index}`, { orders: [1n] }));
    const [dev] = JSON.parse(consumerLag([viewOf(snapshotOf(many))], {}));
    assert.deepEqual([dev.groups.length, dev.omittedGroups], [50, 1950]);
    const wide = groupOf('wide', Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`t${index}`, [1n]])));
    const [all] = JSON.parse(consumerLag([viewOf(snapshotOf([wide]))], {}));
    assert.deepEqual([all.groups[0].topics.length, all.groups[0].omittedTopics], [5, 295]);
    const [one] = JSON.parse(consumerLag([viewOf(snapshotOf([wide]))], { group: 'wide' }));
    assert.deepEqual([one.groups[0].partitions.length, one.groups[0].omittedPartitions], [50, 250]);
  });

  it('says how to add a cluster where there is none of that name', () => {
    assert.match(
      consumerLag([viewOf(snapshotOf(groups))], { cluster: 'prod' }),
      /no cluster named prod.*Add a Cluster/,
    );
    assert.match(clusterFacts([], undefined), /No cluster has been added/);
  });

  it('has brokers and the controller, and only the connection of a cluster that is not connected', () => {
    const off = viewOf(undefined, { name: 'prod', connection: 'disconnected' });
    const [dev, prod] = JSON.parse(clusterFacts([viewOf(snapshotOf(groups)), off], undefined));
    assert.deepEqual([dev.controllerId, dev.brokers.length, dev.kafkaVersion], [1, 1, '3.9']);
    assert.deepEqual(prod, { cluster: 'prod', connection: 'disconnected', bootstrapServers: ['kafka-1:9092'] });
  });
});
