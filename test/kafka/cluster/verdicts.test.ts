import assert from 'node:assert/strict';
import { lagStatusText } from '../../../client/src/alerts/statusText';
import { chartState } from '../../../client/src/chart/chartState';
import type { ClusterView } from '../../../client/src/sidebar/clusterView';
import { csvText } from '../../../client/src/sidebar/export/lagText';
import { rowsOf } from '../../../client/src/sidebar/export/rows';
import { groupAppearance } from '../../../client/src/sidebar/lag/groupAppearance';
import { type Cluster as Client, openCluster } from '../../../server/src/cluster/cluster';
import type { ClusterSnapshot } from '../../../server/src/cluster/model';
import { Trends } from '../../../server/src/cluster/trend/trends';
import { type Actors, startActors } from '../harness/actors';
import { type Cluster, startCluster } from '../harness/cluster';
import { describeShares } from '../harness/groupCommand';
import { KAFKA_4 } from '../harness/jars';
import { needsKafka } from '../harness/needsKafka';
import { until } from './support/until';

/** What an operator would say of each group, at the first look and more than a minute later. */
const TABLE: Readonly<Record<string, readonly [first: string, later: string]>> = {
  expired: ['4 lost unread · no members · 8', '4 lost unread · no members · 8'],
  'all-expired': ['10 lost unread · no members · 10', '10 lost unread · no members · 10'],
  marker: ['1', 'idle · 1'],
  held: ['4', 'open transaction in 1 of 2 · 4'],
  beyond: ['beyond the end · no members · caught up', 'beyond the end · no members · caught up'],
  // Kafka forgets what was committed in a topic that is deleted.
  recreated: ['no members · nothing committed', 'no members · nothing committed'],
  deleted: ['no members · nothing committed', 'no members · nothing committed'],
  'left-over': ['not subscribed in 1 of 4 · 7', 'not subscribed in 1 of 4 · 7'],
  uncommitted: ['nothing committed', 'nothing committed'],
  'empty-log': ['caught up', 'caught up'],
  nobody: ['no members · 6', 'no members · 6'],
  'nobody-done': ['no members · caught up', 'no members · caught up'],
  rebalancing: ['rebalancing · 4', 'rebalancing · 4'],
  share: ['no members · 7', 'no members · 7'],
};

