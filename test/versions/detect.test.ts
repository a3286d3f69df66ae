import assert from 'node:assert/strict';
import { kafkaOfConfluent } from '../../server/src/versions/confluent';
import { MAX_LENGTH, versionFilesAmong, versionsIn } from '../../server/src/versions/detect';
import { kafkaOfImage } from '../../server/src/versions/images';
import { orElse, versionsOfFolder } from '../../server/src/versions/nearest';

describe('the Kafka version of an image', () => {
  const cases: readonly [string, string | undefined][] = [
    ['apache/kafka:3.9.0', '3.9'],
    ['docker.io/apache/kafka:4.1.0-rc2', '4.1'],
    ['registry.example.org:5000/mirror/apache/kafka-native:4.0.1', '4.0'],
    ['apache/kafka:4.3.1@sha256:77e3df9054047a88b520d0cc46e16696', '4.3'],
    ['confluentinc/cp-kafka:7.6.0', '3.6'],
    ['confluentinc/cp-kafka:7.6.1-1-ubi8', '3.6'],
    ['confluentinc/cp-server:6.2.10', '2.8'],
    ['cp-kafka-connect-base:8.1.0', '4.1'],
    ['confluentinc/confluent-local:7.9.2', '3.9'],
    ['bitnami/kafka:3.7', '3.7'],
    ['bitnamilegacy/kafka:3.5.1-debian-11-r7', '3.5'],
    ['quay.io/strimzi/kafka:0.43.0-kafka-3.8.0', '3.8'],
    ['quay.io/strimzi/kafka:latest-kafka-4.1.0', '4.1'],
    ['wurstmeister/kafka:2.13-2.8.1', '2.8'],
    ['apache/kafka:$' + '{KAFKA_VERSION:-3.8.1}', '3.8'],
    ['apache/kafka:$' + '{KAFKA_VERSION}', undefined],
    ['apache/kafka:latest', undefined],
    ['apache/kafka', undefined],
    ['bitnami/kafka:3', undefined],
    ['localhost:5000/apache/kafka', undefined],
    ['confluentinc/cp-zookeeper:7.6.0', undefined],
    ['confluentinc/cp-kafka:9.0.0', undefined],
    ['redpandadata/redpanda:24.1.1', undefined],
    ['quay.io/debezium/kafka:2.5.0.Final', '3.6'],
    ['debezium/connect:3.2', '4.0'],
    ['debezium/connect:1.2', undefined],
    ['soldevelo/kafka:3.9', '3.9'],
    ['confluentinc/cp-kafka:3.2.4', '0.10'],
    ['provectuslabs/kafka-ui:0.7.2', undefined],
  ];
  for (const [image, version] of cases) {
    it(`${image}: ${version ?? 'unknown'}`, () => assert.equal(kafkaOfImage(image), version));
  }
});

describe('the Kafka version of Confluent Platform', () => {
  it('rises by one with each minor version', () => {
    const known = ['4.1', '5.0', '5.5', '6.0', '6.1', '6.2', '7.0', '7.9', '8.0', '8.3'].map(kafkaOfConfluent);
    assert.deepEqual(known, ['1.1', '2.0', '2.5', '2.6', '2.7', '2.8', '3.0', '3.9', '4.0', '4.3']);
    assert.deepEqual(['4.2', '6.3', '7.10', 'latest', '7'].map(kafkaOfConfluent), Array(5).fill(undefined));
  });
});

const pom = (version: string, properties = '') =>
  `<project><properties>${properties}</properties><dependencies>
  <dependency><groupId>org.springframework</groupId><artifactId>spring-core</artifactId><version>6.1.0</version></dependency>
  <!-- <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>2.0.0</version></dependency> -->
  <dependency>
    <groupId>org.apache.kafka</groupId>
    <artifactId>kafka-clients</artifactId>
    <version>${version}</version>
  </dependency></dependencies></project>`;

