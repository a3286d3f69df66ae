import assert from 'node:assert/strict';
import { parseDocument, renderEdits } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import { applyTextEdits, type ConfigEdit } from '../../../server/src/model/edit';

function parse(text: string): ConfigDocument {
  return parseDocument({ uri: '/p/kafka.yaml', path: '/p/kafka.yaml', text }) ?? assert.fail();
}

const resource = (kind: string, spec: string) =>
  `apiVersion: kafka.strimzi.io/v1\nkind: ${kind}\nmetadata:\n  name: n\n  labels:\n    strimzi.io/cluster: n\nspec:\n${spec.replaceAll(/^/gm, '  ')}\n`;

describe('Strimzi resources', () => {
  it('have the roles of their kinds, and values as the operator gives them to Kafka', () => {
    const text = [
      resource(
        'Kafka',
        'kafka:\n  version: 4.0.1\n  config:\n    num.partitions: 010\n    auto.create.topics.enable: off\n    log.dirs: /a',
      ),
      resource('KafkaNodePool', 'replicas: 3\nroles: [controller]'),
      resource('KafkaNodePool', 'replicas: 2\nroles: [broker]'),
      resource('KafkaConnector', 'class: C\ntasksMax: 2\nconfig:\n  topics: t'),
      resource('KafkaBridge', 'producer:\n  config:\n    acks: 1\n    ssl.keystore.type: PEM'),
      resource('KafkaUser', 'quotas: {}'),
    ].join('---\n');
    const told = parse(text).scopes.map(({ role, brokers, target, entries }) => [
      role,
      brokers,
      target.source === 'content' ? target.version : undefined,
      entries.map(({ key, value }) => `${key}=${value.text}`).join(' '),
    ]);
    assert.deepEqual(told, [
      ['broker', 2, '4.0', 'num.partitions=8 auto.create.topics.enable=false'],
      ['connector', undefined, undefined, 'connector.class=C tasks.max=2 topics=t'],
      ['producer', undefined, undefined, 'acks=1'],
    ]);
  });

  it('get new settings in their config, which is made where there is none', () => {
    const add = (spec: string): string => {
      const document = parse(resource('Kafka', spec));
      const [scope] = document.scopes;
      const edits: ConfigEdit[] = scope ? [{ kind: 'add', scope, key: 'num.partitions', value: '3' }] : [];
      return applyTextEdits(document.text, renderEdits(document, edits));
    };
    for (const [before, after] of [
      ['kafka:\n  replicas: 3', 'kafka:\n  replicas: 3\n  config:\n    num.partitions: 3'],
      ['kafka:\n  config:', 'kafka:\n  config:\n    num.partitions: 3'],
      ['kafka:\n  config: {}', 'kafka:\n  config: { num.partitions: 3 }'],
      ['kafka:\n  config:\n    a: b\n  x: y', 'kafka:\n  config:\n    a: b\n    num.partitions: 3\n  x: y'],
    ])
      assert.equal(add(before ?? ''), resource('Kafka', after ?? ''));
  });
});