describe('what is said of a group on a real cluster', function () {
  needsKafka(this);
  let cluster: Cluster;
  let actors: Actors;
  let client: Client;
  before(async function () {
    this.timeout(240_000);
    cluster = await startCluster({ release: KAFKA_4, brokers: 1 });
    actors = startActors(KAFKA_4, cluster.bootstrap());
    client = newClient();
    await stage(actors, client);
  });
  after(async () => {
    client?.close();
    actors?.dispose();
    await cluster?.dispose();
  });

  const newClient = (): Client =>
    openCluster({ brokers: cluster.bootstrap().split(','), requestTimeoutMs: 10_000, connectionTimeoutMs: 5000 });

  /** Looks every ten seconds of a time that passes at once; `between` is what happens before each look but the first. */
  async function watch(between: () => Promise<unknown> = async () => {}): Promise<readonly ClusterView[]> {
    const trends = new Trends();
    const views: ClusterView[] = [];
    const watcher = newClient();
    for (let at = 0; at <= 130_000; at += 10_000) {
      if (at > 0) await between();
      const snapshot = await watcher.refresh();
      trends.observe(snapshot, at);
      views.push(frozen(snapshot, trends, at));
    }
    watcher.close();
    return views;
  }

  it('is what an operator would say, at the first look and a minute later, and everywhere the same', async () => {
    const views = await watch();
    const [first, last] = [views[0], views.at(-1)];
    assert.ok(first && last);
    assert.deepEqual(
      saidIn(first),
      Object.fromEntries(Object.entries(TABLE).map(([group, [words]]) => [group, words])),
    );
    assert.deepEqual(
      saidIn(last),
      Object.fromEntries(Object.entries(TABLE).map(([group, [, words]]) => [group, words])),
    );
    for (const view of [first, last]) assertOneVoice(view);
  });

  it('has the lag of share groups that Kafka’s own tool has', async () => {
    const theirs = await describeShares(KAFKA_4, cluster.bootstrap());
    const ours = (await client.refresh()).groups
      .filter(({ protocol }) => protocol === 'share')
      .flatMap(({ groupId: group, topics }) =>
        topics.flatMap(({ partitions }) =>
          partitions.map(({ topic, partition, lag }) => ({ group, topic, partition, lag })),
        ),
      );
    assert.ok(theirs.length > 0, 'The tool told nothing.');
    assert.deepEqual(ours, theirs);
  });

  it('tells one stuck member of several by its partitions', async () => {
    await actors.ask('topic', 'many', 6, 1);
    for (const name of ['works', 'sticks']) await actors.ask('member', name, 'stuck-in-part', 'classic', 'many');
    const shared = (snapshot: ClusterSnapshot) =>
      snapshot.groups.some(
        ({ groupId, state, members }) => groupId === 'stuck-in-part' && state === 'Stable' && members.length === 2,
      );
    await until(() => client.refresh(), shared);
    const produceAll = async (): Promise<void> => {
      for (let partition = 0; partition < 6; partition++) await actors.ask('produce', 'many', partition, 1);
    };
    await produceAll();
    await until(
      () => client.refresh(),
      ({ groups }) =>
        groups.some(
          ({ groupId, total }) => groupId === 'stuck-in-part' && total.knownPartitions === 6 && total.lag === 0n,
        ),
    );
    await actors.ask('stall', 'sticks');
    const views = await watch(async () => {
      await produceAll();
      await new Promise((resolve) => setTimeout(resolve, 400));
    });
    const last = views.at(-1);
    assert.match(last ? (saidIn(last)['stuck-in-part'] ?? '') : '', /^stalled in 3 of 6 · /);
  });

  it('loses no group over a restart of the broker', async () => {
    const before = (await client.refresh()).groups.map(({ groupId }) => groupId);
    const [broker] = cluster.brokers;
    await broker?.kill();
    await assert.rejects(client.refresh());
    await broker?.start();
    const names = async (): Promise<readonly string[]> =>
      client.refresh().then(
        ({ groups }) => groups.map(({ groupId }) => groupId),
        () => before,
      );
    for (let look = 0; look < 6; look++) assert.deepEqual(await names(), before);
  });
});

async function stage(actors: Actors, client: Client): Promise<void> {
  const topics = {
    cut: 1,
    gone: 1,
    marked: 1,
    open: 2,
    orders: 3,
    old: 1,
    silent: 1,
    late: 1,
    again: 1,
    doomed: 1,
    queue: 1,
  };
  for (const [topic, partitions] of Object.entries(topics)) await actors.ask('topic', topic, partitions, 1);
  for (const topic of ['cut', 'gone', 'old', 'again', 'doomed', 'queue', 'orders'])
    await actors.ask('produce', topic, 0, 10);
  await actors.ask('commit', 'expired', 'cut', 0, 2);
  await actors.ask('delete-records', 'cut', 0, 6);
  await actors.ask('commit', 'all-expired', 'gone', 0, 0);
  await actors.ask('delete-records', 'gone', 0, 10);
  await actors.ask('committed-transaction', 'marked', 0, 5);
  await actors.ask('commit', 'marker', 'marked', 0, 5);
  await actors.ask('member', 'marker-1', 'marker', 'classic', 'marked');
  await actors.ask('produce', 'open', 0, 5);
  await actors.ask('commit', 'held', 'open', 0, 5);
  await actors.ask('committed-reader', 'held-1', 'held', 'open');
  await actors.ask('transaction', 'open', 0, 4);
  await actors.ask('commit', 'beyond', 'orders', 0, 1000);
  await actors.ask('commit', 'recreated', 'again', 0, 8);
  await actors.ask('delete-topic', 'again');
  await actors.ask('commit', 'deleted', 'doomed', 0, 3);
  await actors.ask('delete-topic', 'doomed');
  await actors.ask('commit', 'left-over', 'old', 0, 3);
  await actors.ask('member', 'left-over-1', 'left-over', 'classic', 'orders');
  await actors.ask('member', 'uncommitted-1', 'uncommitted', 'classic', 'late');
  await actors.ask('stall', 'uncommitted-1');
  await actors.ask('produce', 'late', 0, 5);
  await actors.ask('member', 'empty-1', 'empty-log', 'classic', 'silent');
  await actors.ask('commit', 'nobody', 'orders', 0, 4);
  await actors.ask('commit', 'nobody-done', 'orders', 0, 10);
  await actors.ask('commit', 'rebalancing', 'orders', 0, 6);
  await actors.ask('share', 'share', 'queue');
  await actors.ask('produce', 'queue', 0, 7);
  await actors.ask('topic', 'again', 1, 1);
  await actors.ask('produce', 'again', 0, 3);
  await actors.ask('member', 'rebalancing-1', 'rebalancing', 'classic', 'silent');
  await actors.ask('stall', 'rebalancing-1');
  await actors.ask('join', 'rebalancing-2', 'rebalancing', 'silent');
  await until(
    () => client.refresh(),
    ({ groups }) => groups.some(({ groupId, state }) => groupId === 'rebalancing' && state === 'PreparingRebalance'),
  );
}

