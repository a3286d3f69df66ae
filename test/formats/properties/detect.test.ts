import assert from 'node:assert/strict';
import { propertiesFormat } from '../../../server/src/formats/properties/propertiesFormat';
import { parseDocument } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import type { Role, Scope } from '../../../server/src/model/scope';

function parse(path: string, text: string): ConfigDocument {
  return propertiesFormat.parse({ uri: `file:///project/${path}`, path: `/project/${path}`, text });
}

function scopeOf(path: string, text: string): Scope {
  const [scope] = parse(path, text).scopes;
  assert.ok(scope, `${path} is Kafka's`);
  return scope;
}

const KRAFT = 'process.roles=broker\nnode.id=4\ncontroller.quorum.voters=1@a:9093,2@b:9093,3@c:9093\nlog.dirs=/data\n';
const ZOOKEEPER = 'broker.id=1\nzookeeper.connect=zk:2181\nlog.dirs=/data\nnum.io.threads=8\n';
const PRODUCER = 'bootstrap.servers=a:9092\nkey.serializer=K\nvalue.serializer=V\nacks=all\n';
const CONSUMER = 'bootstrap.servers=a:9092\ngroup.id=g\nkey.deserializer=K\nvalue.deserializer=V\n';
const SECURITY = 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=x;\n';
const WORKER = 'bootstrap.servers=a:9092\nkey.converter=K\nvalue.converter=V\n';
const DISTRIBUTED = `${WORKER}group.id=c\noffset.storage.topic=o\nconfig.storage.topic=c\nstatus.storage.topic=s\n`;

describe('the role of a properties file', () => {
  const cases: readonly [string, string, Role][] = [
    ['conf/server.properties', KRAFT, 'broker'],
    ['conf/server.properties', ZOOKEEPER, 'broker'],
    ['conf/anything.properties', KRAFT, 'broker'],
    ['conf/server.properties', KRAFT.replace('=broker', '=broker, controller'), 'combined'],
    ['conf/server.properties', KRAFT.replace('=broker', '=controller'), 'controller'],
    ['conf/controller.properties', 'node.id=1\ncontroller.quorum.voters=1@a:9093\n', 'controller'],
    ['conf/server.properties', `${ZOOKEEPER}batch.size=16384\nlinger.ms=5\nacks=all\n`, 'broker'],
    ['conf/broker.conf', KRAFT, 'broker'],
    ['conf/server.properties.j2', 'broker.id={{ id }}\nzookeeper.connect={{ zk }}\n', 'broker'],
    ['kafka/server.properties', 'log.dirs=/data', 'broker'],
    ['src/producer.properties', PRODUCER, 'producer'],
    ['src/app.properties', PRODUCER, 'producer'],
    ['src/producer.properties', 'bootstrap.servers=a:9092\ngroup.id=g\n', 'producer'],
    ['src/producer.properties', CONSUMER, 'consumer'],
    ['src/orders-consumer.properties', 'bootstrap.servers=a:9092\n', 'consumer'],
    ['src/app.properties', CONSUMER, 'consumer'],
    ['src/app.properties', PRODUCER + CONSUMER, 'client'],
    ['etc/client.properties', SECURITY, 'client'],
    ['etc/client-ssl.properties', 'security.protocol=SSL\nssl.truststore.location=/a\n', 'client'],
    ['etc/login.config', SECURITY, 'client'],
    ['etc/admin.properties', SECURITY, 'admin'],
    ['etc/command-config.properties', `bootstrap.servers=a:9092\n${SECURITY}`, 'admin'],
    ['etc/connect-distributed.properties', DISTRIBUTED, 'connect-distributed'],
    ['etc/worker.properties', DISTRIBUTED, 'connect-distributed'],
    ['etc/worker.properties', `${WORKER}offset.storage.file.filename=/o\n`, 'connect-standalone'],
    ['etc/sink.properties', 'name=s\nconnector.class=C\ntopics=t\nfile=/a\n', 'connector'],
    ['etc/app.properties', 'application.id=a\nbootstrap.servers=a:9092\n', 'streams'],
    ['etc/streams.properties', 'application.id=a\n', 'streams'],
    ['etc/mm2.properties', 'clusters=a, b\na.bootstrap.servers=a:9092\na->b.enabled=true\n', 'mirror-maker'],
    ['etc/orders-topic.properties', 'retention.ms=1000\ncleanup.policy=compact\n', 'topic'],
    ['etc/producer.properties', '# nothing yet\n', 'producer'],
    ['etc/other.properties', '# kafka-lint role=admin\nx=1\n', 'admin'],
  ];
  for (const [path, text, role] of cases) {
    it(`${role}: ${path} with ${text.split('\n')[0]} …`, () => assert.equal(scopeOf(path, text).role, role));
  }

  it('is the user’s where the user has settled it, below a directive', () => {
    const roleWith = (text: string) =>
      propertiesFormat.parse({ uri: 'file:///a', path: '/a.properties', text, hints: { role: 'topic' } }).scopes[0]
        ?.role;
    assert.equal(roleWith('x=1'), 'topic');
    assert.equal(roleWith('# kafka-lint role=consumer\nx=1'), 'consumer');
    assert.equal(roleWith('# kafka-lint role=unheard-of\nx=1'), 'topic');
  });
});

