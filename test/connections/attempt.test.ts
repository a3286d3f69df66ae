import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'mocha';
import { type AttemptTools, attempt } from '../../client/src/connections/attempt';
import { openCluster } from '../../server/src/cluster/cluster';
import type { ClusterSettings } from '../../server/src/connection/model';
import { emptyKafka } from '../cluster/support/emptyKafka';
import { type MiniBroker, miniBroker } from '../cluster/support/miniBroker';

const TOOLS: AttemptTools = {
  open: async (options) => openCluster({ ...options, requestTimeoutMs: 2_000, connectionTimeoutMs: 2_000 }),
  readText: async () => '',
};
const never = (): AbortSignal => new AbortController().signal;

describe('trying a connection', () => {
  let broker: MiniBroker | undefined;
  afterEach(() => broker?.close());

  const to = (port: number, more: Partial<ClusterSettings> = {}) => ({
    settings: {
      name: 'x',
      bootstrapServers: [`127.0.0.1:${port}`],
      securityProtocol: 'PLAINTEXT' as const,
      ...more,
    },
    secrets: {},
  });
  const untilNoSocket = async (): Promise<void> => {
    while (broker && broker.sockets.size > 0) await new Promise((resolve) => setImmediate(resolve));
  };

  it('gives the cluster that answers, open, and its first snapshot', async () => {
    broker = await emptyKafka();
    const result = await attempt(to(broker.port), TOOLS, never());
    assert.ok(result.kind === 'connected');
    assert.equal(result.snapshot.clusterId, 'empty');
    assert.equal(result.snapshot.brokers.length, 1);
    assert.ok(broker.sockets.size > 0);
    result.cluster.close();
    await untilNoSocket();
  });

  it('ends when the person gives up, and leaves no connection behind', async () => {
    broker = await miniBroker({ onData: () => abort.abort() });
    const abort = new AbortController();
    assert.deepEqual(await attempt(to(broker.port), TOOLS, abort.signal), { kind: 'cancelled' });
    await untilNoSocket();
  });

  it('says that a web server is none of Kafka', async () => {
    const web = createServer((_, response) => response.end('hello'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const result = await attempt(to((web.address() as AddressInfo).port), TOOLS, never());
    web.closeAllConnections();
    web.close();
    assert.ok(result.kind === 'failed');
    assert.match(result.error.message, /web server/);
  });

  it('says that the listener does not speak TLS', async () => {
    broker = await miniBroker({ onData: (socket) => socket.end() });
    const result = await attempt(to(broker.port, { securityProtocol: 'SSL' }), TOOLS, never());
    assert.ok(result.kind === 'failed');
    assert.match(`${result.error.message} ${result.error.whatToDo}`, /TLS/);
    await untilNoSocket();
  });

  it('says what is missing before anything is sent', async () => {
    broker = await emptyKafka();
    const sasl = { mechanism: 'PLAIN', username: 'u' } as const;
    const result = await attempt(to(broker.port, { securityProtocol: 'SASL_PLAINTEXT', sasl }), TOOLS, never());
    assert.ok(result.kind === 'failed');
    assert.match(result.error.message, /password of x is not stored/);
    assert.equal(broker.sockets.size, 0);
  });
});
