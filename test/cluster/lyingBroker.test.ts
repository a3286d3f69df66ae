import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { listGroups } from '../../server/src/cluster/api/listGroups';
import { openCluster } from '../../server/src/cluster/cluster';
import { FrameWatch } from '../../server/src/cluster/frames';
import { kafkajsLinks } from '../../server/src/cluster/kafkajsLink';
import { WireWriter } from '../../server/src/cluster/wire/writer';
import { type MiniBroker, miniBroker } from './support/miniBroker';

const OPTIONS = { brokers: [], requestTimeoutMs: 5000, connectionTimeoutMs: 5000 };
const NOT_KAFKA = { name: 'LinkError', failure: 'not-kafka', message: /sent an answer that is not Kafka’s/ };

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

function int32s(...numbers: readonly number[]): Buffer {
  return numbers.reduce((writer, number) => writer.int32(number), new WireWriter()).bytes;
}

describe('a server that lies', () => {
  const lies: Readonly<Record<string, Buffer>> = {
    'an answer of no bytes': int32s(0),
    'an answer too short for its own number': int32s(3, 0),
    'an answer of less than nothing': int32s(-1, 0),
    'an answer of 2 GB': int32s(0x7fffffff, 0),
    'an answer to a question that nobody asked': int32s(4, 4711),
    'another protocol’s greeting': Buffer.from('SSH-2.0-OpenSSH_9.2\r\n'),
  };
  for (const [what, bytes] of Object.entries(lies)) {
    it(`is left at once when it sends ${what}`, async () => {
      const address = await started({ onData: (socket) => socket.write(bytes) });
      await assert.rejects(kafkajsLinks(OPTIONS)(address), NOT_KAFKA);
      await untilNoSocket();
    });
  }

  it('is left when it sends what nobody asked for while the link is idle, however much that is', async () => {
    const address = await started();
    const link = await kafkajsLinks(OPTIONS)(address);
    const flood = Buffer.concat([int32s(32 * 2 ** 20, 99), Buffer.alloc(32 * 2 ** 20)]);
    for (const socket of broker?.sockets ?? []) socket.write(flood);
    await untilNoSocket();
    assert.equal(link.isOpen, false);
  });

  it('is left when it repeats an answer', async () => {
    const address = await started({ answers: { 16: (body) => groups(body, 0) } });
    const link = await kafkajsLinks(OPTIONS)(address);
    await link.send(listGroups(link.support));
    for (const socket of broker?.sockets ?? []) socket.write(int32s(4, 1));
    await untilNoSocket();
    assert.equal(link.isOpen, false);
  });

  it('gives no more groups to show than a person could read, and says how many it left out', async () => {
    let port = 0;
    broker = await miniBroker({
      answers: { 3: (body) => metadata(body, [port]), 16: (body) => groups(body, 15_000) },
    });
    port = broker.port;
    const cluster = openCluster({ ...OPTIONS, brokers: [`127.0.0.1:${port}`] });
    const snapshot = await cluster.refresh();
    cluster.close();
    assert.equal(snapshot.groups.length, 10_000);
    assert.ok(snapshot.problems.includes('Broker 1 names more groups than are shown here: 5000 are left out.'));
  });

  it('sends nobody to knock at a million doors', async () => {
    let port = 0;
    broker = await miniBroker({
      answers: { 3: (body) => metadata(body, new Array(1500).fill(port)), 16: (body) => groups(body, 0) },
    });
    port = broker.port;
    const cluster = openCluster({ ...OPTIONS, brokers: [`127.0.0.1:${port}`] });
    const snapshot = await cluster.refresh();
    cluster.close();
    assert.equal(snapshot.brokers.length, 1000);
  });
});

describe('the watch over answers', () => {
  const answer = fc.record({ id: fc.nat(), size: fc.integer({ min: 0, max: 40 }) });

  it('accepts what was asked for, in whatever pieces it comes, and nothing else behind it', () => {
    fc.assert(
      fc.property(fc.array(answer), fc.array(fc.integer({ min: 1, max: 20 })), (answers, sizes) => {
        const ids = new Set(answers.map(({ id }) => id));
        const frames = answers.map(({ id, size }) => Buffer.concat([int32s(size + 4, id), Buffer.alloc(size, 0xff)]));
        const watch = new FrameWatch((id) => ids.has(id));
        for (const piece of pieces(Buffer.concat(frames), sizes)) assert.ok(watch.accepts(piece));
        const unasked = [...ids].reduce((sum, id) => Math.max(sum, id + 1), 0) % 2 ** 31;
        assert.ok(ids.has(unasked) || !watch.accepts(int32s(4, unasked)));
      }),
    );
  });
});

function pieces(bytes: Buffer, sizes: readonly number[]): readonly Buffer[] {
  const found: Buffer[] = [];
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    found.push(bytes.subarray(at, at + size));
    at += size;
  }
  return found;
}

/** Metadata 5 of as many brokers as ports. */
function metadata(body: WireWriter, ports: readonly number[]): void {
  let id = 0;
  body.int32(0).array(ports, (port) => body.int32(++id).string('127.0.0.1').int32(port).int16(-1));
  body
    .string('liar')
    .int32(1)
    .array([], () => {});
}

/** ListGroups 5. */
function groups(body: WireWriter, count: number): void {
  body.noTags().int32(0).int16(0);
  const names = Array.from({ length: count }, (_, index) => `group-${index}`);
  const group = (name: string) =>
    body.string(name, true).string('consumer', true).string('Stable', true).string('classic', true).noTags();
  body.array(names, group, true).noTags();
}