describe('files of other programs', () => {
  const cases: readonly [string, string][] = [
    ['minecraft/server.properties', 'server-port=25565\nlevel-type=minecraft\\:normal\nmax-players=20\n'],
    ['lineage/server.properties', 'Hostname = *\nGameserverPort = 7777\nRateXp = 1.\n'],
    ['proxy/server.properties', 'listener.1.host=0.0.0.0\nlistener.1.port=8089\nport=80\n'],
    ['queue/server.properties', 'brokerid=1\nport=9092\nlog.dir=./data\nlog.retention.hours=168\n'],
    [
      'queue/server.properties',
      'brokerid=1\nhostname=a\nport=9092\nenable.zookeeper=true\nzk.connect=z:2181\nlog.dir=./data\nnum.partitions=1\n' +
        'log.default.flush.interval.ms=1000\nlog.default.flush.scheduler.interval.ms=1000\nlog.retention.hours=168\n' +
        'log.flush.interval=10000\nnum.threads=4\nmax.connections=9\nnum.io.threads=8\n',
    ],
    ['solr/server.properties', 'port=8983\nhost.name=localhost\nthreads=8\n'],
    ['etc/log4j.properties', 'log4j.rootLogger=INFO\nbootstrap.servers=a:9092\nacks=all\n'],
    ['etc/connect-log4j2.properties', 'rootLogger.level=INFO\n'],
    ['etc/zookeeper.properties', 'dataDir=/data\nclientPort=2181\n'],
    ['i18n/messages_de_DE.properties', 'acks=Danke\ngroup.id=Gruppe\nretries=Versuche\n'],
    ['gradle.properties', 'org.gradle.jvmargs=-Xmx2g\n'],
    ['src/application.properties', 'spring.rabbitmq.host=a\nspring.jms.listener.acknowledge-mode=auto\n'],
    [
      'src/application.properties',
      'mp.messaging.incoming.a.connector=smallrye-amqp\nmp.messaging.incoming.a.host=kafka\n',
    ],
    ['etc/catalog/kafka.properties', 'connector.name=kafka\nkafka.nodes=a:9092\n'],
    ['flume/kafka.properties', 'a1.sinks.k1.kafka.bootstrap.servers=a:9092\na1.sinks.k1.kafka.producer.acks=1\n'],
    ['etc/kafka_jaas.conf', 'KafkaServer {\n  security.protocol required\n};\n'],
    ['etc/app.conf', 'kafka {\n bootstrap.servers = "a:9092"\n security.protocol = "SSL"\n acks = "all"\n}\n'],
    ['connect/sink.config', '{\n "connector.class": "C",\n "tasks.max": "1"\n}\n'],
    ['src/app.properties', `${PRODUCER}${Array.from({ length: 9 }, (_, i) => `shop.setting${i}=1\n`).join('')}`],
    ['src/app.properties', 'name=x\nport=80\nclient.id=y\ncompression.type=gzip\n'],
    ['empty.properties', ''],
    ['data/server.properties', `\0\u0001${KRAFT}`],
  ];
  for (const [path, text] of cases) {
    it(`are left alone: ${path} with ${JSON.stringify(text.split('\n')[0])}`, () => {
      const document = parseDocument({ uri: `file:///project/${path}`, path: `/project/${path}`, text });
      assert.deepEqual([document?.scopes ?? [], document?.problems ?? []], [[], []]);
    });
  }
});

describe('the target version', () => {
  const versionOf = (text: string, path = 'server.properties'): string => {
    const { version, source } = scopeOf(path, text).target;
    return `${source} ${version}`;
  };

  it('comes from a directive, else the settings, else the content', () => {
    const text = `# kafka-lint version=3.6.1\n${ZOOKEEPER}`;
    assert.equal(versionOf(text), 'directive 3.6');
    const hinted = propertiesFormat.parse({
      uri: '',
      path: '/server.properties',
      text: KRAFT,
      hints: { version: '3.7' },
    });
    assert.deepEqual(hinted.scopes[0]?.target, { version: '3.7', source: 'setting' });
    assert.match(versionOf(`# kafka-lint version=soon\n${KRAFT}`), /^newest 4\.\d+$/);
  });

  it('is at most 3.9 with ZooKeeper', () => assert.equal(versionOf(ZOOKEEPER), 'content 3.9'));

  it('is that of the protocol between brokers', () => {
    assert.equal(versionOf(`${ZOOKEEPER}inter.broker.protocol.version=3.4-IV0\n`), 'content 3.4');
    assert.equal(versionOf(`${ZOOKEEPER}inter.broker.protocol.version=0.10.2\n`), 'content 2.8');
  });

  it('is the oldest for settings that 3.0 has no more', () => {
    assert.equal(versionOf(`${ZOOKEEPER}port=9092\n`), 'content 2.8');
    assert.equal(versionOf('metadata.broker.list=a:9092\n', 'producer.properties'), 'content 2.8');
  });

  it('is at most 3.9 for a template that makes files for ZooKeeper and for KRaft', () => {
    const both = `{% if kraft %}\n${KRAFT}{% else %}\nzookeeper.set.acl=true\n{% endif %}\n`;
    assert.equal(versionOf(both), 'content 3.9');
    assert.match(versionOf(`${KRAFT}zookeeper.set.acl=true\n`), /^newest 4\.\d+$/);
  });

  it('is the newest when nothing tells', () => {
    assert.match(versionOf(PRODUCER, 'producer.properties'), /^newest 4\.\d+$/);
    assert.match(versionOf(`${KRAFT}port=9092\n`), /^newest 4\.\d+$/);
  });
});

