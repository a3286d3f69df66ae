import assert from 'node:assert/strict';
import { type Actors, startActors } from './actors';
import { type Cluster, startCluster } from './cluster';
import { describeOffsets, describeStates } from './groupCommand';
import { KAFKA_4 } from './jars';
import { needsKafka } from './needsKafka';

describe('the harness', function () {
  this.timeout(120_000);
  needsKafka(this);
  let cluster: Cluster;
  let actors: Actors;
  before(async () => {
    cluster = await startCluster({ release: KAFKA_4, brokers: 1 });
    actors = startActors(KAFKA_4, cluster.bootstrap());
  });
  after(async () => {
    actors?.dispose();
    await cluster?.dispose();
  });

  it("has a broker that Kafka's own clients and tools work with", async () => {
    await actors.ask('topic', 'orders', 2, 1);
    await actors.ask('produce', 'orders', 0, 10);
    await actors.ask('commit', 'billing', 'orders', 0, 4);
    await actors.ask('member', 'mails-1', 'mails', 'consumer', 'orders');
    const [billing] = (await describeOffsets(KAFKA_4, cluster.bootstrap())).filter(({ group }) => group === 'billing');
    assert.deepEqual(billing, {
      group: 'billing',
      topic: 'orders',
      partition: 0,
      committed: 4n,
      logEnd: 10n,
      lag: 6n,
      memberId: null,
      clientId: null,
    });
    const states = await describeStates(KAFKA_4, cluster.bootstrap());
    assert.deepEqual(
      states.sort((a, b) => a.group.localeCompare(b.group)),
      [
        { group: 'billing', state: 'Empty', members: 0 },
        { group: 'mails', state: 'Stable', members: 1 },
      ],
    );
  });

  it("says what Kafka's client said when something cannot be done", async () => {
    await assert.rejects(actors.ask('topic', 'orders', 2, 1), /TopicExistsException/);
  });
});
