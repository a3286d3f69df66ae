import assert from 'node:assert/strict';
import { parseDocument, renderEdits } from '../../server/src/formats/registry';
import { applyTextEdits } from '../../server/src/model/edit';
import type { KafkaVersion } from '../../server/src/model/version';
import type { UpgradeReport } from '../../server/src/upgrade/change';
import { upgradeReports } from '../../server/src/upgrade/report';

function report(name: string, text: string, to: KafkaVersion, from?: KafkaVersion): UpgradeReport | undefined {
  const path = `/srv/${name}`;
  const document = parseDocument({ uri: `file://${path}`, path, text });
  assert.ok(document && document.scopes.length > 0, `${name} is Kafka's`);
  const reports = upgradeReports(document, to, { severityOf: () => undefined }, from);
  assert.ok(reports.length < 2);
  return reports[0];
}

function changes(name: string, text: string, to: KafkaVersion, from?: KafkaVersion): string[] {
  return (report(name, text, to, from)?.changes ?? []).map(({ kind, key }) => `${kind} ${key}`);
}

const ZOOKEEPER = 'broker.id=1\nzookeeper.connect=zk-1:2181\nzookeeper.set.acl=true\nlog.dirs=/data\n';
const KRAFT =
  'process.roles=broker\nnode.id=4\ncontroller.quorum.voters=1@a:9093\ncontroller.listener.names=C\nlog.dirs=/data\n' +
  'listeners=PLAINTEXT://:9092\n';
const PRODUCER = 'bootstrap.servers=a:9092,b:9092\nacks=all\nclient.id=p\n';

