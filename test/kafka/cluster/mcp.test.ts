import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { type Actors, startActors } from '../harness/actors';
import { type Cluster, startCluster } from '../harness/cluster';
import { KAFKA_4 } from '../harness/jars';
import { needsKafka } from '../harness/needsKafka';
import { USERS } from '../harness/properties';

const ROOT = join(__dirname, '..', '..', '..');
const { alice: PASSWORD = '' } = USERS;
const COMMAND = ['--import', 'tsx', join(ROOT, 'server', 'src', 'cli.ts'), 'mcp'];

describe('kafka-lint mcp at a real cluster', function () {
  this.timeout(120_000);
  needsKafka(this);
  const folder = mkdtempSync(join(tmpdir(), 'kafka-mcp-'));
  let cluster: Cluster;
  let actors: Actors;
  before(async () => {
    cluster = await startCluster({ release: KAFKA_4, brokers: 1, tls: true });
    writeFileSync(join(folder, 'ca.pem'), cluster.certificates?.ca ?? '');
    writeFileSync(
      join(folder, 'client.properties'),
      [
        'security.protocol=SASL_SSL',
        'sasl.mechanism=SCRAM-SHA-512',
        'sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\',
        `    username="alice" password="${PASSWORD}";`,
        'ssl.truststore.type=PEM',
        'ssl.truststore.location=ca.pem',
      ].join('\n'),
    );
    actors = startActors(KAFKA_4, cluster.bootstrap());
    await actors.ask('topic', 'orders', 2, 1);
    for (const partition of [0, 1]) await actors.ask('produce', 'orders', partition, 10);
    await actors.ask('commit', 'billing', 'orders', 0, 4);
    await actors.ask('commit', 'gone"away"', 'orders', 1, 10);
  });
  after(async () => {
    actors?.dispose();
    await cluster?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const args = () => [
    '--bootstrap-server',
    cluster.bootstrap('SASL_SSL'),
    '--command-config',
    join(folder, 'client.properties'),
  ];

  it('shows the official client lag and facts over TLS and with SCRAM, and no secret', async () => {
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [...COMMAND, ...args()], cwd: ROOT }),
    );
    try {
      const ask = async (name: string, input = {}) =>
        (await client.callTool({ name, arguments: input })) as CallToolResult;
      const [lag, facts] = [await ask('consumer_lag', { group: 'billing' }), await ask('cluster_facts')];
      const [billing] = (lag.structuredContent as { groups: { lag: string; partitions: object[] }[] }).groups;
      assert.equal(billing?.lag, '6');
      assert.match(JSON.stringify(billing?.partitions), /"committedOffset":"4","logEndOffset":"10","lag":"6"/);
      assert.match(JSON.stringify(facts.structuredContent), /"isController":true/);
      const everything = JSON.stringify([lag, facts, await ask('consumer_lag')]);
      assert.ok(!everything.includes(PASSWORD));
      assert.match(everything, /gone[^,]*away/);
    } finally {
      await client.close();
    }
  });

  it('ends with its input, though brokers are connected', async () => {
    const server = spawn(process.execPath, [...COMMAND, ...args()], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
    const exit = once(server, 'exit');
    try {
      const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
      send(server, { id: 1, method: 'initialize', params });
      send(server, { method: 'notifications/initialized' });
      send(server, { id: 2, method: 'tools/call', params: { name: 'cluster_facts', arguments: {} } });
      let answers = '';
      for await (const chunk of server.stdout) {
        answers += chunk;
        if (answers.includes('unhealthyPartitions')) break;
      }
      server.stdin.end();
      assert.deepEqual(await exit, [0, null]);
    } finally {
      server.kill('SIGKILL');
    }
  });
});

function send({ stdin }: ChildProcess, message: object): void {
  stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}
