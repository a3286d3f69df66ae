import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { openCluster } from '../../server/src/cluster/cluster';
import type { ConnectionOptions, TlsOptions } from '../../server/src/cluster/connection';
import { explainError } from '../../server/src/cluster/explain/explainError';
import { NoBrokerError } from '../../server/src/cluster/linkErrors';
import { CERTIFICATE, PRIVATE_KEY } from '../connections/support/pem';
import { EXPIRED_CERTIFICATE, EXPIRED_KEY } from './support/expiredCertificate';
import { miniBroker } from './support/miniBroker';

const SERVER_TLS = { cert: CERTIFICATE, key: PRIVATE_KEY };

/** What a person reads who connects so to a port of this machine. */
async function said(port: number, rest: Partial<ConnectionOptions> = {}, host = '127.0.0.1'): Promise<string> {
  const options = { requestTimeoutMs: 1000, connectionTimeoutMs: 1000, ...rest };
  const cluster = openCluster({ ...options, brokers: [`${host}:${port}`] });
  const error = await cluster.refresh().then(
    () => assert.fail('The connection cannot succeed.'),
    (failure: unknown) => failure,
  );
  cluster.close();
  const { message, whatToDo } = explainError(error);
  return `${message} ${whatToDo}`;
}

async function saidBy(broker: Parameters<typeof miniBroker>[0], tls?: TlsOptions): Promise<string> {
  const { port, close } = await miniBroker(broker);
  try {
    return await said(port, tls ? { tls } : {});
  } finally {
    await close();
  }
}

describe('an error is explained', () => {
  it('when nothing listens', async () => {
    const { port, close } = await miniBroker();
    await close();
    assert.match(await said(port), new RegExp(`Nothing listens at 127\\.0\\.0\\.1:${port}\\..*port`));
  });

  it('when the host name is unknown', async () => {
    assert.match(await said(9092, {}, 'no-such-host.invalid'), /host name no-such-host\.invalid cannot be resolved/);
  });

  it('when a web server answers', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    assert.ok(address && typeof address === 'object');
    const text = await said(address.port);
    server.close();
    assert.match(text, /is a web server\..*9092/);
  });

  it('when the listener speaks TLS and the connection does not', async () => {
    assert.match(
      await saidBy({ tls: SERVER_TLS }),
      /speaks TLS only\. Choose SSL or SASL_SSL|closed the connection\..*TLS/,
    );
  });

  it('when the connection speaks TLS and the listener does not', async () => {
    assert.match(await saidBy({ onData: (socket) => socket.end() }, {}), /does not speak TLS/);
    assert.match(
      await saidBy({ onData: (socket) => socket.end('HTTP/1.1 400 Bad\r\n\r\n') }, {}),
      /does not speak TLS/,
    );
  });

  it('when the authority is unknown, and not when it is given', async () => {
    assert.match(await saidBy({ tls: SERVER_TLS }, { servername: 'localhost' }), /authority that is not trusted here/);
    const known = await saidBy({ tls: SERVER_TLS }, { ca: CERTIFICATE, servername: 'localhost' });
    assert.match(known, /has not answered within 1000 ms/);
  });

  it('when the certificate has expired', async () => {
    const tls = { cert: EXPIRED_CERTIFICATE, key: EXPIRED_KEY };
    const text = await saidBy({ tls }, { ca: EXPIRED_CERTIFICATE, servername: 'localhost' });
    assert.match(text, /certificate of 127\.0\.0\.1:\d+ has expired/);
  });

  it('when the certificate is for another host', async () => {
    const text = await saidBy({ tls: SERVER_TLS }, { ca: CERTIFICATE, servername: 'kafka.example' });
    assert.match(text, /for another host name/);
    const altname = Object.assign(new Error('altnames'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    const address = { host: 'k', port: 1 };
    assert.equal(explainError(new NoBrokerError([{ address, error: altname }])).isOtherHost, true);
    assert.equal(explainError(new NoBrokerError([{ address, error: new Error('x') }])).isOtherHost, undefined);
    const lenient = { ca: CERTIFICATE, servername: 'kafka.example', verifyHostname: false };
    assert.match(await saidBy({ tls: SERVER_TLS }, lenient), /has not answered/);
  });

  it('when a certificate is no PEM', async () => {
    assert.match(await saidBy({ tls: SERVER_TLS }, { ca: CERTIFICATE, cert: 'MIIK', key: 'x' }), /not in PEM form/);
  });

  it('when the server never answers', async () => {
    assert.match(await saidBy({ onData: () => {} }), /has not answered within 1000 ms\./);
  });

  it('when the server closes without a word', async () => {
    assert.match(await saidBy({ onData: (socket) => socket.end() }), /closed the connection\..*TLS.*SASL/);
  });
});

describe('an error that Kafka tells is explained', () => {
  const explained = (fields: object, context = {}) => {
    const { message, whatToDo } = explainError(Object.assign(new Error(), { broker: 'kafka:9093' }, fields), context);
    return `${message} ${whatToDo}`;
  };

  it('by what was refused', () => {
    const wrong = {
      name: 'KafkaJSSASLAuthenticationError',
      message: 'SASL PLAIN authentication failed: Invalid username or password',
    };
    assert.match(explained(wrong), /kafka:9093 refused the user name or the password/);
    assert.match(explained({ type: 'UNSUPPORTED_SASL_MECHANISM' }), /does not offer this SASL mechanism/);
    assert.match(explained({ type: 'GROUP_AUTHORIZATION_FAILED' }), /may not see this group\..*DESCRIBE on the group/);
  });

  it('naming the host that advertised.listeners names and this machine does not know', () => {
    const text = explained({ code: 'ENOTFOUND', broker: 'kafka-1.internal:9092' }, { isAdvertised: true });
    assert.match(
      text,
      /names a broker at kafka-1\.internal:9092, and the host name kafka-1\.internal cannot be resolved/,
    );
    assert.match(text, /advertised\.listeners/);
  });

  it('in its own words when it is unknown', () => {
    assert.deepEqual(explainError(new Error('Something new.')), { message: 'Something new.', whatToDo: '' });
    assert.deepEqual(explainError('thrown text'), { message: 'thrown text', whatToDo: '' });
  });
});
