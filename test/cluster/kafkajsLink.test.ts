import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import Connection from 'kafkajs/src/network/connection.js';
import { listGroups } from '../../server/src/cluster/api/listGroups';
import type { ConnectionOptions } from '../../server/src/cluster/connection';
import { kafkajsLinks } from '../../server/src/cluster/kafkajsLink';
import type { RequestEvent } from '../../server/src/cluster/link';
import type { WireWriter } from '../../server/src/cluster/wire/writer';
import { type MiniBroker, miniBroker } from './support/miniBroker';

const OPTIONS: ConnectionOptions = { brokers: [], requestTimeoutMs: 2000, connectionTimeoutMs: 2000 };

let broker: MiniBroker | undefined;
afterEach(async () => {
  await broker?.close();
  broker = undefined;
});

async function started(...args: Parameters<typeof miniBroker>): Promise<{ host: string; port: number }> {
  broker = await miniBroker(...args);
  return { host: '127.0.0.1', port: broker.port };
}

/** Until the peers have seen the end of every connection; the test's own timeout bounds it. */
async function untilNoSocket(): Promise<void> {
  while (broker && broker.sockets.size > 0) await sleep(5);
}

describe('kafkajs’s connection, as far as it is relied on', () => {
  const version = (path: string, ...keys: string[]) =>
    keys.reduce<unknown>((value, key) => Object(value)[key], JSON.parse(readFileSync(path, 'utf8')));

  it('is of the one version whose inside is known', () => {
    const root = createRequire(import.meta.url).resolve('kafkajs/package.json');
    assert.equal(version(root, 'version'), '2.2.4');
    assert.equal(version('package.json', 'devDependencies', 'kafkajs'), '2.2.4', 'The version is pinned exactly.');
  });

  it('has every member that the link uses', () => {
    const connection = new Connection({
      host: '127.0.0.1',
      port: 1,
      clientId: 'contract',
      logger: silentLogger(),
      socketFactory: () => assert.fail('No socket is opened before connect.'),
      ssl: null,
      sasl: null,
      connectionTimeout: 1,
      requestTimeout: 1,
      enforceRequestTimeout: false,
      instrumentationEmitter: { emit: () => {} },
    });
    const methods = [
      'connect',
      'isConnected',
      'setVersions',
      'setSupportAuthenticationProtocol',
      'authenticate',
      'send',
      'processData',
    ];
    for (const method of methods) assert.equal(typeof Object(connection)[method], 'function', method);
    const { requestQueue } = connection;
    assert.equal(typeof requestQueue.rejectAll, 'function');
    assert.equal(typeof requestQueue.scheduleCheckPendingRequests, 'function');
    assert.ok(Array.isArray(requestQueue.pending));
    assert.ok(requestQueue.inflight instanceof Map);
    assert.equal(connection.isConnected(), false);
  });

  it('still has the timer that is mended here, so that the mending can go when it is gone', () => {
    const source = readFileSync(createRequire(import.meta.url).resolve('kafkajs/src/network/requestQueue'), 'utf8');
    assert.match(
      source,
      /let scheduleAt = this\.throttledUntil - Date\.now\(\)\s+if \(!this\.throttleCheckTimeoutId\)/,
    );
  });
});

function silentLogger(): ConstructorParameters<typeof Connection>[0]['logger'] {
  const logger = { namespace: () => logger, debug() {}, info() {}, warn() {}, error() {} };
  return logger;
}

