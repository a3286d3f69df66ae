import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { keysOf } from '../../server/src/catalogue/catalogue';
import { imageNamingOf } from '../../server/src/recognition/environmentNames';
import { wrongNames } from './environmentNamesVerdict';
import type { Recorded } from './judgeEnvironmentNames';

const RECORDED = new URL('./expectations/environmentNames.json', import.meta.url);

describe('names of environment variables', () => {
  it('agree with what the start scripts of Confluent and Apache were recorded to make of them', () => {
    const recorded: Recorded = JSON.parse(readFileSync(RECORDED, 'utf8'));
    assert.ok(recorded.length > 200);
    assert.deepEqual(wrongNames(recorded), []);
  });

  it('are each image’s own', () => {
    const cases = [
      ['confluentinc/cp-kafka:7.9.0', 'KAFKA_LOG_DIRS', 'log.dirs'],
      ['confluentinc/cp-kafka:7.9.0', 'KAFKA_HEAP_OPTS', undefined],
      ['confluentinc/cp-kafka:7.9.0', 'KAFKA_JMX_PORT', 'jmx.port'],
      [
        'confluentinc/cp-server:7.9.0',
        'CONFLUENT_METRICS_REPORTER_BOOTSTRAP_SERVERS',
        'confluent.metrics.reporter.bootstrap.servers',
      ],
      ['$REPOSITORY/cp-server:$TAG', 'KAFKA_NODE_ID', 'node.id'],
      ['localhost:5000/confluentinc/cp-kafka-connect', 'CONNECT_GROUP_ID', 'group.id'],
      ['cnfldemos/cp-server-connect-datagen:0.6.4-7.6.0', 'CONNECT_GROUP_ID', 'group.id'],
      ['apache/kafka', 'KAFKA_JMX_HOSTNAME', undefined],
      ['bitnami/kafka:3.9', 'KAFKA_CFG_LOG_DIRS', 'log.dirs'],
      ['bitnami/kafka:3.9', 'KAFKA_BROKER_ID', 'broker.id'],
      ['bitnami/kafka:3.9', 'KAFKA_LOG_RETENTION_MS', undefined],
      [
        'bitnamilegacy/kafka:3.9',
        'KAFKA_CFG_LISTENER_NAME_SASL_SSL_PLAIN_SASL_JAAS_CONFIG',
        'listener.name.sasl_ssl.plain.sasl.jaas.config',
      ],
      ['wurstmeister/kafka:2.13-2.8.1', 'KAFKA_CREATE_TOPICS', undefined],
      ['quay.io/debezium/connect:3.0', 'BOOTSTRAP_SERVERS', 'bootstrap.servers'],
    ] as const;
    for (const [image, variable, key] of cases) {
      assert.equal(
        imageNamingOf(image)
          ?.families.map((family) => family.keyOf(variable))
          .find(Boolean),
        key,
        variable,
      );
    }
    assert.equal(imageNamingOf('provectuslabs/kafka-ui:latest'), undefined);
    assert.equal(imageNamingOf('redpandadata/redpanda:v24.1.1'), undefined);
  });

  it('write each key of a broker so that the image reads it back, or say that it cannot be written', () => {
    for (const image of ['confluentinc/cp-kafka', 'apache/kafka', 'bitnami/kafka', 'wurstmeister/kafka']) {
      const [family] = imageNamingOf(image)?.families ?? [];
      for (const key of keysOf('broker')) {
        const variable = family?.variableOf(key);
        assert.equal(variable === undefined ? undefined : family?.keyOf(variable), variable && key);
      }
      assert.equal(
        family?.variableOf('log.dirs'),
        image.startsWith('bitnami') ? 'KAFKA_CFG_LOG_DIRS' : 'KAFKA_LOG_DIRS',
      );
    }
  });

  it('know keys that an image cannot write', () => {
    const variable = (image: string, key: string) => imageNamingOf(image)?.families[0]?.variableOf(key);
    assert.equal(variable('confluentinc/cp-kafka', 'a-b_c.d'), 'KAFKA_A___B__C_D');
    assert.equal(variable('wurstmeister/kafka', 'a_b'), undefined);
    assert.equal(variable('bitnami/kafka', 'zookeeper.clientCnxnSocket'), 'KAFKA_CFG_ZOOKEEPER_CLIENTCNXNSOCKET');
    assert.equal(variable('apache/kafka', 'zookeeper.clientCnxnSocket'), undefined);
  });
});
