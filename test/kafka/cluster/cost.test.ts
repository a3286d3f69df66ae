import assert from 'node:assert/strict';
import { type Cluster as Client, openCluster } from '../../../server/src/cluster/cluster';
import type { ConnectionOptions } from '../../../server/src/cluster/connection';
import type { RequestEvent } from '../../../server/src/cluster/link';
import { type Cluster, startCluster } from '../harness/cluster';
import { KAFKA_4 } from '../harness/jars';
import { needsKafka } from '../harness/needsKafka';
import { BUSY, partitionsOf, seed } from './support/seed';

const BROKERS = 3;
const BOUND = 4 * BROKERS + BUSY.groups + 2;

describe(`a refresh of ${BROKERS} brokers, ${BUSY.groups} groups and ${partitionsOf(BUSY)} partitions`, function () {
  this.timeout(300_000);
  needsKafka(this);
  let cluster: Cluster;
  let client: Client;
  let requests: RequestEvent[] = [];
  before(async () => {
    cluster = await startCluster({ release: KAFKA_4, brokers: BROKERS });
    const brokers = cluster.bootstrap().split(',');
    const options: ConnectionOptions = { brokers, requestTimeoutMs: 30_000, connectionTimeoutMs: 10_000 };
    await seed(cluster, options, BUSY, 0);
    client = openCluster(options, { onRequest: (event) => requests.push(event) });
    await client.refresh();
  });
  after(async () => {
    client?.close();
    await cluster?.dispose();
  });

  it(`sends at most 4 B + G + 2 requests, which kafkajs counts itself, and in truth far fewer`, async () => {
    for (let turn = 0; turn < 14; turn++) {
      requests = [];
      const { groups } = await client.refresh();
      const partitions = groups.reduce((sum, { total }) => sum + total.knownPartitions, 0);
      assert.equal(partitions, BUSY.groups * partitionsOf(BUSY));
      const sent = requests.map(({ api }) => api).join(', ');
      assert.ok(requests.length <= BOUND, sent);
      // A batch of OffsetFetch takes 100 groups; no request is repeated for a group, a topic or a partition.
      assert.ok(requests.length <= 6 * BROKERS + 2, sent);
    }
  });

  it('connects to each broker once, and asks for no coordinator', async () => {
    requests = [];
    for (let turn = 0; turn < 7; turn++) await client.refresh();
    const apis = new Set(requests.map(({ api }) => api));
    for (const api of ['ApiVersions', 'FindCoordinator', 'GroupCoordinator']) assert.ok(!apis.has(api), api);
    assert.equal(new Set(requests.map(({ broker }) => broker)).size, BROKERS);
  });
});
