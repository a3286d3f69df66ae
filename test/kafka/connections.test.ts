import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Attempt, attempt } from '../../client/src/connections/attempt';
import { wholeConnection } from '../../client/src/connections/fileImport';
import { openCluster } from '../../server/src/cluster/cluster';
import { importConnection } from '../../server/src/connection/import/importConnection';
import { type Cluster, startCluster } from './harness/cluster';
import { KAFKA_4 } from './harness/jars';
import { needsKafka } from './harness/needsKafka';
import { USERS } from './harness/properties';

const PLAIN = 'org.apache.kafka.common.security.plain.PlainLoginModule';
const SCRAM = 'org.apache.kafka.common.security.scram.ScramLoginModule';
const OAUTH = 'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule';

/** The broker takes tokens that nobody has signed, as Kafka does for development. */
const ON_THE_BROKER = `${OAUTH} required unsecuredLoginStringClaim_sub="broker";`;
const WITH_OAUTH = {
  'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER',
  'listener.name.sasl_plaintext.oauthbearer.sasl.jaas.config': ON_THE_BROKER,
  'listener.name.sasl_ssl.oauthbearer.sasl.jaas.config': ON_THE_BROKER,
};

describe('connecting to a real broker as a file says', function () {
  this.timeout(120_000);
  needsKafka(this);
  const folder = mkdtempSync(join(tmpdir(), 'kafka-connections-'));
  let cluster: Cluster;
  let endpoint: Server;
  before(async () => {
    endpoint = await startEndpoint();
    cluster = await startCluster({ release: KAFKA_4, brokers: 1, tls: true, overrides: WITH_OAUTH });
    const { ca = '', client } = cluster.certificates ?? {};
    writeFileSync(join(folder, 'ca.pem'), ca);
    writeFileSync(join(folder, 'client.pem'), `${client?.key}${client?.cert}`);
  });
  after(async () => {
    endpoint?.close();
    rmSync(folder, { recursive: true, force: true });
    await cluster?.dispose();
  });

  const connect = async (...lines: readonly string[]): Promise<Attempt> => {
    const file = wholeConnection(
      importConnection(lines.join('\n'), (path) => resolve(folder, path)),
      [],
    );
    assert.ok(file, 'the file says all of a connection');
    const tools = { open: async (options: Parameters<typeof openCluster>[0]) => openCluster(options), readText };
    const result = await attempt(file, tools, new AbortController().signal);
    if (result.kind === 'connected') result.cluster.close();
    return result;
  };
  const succeeds = async (...lines: readonly string[]): Promise<void> => {
    const result = await connect(...lines);
    assert.ok(result.kind === 'connected', JSON.stringify(result));
    assert.equal(result.snapshot.brokers.length, 1);
    assert.ok(result.snapshot.clusterId);
  };
  const fails = async (said: RegExp, ...lines: readonly string[]): Promise<void> => {
    const result = await connect(...lines);
    assert.ok(result.kind === 'failed');
    assert.match(`${result.error.message} ${result.error.whatToDo}`, said);
    assert.ok(!JSON.stringify(result).includes('wrong-secret'), 'no secret is told');
  };
  const servers = (listener: Parameters<Cluster['bootstrap']>[0]) => [
    `bootstrap.servers=${cluster.bootstrap(listener)}`,
    `security.protocol=${listener}`,
  ];
  const login = (mechanism: string, module: string, password = USERS.alice) => [
    `sasl.mechanism=${mechanism}`,
    `sasl.jaas.config=${module} required \\`,
    `    username="alice" password="${password}";`,
  ];
  const trust = ['ssl.truststore.type=PEM', 'ssl.truststore.location=ca.pem'];
  const oauth = (secret: string) => [
    'sasl.mechanism=OAUTHBEARER',
    `sasl.oauthbearer.token.endpoint.url=http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/token`,
    `sasl.jaas.config=${OAUTH} required clientId="viewer" clientSecret="${secret}" scope="kafka";`,
  ];

  it('works without security', () => succeeds(...servers('PLAINTEXT')));
  it('works with PLAIN', () => succeeds(...servers('SASL_PLAINTEXT'), ...login('PLAIN', PLAIN)));
  it('works with SCRAM-SHA-256', () => succeeds(...servers('SASL_PLAINTEXT'), ...login('SCRAM-SHA-256', SCRAM)));
  it('works with SCRAM-SHA-512 over TLS', () =>
    succeeds(...servers('SASL_SSL'), ...login('SCRAM-SHA-512', SCRAM), ...trust));
  it('works with a token for client credentials', () =>
    succeeds(...servers('SASL_PLAINTEXT'), ...oauth('viewer-secret')));
  it('works with mutual TLS from PEM files', () =>
    succeeds(...servers('SSL'), ...trust, 'ssl.keystore.type=PEM', 'ssl.keystore.location=client.pem'));
  it('works with mutual TLS from PEM texts', () => {
    const { ca = '', client } = cluster.certificates ?? {};
    const inline = (pem = ''): string => pem.trim().split('\n').join(' \\\n');
    return succeeds(
      ...servers('SSL'),
      'ssl.truststore.type=PEM',
      `ssl.truststore.certificates=${inline(ca)}`,
      'ssl.keystore.type=PEM',
      `ssl.keystore.key=${inline(client?.key)}`,
      `ssl.keystore.certificate.chain=${inline(client?.cert)}`,
    );
  });

  it('says that a password is wrong', () =>
    fails(
      /refused the user name or the password/,
      ...servers('SASL_PLAINTEXT'),
      ...login('PLAIN', PLAIN, 'wrong-secret'),
    ));
  it('says that a client secret is wrong', () =>
    fails(
      /token endpoint refused the client id or the secret/,
      ...servers('SASL_PLAINTEXT'),
      ...oauth('wrong-secret'),
    ));
  it('says that an authority is not known', () =>
    fails(/authority that is not trusted/, ...servers('SASL_SSL'), ...login('PLAIN', PLAIN)));
});

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8');
}

/** Gives tokens that are not signed to one client. */
async function startEndpoint(): Promise<Server> {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const server = createServer((request, response) => {
    const basic = Buffer.from(request.headers.authorization?.slice('Basic '.length) ?? '', 'base64').toString();
    if (basic !== 'viewer:viewer-secret') {
      response.writeHead(401).end('{"error":"invalid_client"}');
      return;
    }
    const iat = Math.floor(Date.now() / 1000);
    const claims = { sub: 'alice', iat, exp: iat + 3600, scope: 'kafka' };
    response.end(JSON.stringify({ access_token: `${part({ alg: 'none' })}.${part(claims)}.`, expires_in: 3600 }));
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  return server;
}