describe('a link', () => {
  it('asks for the versions, sends, tells of requests and closes its socket', async () => {
    const address = await started({ answers: { 16: writeNoGroups } });
    const events: RequestEvent[] = [];
    const link = await kafkajsLinks(OPTIONS, (event) => events.push(event))(address);
    assert.deepEqual(link.support.ranges.get(16), { min: 0, max: 9 });
    assert.deepEqual(await link.send(listGroups(link.support)), { errorCode: 0, groups: [], omitted: 0 });
    assert.deepEqual(
      events.map(({ api, broker: where }) => [api, where]),
      [
        ['ApiVersions', `127.0.0.1:${address.port}`],
        ['ListGroups', `127.0.0.1:${address.port}`],
      ],
    );
    link.close();
    assert.equal(link.isOpen, false);
    await untilNoSocket();
  });

  it('has no timer while it is idle', async () => {
    const address = await started({ answers: { 16: writeNoGroups } });
    const link = await kafkajsLinks(OPTIONS)(address);
    await link.send(listGroups(link.support));
    await sleep(30);
    const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    link.close();
    await untilNoSocket();
    const without = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    assert.equal(timers, without);
  });

  it('ends with the request that is not answered in time, and leaves no socket behind', async () => {
    const address = await started();
    const link = await kafkajsLinks({ ...OPTIONS, requestTimeoutMs: 50 })(address);
    const both = [link.send(listGroups(link.support)), link.send(listGroups(link.support))];
    for (const request of both) await assert.rejects(request, { name: 'LinkError', failure: 'timeout' });
    assert.equal(link.isOpen, false);
    await untilNoSocket();
  });

  it('takes a broker that hangs up at the first question for one that demands a login', async () => {
    const address = await started();
    const link = await kafkajsLinks(OPTIONS)(address);
    const request = link.send(listGroups(link.support));
    for (const socket of broker?.sockets ?? []) socket.end();
    await assert.rejects(request, { failure: 'login-wanted' });
  });

  it('rejects what is under way when the broker closes the connection', async () => {
    let answers = 1;
    const address = await started({ answers: { 16: (body) => (answers-- > 0 ? writeNoGroups(body) : hangUp()) } });
    const hangUp = () => {
      for (const socket of broker?.sockets ?? []) socket.destroy();
    };
    const link = await kafkajsLinks(OPTIONS)(address);
    await link.send(listGroups(link.support));
    const request = link.send(listGroups(link.support));
    await assert.rejects(request, /closed|ECONNRESET/i);
    assert.equal(link.isOpen, false);
    await untilNoSocket();
  });

  it('rejects what is under way when it is closed here', async () => {
    const address = await started();
    const link = await kafkajsLinks(OPTIONS)(address);
    const request = link.send(listGroups(link.support));
    link.close();
    await assert.rejects(request, { name: 'LinkError', failure: 'closed' });
    await untilNoSocket();
  });

  it('gives up on a server that accepts and never speaks, and leaves no socket behind', async () => {
    const address = await started({ onData: () => {} });
    await assert.rejects(kafkajsLinks({ ...OPTIONS, requestTimeoutMs: 50 })(address), { failure: 'timeout' });
    await untilNoSocket();
  });

  it('goes back to version 0 of the first question for a broker before Kafka 2.4', async () => {
    const asked: number[] = [];
    const answerOld = (bytes: Buffer) => {
      asked.push(bytes.readInt16BE(6));
      const isRefused = bytes.readInt16BE(6) !== 0;
      const body = Buffer.concat([
        bytes.subarray(8, 12),
        Buffer.from(isRefused ? '002300000000' : '000000000001000300000005', 'hex'),
      ]);
      return Buffer.concat([Buffer.from([0, 0, 0, body.length]), body]);
    };
    const address = await started({ onData: (socket, bytes) => socket.write(answerOld(bytes)) });
    const link = await kafkajsLinks(OPTIONS)(address);
    assert.deepEqual(asked, [3, 0]);
    assert.deepEqual([...link.support.ranges], [[3, { min: 0, max: 5 }]]);
    link.close();
  });

  it('shows no secret in what it throws', async () => {
    const address = await started({ onData: (socket) => socket.end() });
    const password = 'correct horse battery staple';
    const sasl = { mechanism: 'PLAIN', username: 'me', password } as const;
    const failure = await kafkajsLinks({ ...OPTIONS, sasl })(address).then(
      () => assert.fail('The connection cannot succeed.'),
      (error: Error) => error,
    );
    assert.ok(!`${failure.stack} ${JSON.stringify(failure)}`.includes(password));
  });
});

/** Version 5's answer: tags of the header, throttle time, error, no groups, tags. */
function writeNoGroups(body: WireWriter): void {
  body.noTags().int32(0).int16(0);
  body.array([], () => {}, true).noTags();
}