/** The view as it is now, though the trends go on. */
function frozen(snapshot: ClusterSnapshot, trends: Trends, at: number): ClusterView {
  const told = new Map(snapshot.groups.map(({ groupId }) => [groupId, trends.of(groupId)]));
  const statuses = new Map(
    snapshot.groups.flatMap(({ groupId, topics }) =>
      topics.flatMap(({ partitions }) =>
        partitions.map((partition) => [partition, trends.statusOf(groupId, partition, at)] as const),
      ),
    ),
  );
  return {
    name: 'real',
    bootstrapServers: [],
    security: 'PLAINTEXT',
    isAuthenticated: false,
    connection: 'connected',
    snapshot,
    trendOf: (groupId) => told.get(groupId) ?? { outlook: { kind: 'unknown' } },
    statusOf: (_, partition) => statuses.get(partition),
    behindSince: () => undefined,
  };
}

/** The row of each group, without rates, which the seeding leaves. */
function saidIn(view: ClusterView): Readonly<Record<string, string>> {
  const rows = (view.snapshot?.groups ?? []).map((group) => {
    const { description = '' } = groupAppearance(view, group, false);
    return [
      group.groupId,
      description
        .split(' · ')
        .filter((word) => !/\/(?:s|min)$/.test(word))
        .join(' · '),
    ];
  });
  return Object.fromEntries(rows);
}

/** Tooltip, screen reader, chart, export and status bar say of each group what its row says. */
function assertOneVoice(view: ClusterView): void {
  for (const group of view.snapshot?.groups ?? []) {
    const { description = '', accessibleName, tooltip } = groupAppearance(view, group, false);
    const chart = chartState([{ clusterName: 'real', groupId: group.groupId }], {
      views: [view],
      intervalMs: 10_000,
      seriesOf: () => [],
      thresholdOf: () => 1,
    });
    const state = chart.series[0]?.state ?? '';
    assert.ok(description.startsWith(state.replaceAll(', ', ' · ')), `${description} and ${state}`);
    for (const word of state.split(', ').filter(Boolean)) assert.ok(accessibleName.includes(word), accessibleName);
    const { status } = view.trendOf(group.groupId);
    if (status) assert.ok(tooltip.includes(`${status}: `), tooltip);
    const exported = csvText(rowsOf([view], [], (one) => one === group));
    if (status && status !== 'OK') assert.ok(exported.includes(`,${status},`), exported);
    const alone: ClusterView = { ...view, snapshot: { ...(view.snapshot ?? assert.fail()), groups: [group] } };
    const bar = lagStatusText([alone], () => 1);
    if (group.total.lag > 0n)
      for (const word of state.split(', ')) assert.ok(bar?.tooltip.includes(word), bar?.tooltip);
  }
}