describe('completeness', () => {
  const cases: readonly [string, string, Scope['completeness']][] = [
    ['server.properties', KRAFT, 'complete'],
    ['server.properties', ZOOKEEPER, 'complete'],
    ['server.properties', KRAFT.replace('log.dirs=/data\n', ''), 'fragment'],
    ['server.properties', KRAFT.replace('node.id=4\n', ''), 'fragment'],
    ['server.properties.j2', KRAFT, 'fragment'],
    ['server.properties', `${KRAFT}{% if tls %}\nssl.client.auth=required\n{% endif %}\n`, 'fragment'],
    ['server.properties', KRAFT.replace('/data', '$' + '{DATA}'), 'complete'],
    ['producer.properties', PRODUCER, 'complete'],
    ['producer.properties', 'acks=all\nlinger.ms=5\n', 'complete'],
    ['src/app.properties', 'acks=all\nlinger.ms=5\n', 'fragment'],
    ['producer.properties', SECURITY, 'fragment'],
    ['client.properties', SECURITY, 'complete'],
    ['connect-distributed.properties', DISTRIBUTED, 'complete'],
    ['connect-distributed.properties', 'offset.storage.topic=o\n', 'fragment'],
    ['orders-topic.properties', 'retention.ms=1\n', 'fragment'],
    ['consumer.properties', 'zookeeper.connect=zk:2181\ngroup.id=g\n', 'fragment'],
    ['producer.properties', 'metadata.broker.list=a:9092\nacks=all\n', 'fragment'],
    ['consumer.properties', `${CONSUMER}mirror.topics.whitelist=a\n`, 'fragment'],
  ];
  for (const [path, text, completeness] of cases) {
    it(`${completeness}: ${path} with ${text.split('\n').length - 1} lines`, () =>
      assert.equal(scopeOf(path, text).completeness, completeness));
  }
});

describe('the environment', () => {
  const combined = (quorum: string): string =>
    KRAFT.replace('=broker', '=broker,controller').replace(/1@.*9093/, quorum);
  const cases: readonly [string, string, Scope['environment'], number | undefined][] = [
    ['config/server.properties', combined('1@localhost:9093'), 'development', 1],
    ['config/server.properties', combined('1@a:9093,2@b:9093,3@c:9093'), 'unknown', 3],
    ['config/server.properties', combined('$' + '{VOTERS}'), 'unknown', undefined],
    ['config/server.properties', KRAFT, 'unknown', undefined],
    ['examples/server.properties', KRAFT, 'development', undefined],
    ['kafka-demo/server.properties', KRAFT, 'unknown', undefined],
    ['local/dev/latest/server.properties', KRAFT, 'unknown', undefined],
  ];
  for (const [path, text, environment, brokers] of cases) {
    it(`${environment}, ${brokers ?? 'no'} brokers known: ${path}`, () => {
      const scope = scopeOf(path, text);
      assert.deepEqual([scope.environment, scope.brokers], [environment, brokers]);
    });
  }
});

describe('a document that cannot be read', () => {
  it('says so when it is too long, if it is Kafka’s', () => {
    const filler = '# filler\n'.repeat(700_000);
    const [problem] = parse('server.properties', KRAFT + filler).problems;
    assert.equal(problem?.code, 'too-large');
    assert.deepEqual(parse('server.properties', `max-players=20\n${filler}`).problems, []);
  });

  it('says where an escape is malformed, and gives the value up', () => {
    const { problems, entries } = parse('server.properties', `${KRAFT}broker.rack=\\u12\n`);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['malformed-unicode-escape'],
    );
    assert.equal(entries.at(-1)?.value.kind, 'dynamic');
  });

  it('tells of a byte order mark only where it costs a key', () => {
    const codes = (text: string) => parse('server.properties', text).problems.map(({ code }) => code);
    assert.deepEqual(codes(`\ufeff${KRAFT}`), ['byte-order-mark']);
    assert.deepEqual(codes(`\ufeff# comment\n${KRAFT}`), []);
    assert.equal(parse('server.properties', `\ufeff${KRAFT}`).entries[0]?.key, 'process.roles');
  });
});
