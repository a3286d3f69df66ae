import assert from 'node:assert/strict';
import { openCluster } from '../../../server/src/cluster/cluster';
import type { ConnectionOptions, PasswordSasl } from '../../../server/src/cluster/connection';
import { explainError } from '../../../server/src/cluster/explain/explainError';
import type { ClusterSnapshot } from '../../../server/src/cluster/model';
import { type Actors, startActors } from '../harness/actors';
import type { Certificates } from '../harness/certificates';
import { type Cluster, startCluster } from '../harness/cluster';
import { KAFKA_4 } from '../harness/jars';
import { needsKafka } from '../harness/needsKafka';
import type { ListenerName } from '../harness/properties';
import { untilNoSocket } from './support/sockets';

type Secured = Pick<ConnectionOptions, 'tls' | 'sasl'>;

const ALICE = { username: 'alice', password: 'alice-secret' };
const MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;

describe('a secured cluster', function () {
  needsKafka(this);
  let cluster: Cluster;
  let actors: Actors;
  let certificates: Certificates;
  before(async () => {
    cluster = await startCluster({ release: KAFKA_4, brokers: 1, tls: true });
    certificates = cluster.certificates ?? assert.fail('The cluster has certificates.');
    actors = startActors(KAFKA_4, cluster.bootstrap());
    await actors.ask('topic', 'orders', 1, 1);
    await actors.ask('produce', 'orders', 0, 10);
    for (const group of ['open', 'secret']) await actors.ask('commit', group, 'orders', 0, 4);
  });
  after(async () => {
    actors?.dispose();
    await cluster?.dispose();
  });
  afterEach(() => untilNoSocket());

  async function refresh(listener: ListenerName, secured: Secured): Promise<ClusterSnapshot> {
    const timeouts = { requestTimeoutMs: 3000, connectionTimeoutMs: 3000 };
    const client = openCluster({ brokers: [cluster.bootstrap(listener)], ...timeouts, ...secured });
    try {
      return await client.refresh();
    } finally {
      client.close();
    }
  }

  async function said(listener: ListenerName, secured: Secured): Promise<string> {
    const error = await refresh(listener, secured).then(
      () => assert.fail('The connection cannot succeed.'),
      (failure: unknown) => failure,
    );
    const { message, whatToDo } = explainError(error);
    const text = `${message} ${whatToDo}`;
    for (const secret of [ALICE.password, 'wrong-secret', certificates.client.key]) assert.ok(!text.includes(secret));
    return text;
  }

  const sasl = (mechanism: PasswordSasl['mechanism'], password = ALICE.password): PasswordSasl => ({
    mechanism,
    username: ALICE.username,
    password,
  });

  for (const mechanism of MECHANISMS) {
    it(`lets in by ${mechanism}, with TLS and without`, async () => {
      const plain = await refresh('SASL_PLAINTEXT', { sasl: sasl(mechanism) });
      const secure = await refresh('SASL_SSL', { sasl: sasl(mechanism), tls: { ca: certificates.ca } });
      for (const { groups } of [plain, secure])
        assert.equal(groups.find(({ groupId }) => groupId === 'open')?.total.lag, 6n);
    });

    it(`says that ${mechanism} refused the password`, async () => {
      const wrong = { sasl: sasl(mechanism, 'wrong-secret') };
      assert.match(await said('SASL_PLAINTEXT', wrong), /refused the user name or the password/);
    });
  }

  it('lets in by a client certificate, and says that one is demanded', async () => {
    const { ca, client } = certificates;
    const { groups } = await refresh('SSL', { tls: { ca, ...client } });
    assert.ok(groups.some(({ groupId }) => groupId === 'open'));
    assert.match(await said('SSL', { tls: { ca } }), /client certificate/);
  });

  it('says that the authority is unknown', async () => {
    const tls = { ca: certificates.otherCa };
    assert.match(await said('SASL_SSL', { tls, sasl: sasl('PLAIN') }), /authority that is not trusted here/);
  });

  it('says that the certificate has expired', async () => {
    assert.match(await said('EXPIRED', { tls: { ca: certificates.ca } }), /has expired\. Renew it on the broker/);
  });

  it('says that a mechanism is not offered', async () => {
    const token = async () => ({ value: 'a-token' });
    const text = await said('SASL_PLAINTEXT', { sasl: { mechanism: 'OAUTHBEARER', token } });
    assert.match(text, /does not offer (this SASL mechanism|the SASL mechanism OAUTHBEARER)/);
  });

  it('says what to choose when TLS meets PLAINTEXT, either way', async () => {
    assert.match(await said('PLAINTEXT', { tls: { ca: certificates.ca } }), /does not speak TLS\. Choose PLAINTEXT/);
    assert.match(await said('SASL_SSL', {}), /speaks TLS only|may demand TLS/);
  });

  it('says that a login is wanted where none is given, and that none is where one is', async () => {
    assert.match(await said('SASL_PLAINTEXT', {}), /demands a login/);
    assert.match(await said('PLAINTEXT', { sasl: sasl('PLAIN') }), /expects no login/);
  });

  it('hides nothing else when one group is forbidden', async () => {
    await actors.ask('deny', 'alice', 'secret');
    const { groups } = await refresh('SASL_PLAINTEXT', { sasl: sasl('PLAIN') });
    assert.equal(groups.find(({ groupId }) => groupId === 'open')?.total.lag, 6n);
    const secret = groups.find(({ groupId }) => groupId === 'secret');
    assert.equal(secret?.problem?.unknown, 'unauthorised');
    assert.equal(secret?.total.knownPartitions, 0);
  });

  it('says of a topic that is forbidden that it is, and not that nothing was committed', async () => {
    await actors.ask('topic', 'payroll', 1, 1);
    await actors.ask('produce', 'payroll', 0, 5);
    await actors.ask('member', 'payroll-1', 'payroll', 'classic', 'payroll');
    await actors.ask('deny-topic', 'alice', 'payroll');
    const { groups } = await refresh('SASL_PLAINTEXT', { sasl: sasl('PLAIN') });
    const payroll = groups.find(({ groupId }) => groupId === 'payroll');
    const [partition] = payroll?.topics.flatMap(({ partitions }) => partitions) ?? [];
    for (const offset of [partition?.committed, partition?.logEnd, partition?.lag])
      assert.equal(typeof offset === 'object' ? offset.unknown : offset, 'unauthorised');
    await actors.ask('leave', 'payroll-1');
  });
});

describe('a cluster whose advertised.listeners this machine cannot resolve', function () {
  needsKafka(this);
  let cluster: Cluster;
  before(async () => {
    const overrides = {
      'advertised.listeners': 'PLAINTEXT://kafka-1.invalid:9092,SASL_PLAINTEXT://kafka-1.invalid:9093',
    };
    cluster = await startCluster({ release: KAFKA_4, brokers: 1, overrides });
  });
  after(() => cluster?.dispose());

  it('is said to be reached, with the host that it names and what to set', async () => {
    const client = openCluster({ brokers: [cluster.bootstrap()], requestTimeoutMs: 3000, connectionTimeoutMs: 3000 });
    const error = await client.refresh().then(
      () => assert.fail('None of the brokers can be reached.'),
      (failure: unknown) => failure,
    );
    client.close();
    const { message, whatToDo } = explainError(error);
    assert.match(
      message,
      /was reached, but it names a broker at kafka-1\.invalid:9092, .* kafka-1\.invalid cannot be resolved/,
    );
    assert.match(whatToDo, /advertised\.listeners/);
    await untilNoSocket();
  });
});
