import assert from 'node:assert/strict';
import { type ApiCall, UnsupportedApiError } from '../../server/src/cluster/api/call';
import { BrokerConnection } from '../../server/src/cluster/brokerConnection';
import { type BrokerLink, formatAddress, parseAddress } from '../../server/src/cluster/link';
import { LinkError, type LinkFailure } from '../../server/src/cluster/linkErrors';
import { MODERN } from './support/fakeCluster';

const ADDRESS = { host: '127.0.0.1', port: 9001 };
const ask = (): ApiCall<string> => ({
  name: 'Test',
  key: 0,
  version: 0,
  flexible: false,
  write: () => {},
  read: () => '',
});

interface Script {
  /** What each connection attempt comes to: a link, or a refusal. */
  readonly opens: ('ok' | 'refused')[];
  /** What each request comes to; a failure ends the link. */
  readonly sends: ('ok' | LinkFailure)[];
}

/** A connection over links that do what the script says, and what it did. */
function scripted({ opens, sends }: Script) {
  const log: string[] = [];
  const links: { end(): void }[] = [];
  const connection = new BrokerConnection(ADDRESS, async () => {
    const outcome = opens.shift() ?? assert.fail('Nobody should connect again.');
    log.push(`open ${outcome}`);
    if (outcome === 'refused') throw new Error('refused');
    let isOpen = true;
    const end = () => {
      isOpen = false;
    };
    links.push({ end });
    const send = async <Answer>(call: ApiCall<Answer>): Promise<Answer> => {
      const sent = isOpen ? (sends.shift() ?? assert.fail('Nothing should be sent again.')) : 'closed';
      log.push(`send ${sent}`);
      if (sent === 'ok') return call.name as Answer;
      end();
      throw new LinkError(sent, `It is ${sent}.`);
    };
    const link: BrokerLink = {
      support: MODERN,
      get isOpen() {
        return isOpen;
      },
      send,
      close: end,
    };
    return link;
  });
  return { connection, log, links };
}

describe('a broker’s connection', () => {
  it('is opened once for many requests, and again after it ended', async () => {
    const { connection, log, links } = scripted({ opens: ['ok', 'ok'], sends: ['ok', 'ok', 'ok'] });
    await Promise.all([connection.send(ask), connection.send(ask)]);
    links[0]?.end();
    await connection.send(ask);
    assert.deepEqual(log, ['open ok', 'send ok', 'send ok', 'open ok', 'send ok']);
  });

  it('is replaced unnoticed when the broker has closed it while it was idle', async () => {
    const { connection, log } = scripted({ opens: ['ok', 'ok'], sends: ['ok', 'closed', 'ok'] });
    await connection.send(ask);
    assert.equal(await connection.send(ask), 'Test');
    assert.deepEqual(log, ['open ok', 'send ok', 'send closed', 'open ok', 'send ok']);
    assert.equal(connection.failure, undefined);
  });

  it('is not asked again in the same refresh once it failed, and is in the next', async () => {
    const { connection, log } = scripted({ opens: ['ok', 'ok'], sends: ['timeout', 'ok'] });
    await assert.rejects(connection.send(ask), { failure: 'timeout' });
    await assert.rejects(connection.send(ask), { failure: 'timeout' });
    assert.deepEqual(log, ['open ok', 'send timeout']);
    assert.match(connection.failure?.message ?? '', /timeout/);
    connection.startRefresh();
    await connection.send(ask);
    assert.equal(connection.failure, undefined);
  });

  it('lasts through a request that the broker cannot be asked', async () => {
    const { connection, log } = scripted({ opens: ['ok'], sends: ['ok'] });
    const unsupported = () => {
      throw new UnsupportedApiError('Test');
    };
    await assert.rejects(connection.send(unsupported), { name: 'UnsupportedApiError' });
    await connection.send(ask);
    assert.deepEqual(log, ['open ok', 'send ok']);
  });

  it('closes a link that opens after it was closed itself', async () => {
    const { connection, log } = scripted({ opens: ['ok'], sends: [] });
    const request = connection.send(ask);
    connection.close();
    await assert.rejects(request, { failure: 'closed' });
    assert.equal(connection.isOpen, false);
    assert.deepEqual(log, ['open ok']);
  });
});

describe('a broker’s address', () => {
  it('is read as people write it', () => {
    assert.deepEqual(parseAddress('kafka:9093'), { host: 'kafka', port: 9093 });
    assert.deepEqual(parseAddress(' localhost '), { host: 'localhost', port: 9092 });
    assert.deepEqual(parseAddress('[::1]:9092'), { host: '::1', port: 9092 });
    assert.deepEqual(parseAddress('SASL_SSL://kafka.example:9094'), { host: 'kafka.example', port: 9094 });
    for (const wrong of ['', ':9092', 'a:b', 'a:0', 'a:65536', 'a:1:2'])
      assert.throws(() => parseAddress(wrong), RangeError);
  });

  it('is written so that it can be read', () => {
    for (const text of ['kafka:9093', '[::1]:9092']) assert.equal(formatAddress(parseAddress(text)), text);
  });
});
