import assert from 'node:assert/strict';
import { openCluster } from '../../../server/src/cluster/cluster';
import type { ClusterSnapshot, GroupSnapshot } from '../../../server/src/cluster/model';
import { Poller, type PollerState } from '../../../server/src/cluster/poller';
import { type Actors, startActors } from '../harness/actors';
import type { Broker } from '../harness/broker';
import { type Cluster, startCluster } from '../harness/cluster';
import { KAFKA_4 } from '../harness/jars';
import { needsKafka } from '../harness/needsKafka';
import { untilNoSocket } from './support/sockets';
import { until } from './support/until';

const INTERVAL = 1000;
const REQUEST_TIMEOUT = 2000;
const GROUPS = ['one', 'two', 'three', 'four', 'five', 'six'];

describe('a poller on a bad day', function () {
  needsKafka(this);
  let cluster: Cluster;
  let actors: Actors;
  let poller: Poller;
  let states: PollerState[];

  before(async () => {
    cluster = await startCluster({ release: KAFKA_4, brokers: 3 });
    actors = startActors(KAFKA_4, cluster.bootstrap());
    await actors.ask('topic', 'orders', 6, 3);
    await actors.ask('topic', 'doomed', 1, 3);
    for (let partition = 0; partition < 6; partition++) await actors.ask('produce', 'orders', partition, 10);
    for (const group of GROUPS) {
      for (let partition = 0; partition < 6; partition++) await actors.ask('commit', group, 'orders', partition, 1);
    }
  });
  after(async () => {
    actors?.dispose();
    await cluster?.dispose();
  });
  beforeEach(async () => {
    states = [];
    const timeouts = { requestTimeoutMs: REQUEST_TIMEOUT, connectionTimeoutMs: REQUEST_TIMEOUT };
    const client = openCluster({ brokers: cluster.bootstrap().split(','), ...timeouts });
    poller = new Poller({ cluster: client, intervalMs: INTERVAL, onChange: (state) => states.push(state) });
    await untilShown(isSound);
  });
  afterEach(async () => {
    poller.dispose();
    await untilNoSocket();
  });

  const untilShown = (holds: (snapshot: ClusterSnapshot) => boolean) =>
    until(
      async () => poller.state,
      ({ snapshot, failure, isRefreshing }) => !isRefreshing && !failure && snapshot !== undefined && holds(snapshot),
    );
  const isSound = ({ groups, problems, unhealthy }: ClusterSnapshot) =>
    problems.length === 0 &&
    unhealthy.length === 0 &&
    groups.length === GROUPS.length &&
    groups.every(({ total, problem }) => !problem && total.lag === 54n && total.unknownPartitions === 0);

  /** Every number on show is the truth or is said to be unknown: the lag of each partition is 9 all the time. */
  function assertNeverWrong(): void {
    for (const { snapshot } of states) {
      for (const partition of snapshot?.groups.flatMap(partitionsOf) ?? []) {
        if (typeof partition.lag === 'bigint') assert.equal(partition.lag, 9n);
      }
    }
  }

  const brokerNamed = (id: number): Broker => cluster.brokers.find((broker) => broker.id === id) ?? assert.fail();
  /** The controller's own death is another story, and another test. */
  const notTheController = (): Broker => {
    const controller = poller.state.snapshot?.controllerId;
    return brokerNamed(controller === 3 ? 2 : 3);
  };

  it('goes on with the others when one broker of three is killed, and has it back when it is restarted', async () => {
    const victim = notTheController();
    await victim.kill();
    await untilShown(({ problems }) => problems.some((problem) => problem.includes(`Broker ${victim.id}`)));
    const wounded = await untilShown(
      // A broker takes over the groups that it coordinates from now on one after the other, and lists none before.
      ({ groups, unhealthy }) =>
        unhealthy.length > 0 && groups.length === GROUPS.length && groups.every(({ total }) => total.lag === 54n),
    );
    assert.ok(wounded.snapshot?.unhealthy.every(({ state }) => state === 'under-replicated'));
    await victim.start();
    await untilShown(isSound);
    assertNeverWrong();
    assert.ok(states.every(({ failure }) => failure === undefined));
  });

  it('waits for a paused broker no longer than the request may take, and has it back when it goes on', async () => {
    const victim = notTheController();
    victim.pause();
    const { snapshot } = await untilShown(({ brokers }) => brokers.some(({ problem }) => problem !== undefined));
    assert.match(
      snapshot?.brokers.find(({ id }) => id === victim.id)?.problem ?? '',
      /has not answered within 2000 ms/,
    );
    assert.ok(
      snapshot?.groups.some(({ problem }) => !problem),
      'Groups elsewhere are told.',
    );
    assert.ok(snapshot?.groups.some(({ total }) => total.knownPartitions > 0));
    victim.resume();
    await untilShown(isSound);
    assertNeverWrong();
  });

  it('tells that the cluster is away when every broker is, keeps the numbers with their age, and recovers', async () => {
    const before = poller.state.snapshot;
    await Promise.all(cluster.brokers.map((broker) => broker.kill()));
    const away = await until(
      async () => poller.state,
      ({ failure }) => failure !== undefined,
    );
    assert.match(away.failure?.message ?? '', /Nothing listens at 127\.0\.0\.1:\d+/);
    assert.ok(away.snapshot && before);
    assert.ok(poller.isStale);
    assert.ok((poller.ageMs ?? 0) > 0);
    await Promise.all(cluster.brokers.map((broker) => broker.start()));
    await untilShown(isSound);
    assert.equal(poller.isStale, false);
    assertNeverWrong();
  });

  it('follows an election when the controller dies, and another when its partitions come back to it', async () => {
    const dead = poller.state.snapshot?.controllerId ?? assert.fail('The controller is known.');
    await brokerNamed(dead).kill();
    await untilShown(
      ({ controllerId, groups }) => controllerId !== dead && groups.every(({ total }) => total.lag === 54n),
    );
    await brokerNamed(dead).start();
    await untilShown(isSound);
    await actors.ask('elect');
    const shown = states.length;
    await until(async () => states.slice(shown).filter(({ isRefreshing }) => !isRefreshing).length >= 3, Boolean);
    await untilShown(isSound);
    assertNeverWrong();
    assert.ok(states.every(({ failure }) => failure === undefined));
  });

  it('forgets a deleted group and a deleted topic, and minds neither', async () => {
    await actors.ask('produce', 'doomed', 0, 5);
    await actors.ask('commit', 'short-lived', 'doomed', 0, 1);
    await untilShown(({ groups }) => lagOf(groups, 'short-lived') === 4n);
    await actors.ask('delete-topic', 'doomed');
    await untilShown(({ groups }) => lagOf(groups, 'short-lived') !== 4n);
    const told = poller.state.snapshot?.groups.find(({ groupId }) => groupId === 'short-lived');
    for (const { lag } of told ? partitionsOf(told) : [])
      assert.equal(typeof lag === 'bigint' ? lag : lag.unknown, 'topic-deleted');
    await actors
      .ask('delete-group', 'short-lived')
      .catch((error: Error) => assert.match(error.message, /GroupIdNotFound/));
    await untilShown(isSound);
    assert.ok(states.every(({ failure }) => failure === undefined));
  });
});

function partitionsOf({ topics }: GroupSnapshot) {
  return topics.flatMap(({ partitions }) => partitions);
}

function lagOf(groups: readonly GroupSnapshot[], groupId: string): bigint | undefined {
  const group = groups.find((candidate) => candidate.groupId === groupId);
  return group && group.total.knownPartitions > 0 ? group.total.lag : undefined;
}