describe('the upgrade report', () => {
  it('tells of each process of a file that the upgrade concerns, and of several alike once', () => {
    const broker = (name: string, image: string) =>
      `  ${name}:\n    image: ${image}\n    environment:\n      KAFKA_BROKER_ID: 1\n      KAFKA_ZOOKEEPER_CONNECT: zk:2181\n`;
    const worker =
      '  connect:\n    image: confluentinc/cp-kafka-connect:7.6.0\n    environment:\n      CONNECT_GROUP_ID: c\n';
    const text = `services:\n${broker('a', 'confluentinc/cp-kafka:7.6.0')}${broker('b', 'confluentinc/cp-kafka:7.6.0')}${worker}${broker('new', 'confluentinc/cp-kafka:8.1.0')}`;
    const path = '/srv/compose.yaml';
    const document = parseDocument({ uri: path, path, text }) ?? assert.fail();
    const reports = upgradeReports(document, '4.1', { severityOf: () => undefined });
    assert.deepEqual(
      reports.map(({ role, names, from }) => [role, names, from.version]),
      [
        ['broker', ['a', 'b'], '3.6'],
        ['connect-distributed', ['connect'], '3.6'],
      ],
    );
    const rejected = reports[0]?.changes.filter(({ kind }) => kind === 'rejected').map(({ key }) => key);
    assert.deepEqual(rejected, ['KAFKA_ZOOKEEPER_CONNECT', 'KAFKA_ZOOKEEPER_CONNECT']);
    assert.equal(reports[0]?.steps.filter((step) => step.startsWith('Migrate the cluster')).length, 1);
  });

  it('tells of ZooKeeper, of what goes with it, and of the migration that comes first', () => {
    const found = report('server.properties', ZOOKEEPER, '4.1');
    assert.deepEqual(found?.from, { version: '3.9', source: 'content' });
    const told = changes('server.properties', ZOOKEEPER, '4.1');
    assert.ok(told.includes('rejected zookeeper.connect'));
    assert.ok(told.includes('removed zookeeper.set.acl'));
    assert.match(found?.steps[0] ?? '', /from ZooKeeper to KRaft first, on Kafka 3\.9/);
    const secured = `${ZOOKEEPER}authorizer.class.name=kafka.security.authorizer.AclAuthorizer\ninter.broker.protocol.version=3.9\nlog.message.format.version=2.8\ncontrol.plane.listener.name=CONTROL\n`;
    const all = changes('server.properties', secured, '4.1');
    assert.ok(all.includes('rejected authorizer.class.name'), all.join());
    for (const key of ['inter.broker.protocol.version', 'log.message.format.version', 'control.plane.listener.name'])
      assert.ok(all.includes(`removed ${key}`), `${key}: ${all.join()}`);
  });

  it('tells of defaults that differ where the file leaves a setting to Kafka, with the way to keep the old one', () => {
    const told = report('producer.properties', PRODUCER, '4.0');
    const linger = told?.changes.find(({ key }) => key === 'linger.ms');
    assert.equal(linger?.message, 'linger.ms is not set: its default was 0 and is 5 from Kafka 4.0 on.');
    const [fix] = linger?.fixes ?? [];
    assert.ok(told && fix && !fix.safe);
    const text = applyTextEdits(PRODUCER, renderEdits(told.document, fix.edits));
    assert.equal(text, `${PRODUCER}linger.ms=0\n`);
    assert.deepEqual(changes('producer.properties', text, '4.0'), ['new-default metadata.recovery.strategy']);
  });

  it('tells of no default that only some of the clients have which share a file', () => {
    const shared = 'bootstrap.servers=a:9092\nsecurity.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n';
    assert.deepEqual(changes('client.properties', shared, '4.0'), ['new-default metadata.recovery.strategy']);
  });

  it('concludes nothing from the absence of a key in a part of a configuration', () => {
    assert.deepEqual(changes('producer.properties.j2', PRODUCER, '4.0'), []);
  });

  it('tells renamed keys from removed and deprecated ones', () => {
    const streams = 'application.id=a\nbootstrap.servers=a:9092,b:9092\ncache.max.bytes.buffering=1\n';
    assert.ok(changes('streams.properties', streams, '3.4', '3.3').includes('deprecated cache.max.bytes.buffering'));
    const timestamps = `${KRAFT}log.message.timestamp.difference.max.ms=1\n`;
    const kind = 'renamed log.message.timestamp.difference.max.ms';
    assert.ok(changes('server.properties', timestamps, '4.0', '3.9').includes(kind));
    assert.ok(changes('server.properties', `${KRAFT}port=1\n`, '3.0', '2.8').includes('renamed port'));
  });

  it('tells values that the new version refuses', () => {
    const small = `${KRAFT}log.segment.bytes=65536\n`;
    assert.ok(changes('server.properties', small, '4.0', '3.9').includes('rejected log.segment.bytes'));
    assert.ok(!changes('server.properties', small, '3.9', '3.8').includes('rejected log.segment.bytes'));
  });

  it('is silent about what is wrong already', () => {
    const wrong = `${PRODUCER}linger.ms=soon\nmetadata.recovery.strategy=none\n`;
    assert.deepEqual(changes('producer.properties', wrong, '4.0', '3.9'), []);
  });

  it('starts where the file says, even in a directive, and is none for that version or an older one', () => {
    const stated = `# kafka-lint version=4.0\n${PRODUCER}`;
    assert.equal(report('producer.properties', stated, '4.0'), undefined);
    assert.equal(report('producer.properties', stated, '3.9'), undefined);
    assert.deepEqual(report('producer.properties', stated, '4.1')?.from, { version: '4.0', source: 'directive' });
    assert.deepEqual(report('producer.properties', PRODUCER, '4.1')?.from, { version: '3.9', source: 'assumed' });
    assert.deepEqual(report('producer.properties', PRODUCER, '3.9')?.from, { version: '2.8', source: 'assumed' });
  });

  it('tells who lists reporters that Kafka 4.0 no longer adds the one for JMX', () => {
    const listed = `${PRODUCER}metric.reporters=org.example.Reporter\n`;
    const found = report('producer.properties', listed, '4.0', '3.9');
    const change = found?.changes.find(({ key }) => key === 'metric.reporters');
    assert.equal(change?.kind, 'advice');
    const text = applyTextEdits(listed, renderEdits(found?.document ?? assert.fail(), change.fixes[0]?.edits ?? []));
    assert.match(text, /^metric\.reporters=org\.example\.Reporter,org\.apache\.kafka\.common\.metrics\.JmxReporter$/m);
    assert.ok(!changes('producer.properties', text, '4.0', '3.9').includes('advice metric.reporters'));
    const off = `${listed}auto.include.jmx.reporter=false\n`;
    assert.ok(!changes('producer.properties', off, '4.0', '3.9').includes('advice metric.reporters'));
  });

  it('tells of a default that there no longer is', () => {
    const streams = 'application.id=a\nbootstrap.servers=a:9092,b:9092\nstate.dir=/data\n';
    const told = report('streams.properties', streams, '3.9', '2.8')?.changes.find(
      ({ key }) => key === 'default.key.serde',
    );
    assert.match(told?.message ?? '', /ByteArraySerde and is none from Kafka 3\.0 on\.$/);
  });

  it('names the property of the JVM that allows the URLs of OAuth', () => {
    const oauth = `${PRODUCER}sasl.oauthbearer.token.endpoint.url=https://login.example.com/token\n`;
    const steps = report('producer.properties', oauth, '4.1', '3.9')?.steps ?? [];
    assert.match(steps.join(), /-Dorg\.apache\.kafka\.sasl\.oauthbearer\.allowed\.urls/);
  });

  it('asks for 3.3 on the way of a KRaft cluster to 4', () => {
    assert.match(report('server.properties', KRAFT, '4.0', '3.1')?.steps[0] ?? '', /^Upgrade to Kafka 3\.3 or later/);
    assert.deepEqual(report('server.properties', KRAFT, '4.0', '3.5')?.steps, [
      'Run it on Java 17 or later: up to Kafka 3.9 it runs on Java 8.',
    ]);
    assert.deepEqual(report('server.properties', KRAFT, '4.1', '4.0')?.steps, []);
  });
});
