import assert from 'node:assert/strict';
import { parseDocument } from '../../server/src/formats/registry';
import type { Role, Scope } from '../../server/src/model/scope';

function scopesIn(text: string, path = '/app/kafka.properties', role?: Role): readonly Scope[] {
  const document = parseDocument({ uri: `file://${path}`, path, text, ...(role && { hints: { role } }) });
  return document?.scopes ?? [];
}

describe('files of librdkafka', () => {
  const LOGIN = 'bootstrap.servers=a:9092\nsecurity.protocol=SASL_SSL\nsasl.mechanisms=PLAIN\n';
  const cases: [string, string, Role][] = [
    ['etc/librdkafka.config', `${LOGIN}sasl.username=u\nsasl.password=p\n`, 'client'],
    ['client.properties', `${LOGIN}session.timeout.ms=45000\n`, 'consumer'],
    ['app/kafka.properties', `${LOGIN}queue.buffering.max.kbytes=1048576\n`, 'producer'],
  ];
  for (const [path, text, role] of cases) {
    it(`are told by their keys: ${path}`, () => {
      const [scope] = scopesIn(text, `/${path}`);
      assert.deepEqual([scope?.client, scope?.role], ['rdkafka', role]);
    });
  }

  const javas: [string, string][] = [
    ['one key of librdkafka', `${LOGIN}sasl.jaas.config=x required;\nssl.truststore.location=/t\n`],
    [
      'a server whose keys are like librdkafka’s',
      'broker.id=1\nsocket.send.buffer.bytes=1\nmessage.max.bytes=2000000\n',
    ],
    ['a client in Scala', 'metadata.broker.list=a:9092\nrequest.required.acks=1\ncompression.codec=none\n'],
  ];
  for (const [what, text] of javas) {
    it(`are not taken for it: ${what}`, () => {
      const path = text.startsWith('broker') ? '/kafka/server.properties' : '/etc/producer.properties';
      assert.equal(scopesIn(text, path)[0]?.client, 'java');
    });
  }
});

describe('files of servers with clients in them', () => {
  const judged = (text: string): string[] =>
    scopesIn(text).flatMap(({ role, written, entries }) => entries.map(({ key }) => `${role} ${written('')}|${key}`));

  it('are judged where they configure a client', () => {
    assert.deepEqual(
      judged(
        'listeners=http://0.0.0.0:8081\nkafkastore.topic=_schemas\nkafkastore.security.protocol=SSL\nssl.protocol=TLS\n',
      ),
      ['client kafkastore.|security.protocol'],
    );
    assert.deepEqual(
      judged(
        'ksql.service.id=a\nlisteners=http://a\nbootstrap.servers=a:9092\nksql.streams.producer.acks=all\nproducer.linger.ms=1\n',
      ),
      ['client |bootstrap.servers', 'producer ksql.streams.producer.|acks', 'producer producer.|linger.ms'],
    );
    assert.deepEqual(
      judged('client.bootstrap.servers=a:9092\nschema.registry.url=http://a\nconsumer.fetch.min.bytes=1\n'),
      ['client client.|bootstrap.servers', 'consumer consumer.|fetch.min.bytes'],
    );
  });
});

describe('files with keys of another program', () => {
  const PRODUCER = 'bootstrap.servers=a:9092\nacks=all\nlinger.ms=5\nbatch.size=65536\nretries=3\n';

  it('are Kafka’s all the same where its keys are by far more', () => {
    const [scope] = scopesIn(`${PRODUCER}spring.application.name=shop\n`);
    assert.equal(scope?.role, 'producer');
    assert.deepEqual(
      scope.entries.map(({ key }) => key).filter((key) => key.startsWith('spring')),
      [],
    );
    assert.deepEqual(scopesIn(`bootstrap.servers=a:9092\nacks=all\nspring.application.name=shop\n`), []);
  });

  it('have no such keys in the role that somebody has settled', () => {
    const [scope] = scopesIn('spring.kafka.producer.acks=all\nacks=all\n', '/application.properties', 'producer');
    assert.deepEqual(
      scope?.entries.map(({ key }) => key),
      ['acks'],
    );
  });
});
