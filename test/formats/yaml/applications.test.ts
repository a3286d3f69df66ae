import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseDocument, renderEdits } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import { applyTextEdits, type SettingEdit } from '../../../server/src/model/edit';

function parse(text: string, path = '/p/src/main/resources/application.yml'): ConfigDocument {
  return parseDocument({ uri: `file://${path}`, path, text }) ?? assert.fail();
}

const told = (text: string, path?: string): string[] =>
  parse(text, path).scopes.map(
    ({ role, name, entries }) =>
      `${name} ${role}: ${entries.map(({ key, value }) => `${key}=${value.text}`).join(' ')}`,
  );

/** The text with a setting added to the first scope. */
function added(text: string, key: string, path?: string): string {
  const document = parse(text, path);
  const [scope] = document.scopes;
  const edits: SettingEdit[] = scope ? [{ kind: 'add', scope, key, value: '1' }] : [];
  return applyTextEdits(text, renderEdits(document, edits));
}

describe('applications that configure Kafka in YAML', () => {
  it('have channels in Reactive Messaging, with what all of them share', () => {
    const text =
      'kafka:\n  bootstrap.servers: a:1\nmp:\n  messaging:\n    incoming:\n      orders:\n        connector: smallrye-kafka\n        topic: orders\n        auto:\n          offset.reset: earliest\n      mail:\n        connector: smallrye-amqp\n        client.id: m\n    outgoing:\n      out:\n        linger.ms: 5\n"%dev":\n  mp.messaging:\n    outgoing.x: {}\n';
    assert.deepEqual(told(text), [
      'orders consumer: bootstrap.servers=a:1 auto.offset.reset=earliest',
      'out producer: bootstrap.servers=a:1 linger.ms=5',
    ]);
    assert.equal(added(text, 'fetch.min.bytes'), text.replace('earliest\n', 'earliest\n        fetch.min.bytes: 1\n'));
  });

  it('have clients in Micronaut', () => {
    const text =
      'micronaut: {}\n---\nkafka:\n  bootstrap:\n    servers: a:1\n  producers:\n    default:\n      acks: all\n  consumers:\n    one:\n      max.poll.records: 5\n';
    assert.deepEqual(told(text), [
      'default producer: bootstrap.servers=a:1 acks=all',
      'one consumer: bootstrap.servers=a:1 max.poll.records=5',
    ]);
    const shared = parse(text).scopes.map(({ entries }) => entries.map((entry) => [entry.key, entry.shared ?? false]));
    assert.deepEqual(shared, [
      [
        ['bootstrap.servers', true],
        ['acks', false],
      ],
      [
        ['bootstrap.servers', true],
        ['max.poll.records', false],
      ],
    ]);
  });

  it('have binders and bindings in Spring Cloud Stream, whatever the spelling', () => {
    const text =
      'spring:\n  cloud.stream:\n    kafka:\n      binder:\n        brokers: a:1\n        required-acks: all\n        producerProperties:\n          "[linger.ms]": 5\n      bindings:\n        in-0:\n          consumer:\n            startOffset: latest\n            configuration:\n              max.poll.records: 5\n      streams.binder:\n        configuration:\n          num.stream.threads: 2\n';
    assert.deepEqual(told(text), [
      'binder producer producer: bootstrap.servers=a:1 acks=all linger.ms=5',
      'in-0 consumer: bootstrap.servers=a:1 max.poll.records=5',
      'streams binder streams: num.stream.threads=2',
    ]);
    const document = parse(text);
    const [producer] = document.scopes;
    const linger = producer?.entries.find(({ key }) => key === 'linger.ms');
    assert.ok(producer && linger);
    const renamed = renderEdits(document, [{ kind: 'rename', entry: linger, scope: producer, key: 'batch.size' }]);
    assert.equal(applyTextEdits(text, renamed), text.replace('"[linger.ms]"', '"[batch.size]"'));
  });

  it('have maps of their own, which are told by their names and keys together', () => {
    for (const [text, expected] of [
      [
        'app:\n  kafka:\n    producer:\n      linger.ms: 0\n      topic: t\n',
        ['app.kafka.producer producer: linger.ms=0'],
      ],
      [
        'clients:\n  - bootstrap.servers: kafka:1\n    auto.offset.reset: earliest\n',
        ['clients consumer: bootstrap.servers=kafka:1 auto.offset.reset=earliest'],
      ],
      ['kafka:\n  consumer:\n    group-id: g\n    topic: t\n', []],
      ['kafka: {}\nmail:\n  retries: 3\n  acks: all\n  batch.size: 5\n', []],
      ['kafka: {}\nsession:\n  timeout:\n    ms: 5\n  linger.ms: 4\n', []],
    ] as const)
      assert.deepEqual(told(text, '/p/config.yml'), expected, text);
  });

  it('are servers where a chart, a playbook or an operator says so', () => {
    for (const [text, expected] of [
      [
        'cp-kafka:\n  configurationOverrides:\n    "log.roll.ms": 1\n',
        ['cp-kafka.configurationOverrides broker: log.roll.ms=1'],
      ],
      [
        'kafka:\n  controller:\n    overrideConfiguration:\n      num:\n        io.threads: 3\n',
        ['kafka.controller.overrideConfiguration broker: num.io.threads=3'],
      ],
      [
        'kafka_broker_custom_properties:\n  log.roll.ms: 1\n  mine: 2\n',
        ['kafka_broker_custom_properties broker: log.roll.ms=1'],
      ],
      [
        'apiVersion: platform.confluent.io/v1beta1\nkind: Kafka\nmetadata: { name: k }\nspec:\n  configOverrides:\n    server:\n      - log.roll.ms=1\n',
        ['k broker: log.roll.ms=1'],
      ],
    ] as const)
      assert.deepEqual(told(text, '/p/values.yaml'), expected, text);
    const list =
      'apiVersion: platform.confluent.io/v1beta1\nkind: Kafka\nspec:\n  configOverrides:\n    server:\n      - log.roll.ms=1\n';
    assert.equal(added(list, 'num.io.threads'), `${list}      - num.io.threads=1\n`);
  });
});
