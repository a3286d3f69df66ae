import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { readArguments } from '../../server/src/cli/arguments';
import { ClusterTrouble } from '../../server/src/cli/live/connect';
import { looksOver } from '../../server/src/cli/live/looks';
import { createMcpServer } from '../../server/src/cli/mcp/server';
import { type Cluster, clusterOver } from '../../server/src/cluster/cluster';
import { fakeLinks, portOf } from '../cluster/support/fakeCluster';
import { fakeGroup, fakeState, fakeTopic } from '../cluster/support/fakeGroups';

const BROKERS = [1, 2, 3];

describe('what an assistant sees of a cluster', () => {
  const clients: Client[] = [];
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close();
  });

  async function assistantAt(open: () => Promise<Cluster>): Promise<Client> {
    const client = new Client({ name: 'test', version: '1' });
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    await createMcpServer(process.cwd(), '1', looksOver(open)).connect(theirs);
    await client.connect(ours);
    clients.push(client);
    return client;
  }

  const call = async (client: Client, name: string, args = {}): Promise<CallToolResult> =>
    (await client.callTool({ name, arguments: args })) as CallToolResult;
  const textOf = ({ content: [first] }: CallToolResult): string => (first?.type === 'text' ? first.text : '');

  function ordersAndMails() {
    const topics = [fakeTopic('orders', 2, BROKERS), fakeTopic('mails', 1, BROKERS)];
    const billing = fakeGroup('billing', 1, { committed: { orders: [10n, 90n], mails: [95n] } });
    const mailer = fakeGroup('mailer', 2, { committed: { mails: [97n] } });
    const state = fakeState(BROKERS, topics, [mailer, billing]);
    const links = fakeLinks(state);
    return { ...links, state, open: async () => clusterOver([`127.0.0.1:${portOf(1)}`], links.open) };
  }

  it('is there only where the server was started for one', async () => {
    const client = new Client({ name: 'test', version: '1' });
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    await createMcpServer(process.cwd(), '1').connect(theirs);
    await client.connect(ours);
    clients.push(client);
    const names = (await client.listTools()).tools.map(({ name }) => name);
    assert.ok(!names.includes('consumer_lag') && !names.includes('cluster_facts'));
  });

  it('is only read, and says so', async () => {
    const client = await assistantAt(ordersAndMails().open);
    const ofCluster = (await client.listTools()).tools.filter(({ name }) => /^c/.test(name));
    assert.deepEqual(
      ofCluster.map(({ name, annotations }) => [name, annotations?.readOnlyHint, annotations?.openWorldHint]),
      [
        ['consumer_lag', true, true],
        ['cluster_facts', true, true],
      ],
    );
  });

  it('is the lag of every group, the highest first, and of one group by partition', async () => {
    const client = await assistantAt(ordersAndMails().open);
    const { groups } = (await call(client, 'consumer_lag')).structuredContent as { groups: ToldGroup[] };
    assert.deepEqual(
      groups.map(({ group, lag }) => [group, lag]),
      [
        ['billing', '105'],
        ['mailer', '3'],
      ],
    );
    const one = (await call(client, 'consumer_lag', { group: 'billing' })).structuredContent as { groups: ToldGroup[] };
    assert.deepEqual(
      one.groups[0]?.partitions?.map(({ topic, partition, lag }) => [topic, partition, lag]),
      [
        ['orders', 0, '90'],
        ['orders', 1, '10'],
        ['mails', 0, '5'],
      ],
    );
  });

  it('is its brokers and what is unhealthy', async () => {
    const cluster = ordersAndMails();
    const client = await assistantAt(cluster.open);
    const { brokers, kafkaVersion }: ToldFacts = JSON.parse(textOf(await call(client, 'cluster_facts')));
    assert.deepEqual(
      brokers.map(({ id }) => id),
      BROKERS,
    );
    assert.equal(typeof kafkaVersion, 'string');
  });

  it('is taken in one look where it asks for much at once', async () => {
    const cluster = ordersAndMails();
    const client = await assistantAt(cluster.open);
    await Promise.all([call(client, 'consumer_lag'), call(client, 'cluster_facts'), call(client, 'consumer_lag')]);
    await call(client, 'cluster_facts');
    assert.equal(cluster.requests.filter((request) => request.endsWith('ListGroups')).length, BROKERS.length);
  });

  it('is a reason where nobody answers, and the next question tries again', async () => {
    const cluster = ordersAndMails();
    for (const broker of BROKERS) cluster.state.down.add(broker);
    const client = await assistantAt(cluster.open);
    const refused = await call(client, 'consumer_lag');
    assert.deepEqual([refused.isError, refused.structuredContent], [true, undefined]);
    assert.match(textOf(refused), /Nothing listens at 127\.0\.0\.1:9001/);
    cluster.state.down.clear();
    assert.equal((await call(client, 'consumer_lag')).isError, undefined);
  });

  it('is a reason where the connection cannot be made', async () => {
    const client = await assistantAt(async () => {
      throw new ClusterTrouble(['client.properties has no bootstrap.servers.']);
    });
    assert.equal(textOf(await call(client, 'cluster_facts')), 'client.properties has no bootstrap.servers.');
  });

  it('is no group that is not there', async () => {
    const client = await assistantAt(ordersAndMails().open);
    const refused = await call(client, 'consumer_lag', { group: 'nope' });
    assert.equal(refused.isError, true);
    assert.match(textOf(refused), /no consumer group "nope"/);
  });
});

describe('kafka-lint mcp', () => {
  it('takes a cluster by the options of Kafka’s tools, and nothing else', () => {
    assert.deepEqual(readArguments(['mcp']), { kind: 'mcp' });
    assert.deepEqual(readArguments(['mcp', '--bootstrap-server', 'a:9092', '--command-config', 'c.properties']), {
      kind: 'mcp',
      cluster: { bootstrapServer: 'a:9092', commandConfig: 'c.properties' },
    });
    for (const args of [['.'], ['--group', 'a'], ['--fix']]) {
      assert.equal(readArguments(['mcp', ...args]).kind, 'usage-error', args.join(' '));
    }
  });
});

interface ToldGroup {
  readonly group: string;
  readonly lag: string | null;
  readonly partitions?: readonly { readonly topic: string; readonly partition: number; readonly lag: string }[];
}

interface ToldFacts {
  readonly kafkaVersion: string | null;
  readonly brokers: readonly { readonly id: number }[];
}