describe('a file of the workspace', () => {
  const cases: readonly [string, string, string, object][] = [
    [
      'the oldest KafkaJS of a range',
      'package.json',
      '{ "dependencies": { "kafkajs": "^1.16.0" } }',
      { kafkajs: '1.16' },
    ],
    ['a range without a number', 'package.json', '{ "dependencies": { "kafkajs": "latest" } }', {}],
    ['another package', 'package.json', '{ "dependencies": { "mock-kafkajs": "1.0.0" } }', {}],
    [
      'a compose file',
      'docker-compose.yml',
      'services:\n  a:\n    image: "apache/kafka:3.9.1" # ours\n',
      { servers: '3.9' },
    ],
    [
      'agreeing images',
      'compose.yaml',
      ' image: confluentinc/cp-kafka:7.4.0\n image: apache/kafka:3.4.1\n',
      { servers: '3.4' },
    ],
    ['images that differ', 'compose.yaml', ' image: apache/kafka:3.9.0\n image: apache/kafka:4.0.0\n', {}],
    ['a manifest', 'kafka.yaml', 'containers:\n- image: bitnami/kafka:3.6.2\n', { servers: '3.6' }],
    ['a commented image', 'compose.yaml', '  # image: apache/kafka:3.9.0\n', {}],
    ['a Dockerfile', 'Dockerfile', 'FROM --platform=linux/amd64 apache/kafka:4.0.0 AS base\n', { servers: '4.0' }],
    ['a Maven build', 'pom.xml', pom('3.6.1'), { clients: '3.6' }],
    [
      'a Maven property',
      'pom.xml',
      pom('$' + '{kafka.version}', '<kafka.version>3.5.0</kafka.version>'),
      { clients: '3.5' },
    ],
    ["a build of Confluent's", 'pom.xml', pom('7.6.0-ccs'), { clients: '3.6' }],
    ['a version from elsewhere', 'pom.xml', pom('$' + '{kafka.version}'), {}],
    ['a Gradle build', 'build.gradle', "implementation 'org.apache.kafka:kafka-streams:3.7.0'\n", { clients: '3.7' }],
    [
      'a Gradle variable',
      'build.gradle.kts',
      'val kafkaVersion = "3.8.0"\nimplementation("org.apache.kafka:kafka-clients:$kafkaVersion")\n',
      { clients: '3.8' },
    ],
    [
      'a Gradle map',
      'build.gradle',
      "compile group: 'org.apache.kafka', name: 'kafka-clients', version: '3.1.0'\n",
      { clients: '3.1' },
    ],
    [
      'a version catalogue',
      'libs.versions.toml',
      '[versions]\nkafka = "4.0.0"\n[libraries]\nclients = { module = "org.apache.kafka:kafka-clients", version.ref = "kafka" }\n',
      { clients: '4.0' },
    ],
    [
      'an sbt build',
      'build.sbt',
      'libraryDependencies += "org.apache.kafka" % "kafka-clients" % "3.3.2"\n',
      { clients: '3.3' },
    ],
    ['a commented dependency', 'build.gradle', "// implementation 'org.apache.kafka:kafka-clients:3.7.0'\n", {}],
    [
      "Strimzi's cluster",
      'cluster.yaml',
      'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nspec:\n  zookeeper:\n    version: 3.1.0\n  kafka:\n    replicas: 3\n    version: "3.8.0" # now\n',
      { servers: '3.8' },
    ],
    [
      'another resource',
      'x.yaml',
      'apiVersion: example.org/v1\nkind: Kafka\nspec:\n  kafka:\n    version: 3.8.0\n',
      {},
    ],
    ['a file that is too long', 'compose.yaml', `image: apache/kafka:3.9.0\n${'#'.repeat(MAX_LENGTH)}`, {}],
  ];
  for (const [title, name, text, expected] of cases) {
    it(`shows ${JSON.stringify(expected)}: ${title}`, () => assert.deepEqual(versionsIn(name, text), expected));
  }

  it('is read when its name promises something, the most deliberate first, and not too many', () => {
    const names = [
      'values.yaml',
      'README.md',
      'pom.xml',
      'docker-compose.dev.yml',
      'Dockerfile',
      'app.Dockerfile',
      'a.json',
    ];
    const wanted = ['docker-compose.dev.yml', 'Dockerfile', 'app.Dockerfile', 'pom.xml', 'values.yaml'];
    assert.deepEqual(versionFilesAmong(names), wanted);
    assert.equal(versionFilesAmong(Array.from({ length: 300 }, (_, i) => `${i}.yaml`)).length, 12);
  });
});

describe('the nearest file', () => {
  const compose = (name: string, tag: string) => ({ name, text: `image: apache/kafka:${tag}\n` });

  it('of a folder is the first that shows something', () => {
    const found = versionsOfFolder([
      compose('a.yml', 'latest'),
      compose('b.yml', '3.9.0'),
      compose('c.yml', '4.0.0'),
      { name: 'pom.xml', text: pom('3.6.1') },
    ]);
    const expected = { servers: { version: '3.9', file: 'b.yml' }, clients: { version: '3.6', file: 'pom.xml' } };
    assert.deepEqual(found, expected);
  });

  it('wins over one farther away, for its own kind', () => {
    const near = { servers: { version: '3.9', file: 'near.yml' } } as const;
    const far = { servers: { version: '4.0', file: 'far.yml' }, clients: { version: '3.6', file: 'pom.xml' } } as const;
    assert.deepEqual(orElse(near, far), { ...far, ...near });
  });
});
