import assert from 'node:assert/strict';
import { lint } from '../../../server/src/engine/lint';
import { parseDocument, renderEdits } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import { applyTextEdits, type ConfigEdit } from '../../../server/src/model/edit';
import type { Scope } from '../../../server/src/model/scope';

function parse(text: string, path = '/p/compose.yaml'): ConfigDocument {
  return parseDocument({ uri: path, path, text }) ?? assert.fail();
}

const settings = (scope: Scope | undefined) =>
  (scope?.entries ?? []).map(({ key, value }) => `${key}=${value.kind === 'literal' ? value.text : value.kind}`);

const service = (body: string, image = 'apache/kafka:3.9.0') =>
  `services:\n  kafka:\n    image: ${image}\n    environment:\n${body.replaceAll(/^/gm, '      ')}\n`;

describe('docker-compose files', () => {
  it('give each service a scope with the role, the version and the name that it shows', () => {
    const { scopes } = parse(`services:
  broker:
    image: confluentinc/cp-kafka:7.9.0
    environment: { KAFKA_BROKER_ID: 1, KAFKA_ZOOKEEPER_CONNECT: 'zk:2181' }
  node:
    image: bitnami/kafka:3.7
    environment: [KAFKA_CFG_PROCESS_ROLES=controller]
  worker:
    image: quay.io/debezium/connect:3.0
    environment:
      GROUP_ID: 1
      CONNECT_PRODUCER_LINGER_MS: 5
  ui:
    image: provectuslabs/kafka-ui
    environment: { KAFKA_CLUSTERS_0_NAME: kafka, KAFKA_NODE_ID: 1 }
`);
    const told = scopes.map(({ name, role, target }) => `${name} ${role} ${target.version}`);
    assert.deepEqual(told, [
      'broker broker 3.9',
      'node controller 3.7',
      'worker connect-distributed 3.9',
      'worker producer 3.9',
    ]);
  });

  it('have values as compose gives them to the container', () => {
    const { scopes } = parse(
      service(
        'KAFKA_NODE_ID: 010\nKAFKA_PROCESS_ROLES: "broker"\nKAFKA_LOG_DIRS:\nKAFKA_LISTENERS: $' +
          '{L:-PLAINTEXT://:9092}\n' +
          'KAFKA_NUM_PARTITIONS: $N\nKAFKA_SSL_KEY_PASSWORD: a$$b\nKAFKA_INTER_BROKER_PROTOCOL_VERSION: 3.10\n' +
          'KAFKA_SASL_JAAS_CONFIG: |\n  Module required \\\n    a="b";',
      ),
    );
    assert.deepEqual(settings(scopes[0]), [
      'node.id=8',
      'process.roles=broker',
      'log.dirs=dynamic',
      'listeners=PLAINTEXT://:9092',
      'num.partitions=dynamic',
      'ssl.key.password=a$b',
      'inter.broker.protocol.version=3.1',
      'sasl.jaas.config=Module required a="b";',
    ]);
  });

  it('follow anchors, merge keys and extended services', () => {
    const { scopes } = parse(`x-env: &env
  KAFKA_NUM_PARTITIONS: 3
  KAFKA_LOG_DIRS: /a
services:
  one:
    image: apache/kafka
    environment: &one { <<: *env, KAFKA_NODE_ID: 1, KAFKA_LOG_DIRS: /b }
  two:
    image: apache/kafka
    environment: *one
  three:
    extends: one
    environment: [KAFKA_NODE_ID=3]
`);
    const expected = ['node.id=1', 'log.dirs=/b', 'num.partitions=3'];
    assert.deepEqual(scopes.map(settings), [expected, expected, [...expected.slice(1), 'node.id=3']]);
  });

  it('count the brokers of a cluster', () => {
    const node = (id: number) =>
      `  k${id}:\n    image: apache/kafka\n    environment: { KAFKA_NODE_ID: ${id}, KAFKA_PROCESS_ROLES: broker, KAFKA_CONTROLLER_QUORUM_VOTERS: 9@c:9 }\n`;
    const { scopes } = parse(`services:\n${node(1)}${node(2)}`);
    assert.deepEqual(
      scopes.map(({ brokers }) => brokers),
      [2, 2],
    );
  });

  it('are told from other YAML, and from what is no YAML', () => {
    for (const text of [
      'services:\n  kafka:\n    image: redis\n    environment: { KAFKA_NODE_ID: 1 }\n',
      '# kafka\nservices: [a]\n',
      '&a [*a, {kafka: *a}]\n',
      'services: &a\n  <<: *a\n  kafka: { <<: *a, image: apache/kafka, environment: *a }\n',
      'kafka: "\n',
      `services:\n  kafka:\n    environment:\n${' '.repeat(9)}\t- KAFKA\n`,
      '\0kafka',
    ])
      assert.deepEqual(parse(text).scopes, [], text);
  });

  it('are bounded, however much their aliases stand for', () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `l${n}: &l${n} { <<: [*l${n - 1}, *l${n - 1}], k${n}: *l${n - 1} }`,
    );
    const bomb = `l0: &l0 { KAFKA_A: 1 }\n${levels.slice(1).join('\n')}\n${service('<<: *l29\nKAFKA_NODE_ID: 1')}`;
    assert.deepEqual(settings(parse(bomb).scopes[0]).slice(0, 1), ['node.id=1']);
  });

  it('keep what stands around a half-typed line, and the other documents', () => {
    const half = service('KAFKA_NODE_ID: 1\nKAFKA_LOG_RET\nKAFKA_PROCESS_ROLES: broker\nKAFKA_LISTENERS: "PLAIN');
    const { scopes } = parse(`${half}---\n${service('KAFKA_NODE_ID: 2')}`);
    assert.deepEqual(settings(scopes[0]), ['node.id=1', 'process.roles=broker', 'listeners=dynamic']);
    assert.equal(scopes[0]?.completeness, 'fragment');
    assert.deepEqual(settings(scopes[1]), ['node.id=2']);
  });
});

describe('edits of docker-compose files', () => {
  const edited = (text: string, edits: (document: ConfigDocument) => ConfigEdit[]): string => {
    const document = parse(text);
    return applyTextEdits(text, renderEdits(document, edits(document)));
  };
  const entry = ({ scopes }: ConfigDocument, key: string) =>
    scopes.flatMap((scope) => scope.entries).find((one) => one.key === key) ?? assert.fail(key);
  const scopeOf = ({ scopes }: ConfigDocument) => scopes[0] ?? assert.fail();

  it('keep quotes, comments and indentation', () => {
    const text = service('KAFKA_NODE_ID: 1 # first\nKAFKA_LOG_DIRS: "/a"\nKAFKA_NUM_PARTITIONS: \'1\'');
    assert.equal(
      edited(text, (document) => [
        { kind: 'set', entry: entry(document, 'node.id'), value: '2' },
        { kind: 'set', entry: entry(document, 'log.dirs'), value: '/b$\\c' },
        { kind: 'rename', entry: entry(document, 'num.partitions'), scope: scopeOf(document), key: 'num.io.threads' },
        {
          kind: 'add',
          scope: scopeOf(document),
          key: 'linger.ms',
          value: '010',
          after: entry(document, 'node.id'),
          comment: 'Why',
        },
      ]),
      service(
        'KAFKA_NODE_ID: 2 # first\n# Why\nKAFKA_LINGER_MS: "010"\nKAFKA_LOG_DIRS: "/b$$\\\\\\\\c"\nKAFKA_NUM_IO_THREADS: \'1\'',
      ),
    );
  });

  it('change, remove and add items of lists', () => {
    const text = service('- "KAFKA_NODE_ID=1"\n- KAFKA_LOG_DIRS=/a\n- KAFKA_NUM_PARTITIONS=1');
    assert.equal(
      edited(text, (document) => [
        { kind: 'set', entry: entry(document, 'node.id'), value: '2' },
        { kind: 'remove', entry: entry(document, 'log.dirs') },
        { kind: 'add', scope: scopeOf(document), key: 'min.insync.replicas', value: '2' },
      ]),
      service('- "KAFKA_NODE_ID=2"\n- KAFKA_NUM_PARTITIONS=1\n- KAFKA_MIN_INSYNC_REPLICAS=2'),
    );
  });

  it('change, remove and add pairs in braces', () => {
    const text = "services: { k: { image: apache/kafka, environment: { KAFKA_NODE_ID: 1, KAFKA_LOG_DIRS: '/a' } } }\n";
    assert.equal(
      edited(text, (document) => [
        { kind: 'set', entry: entry(document, 'log.dirs'), value: '/a,/b' },
        { kind: 'remove', entry: entry(document, 'node.id') },
        { kind: 'add', scope: scopeOf(document), key: 'listeners', value: 'A://:1,B://:2' },
      ]),
      "services: { k: { image: apache/kafka, environment: { KAFKA_LOG_DIRS: '/a,/b', KAFKA_LISTENERS: 'A://:1,B://:2' } } }\n",
    );
  });

  it('never add to what other services share', () => {
    const text = `x: &x\n  KAFKA_NODE_ID: 1\n${service('<<: *x\nKAFKA_PROCESS_ROLES: broker')}`;
    assert.equal(
      edited(text, (document) => [{ kind: 'add', scope: scopeOf(document), key: 'num.partitions', value: '3' }]),
      `x: &x\n  KAFKA_NODE_ID: 1\n${service('<<: *x\nKAFKA_PROCESS_ROLES: broker\nKAFKA_NUM_PARTITIONS: 3')}`,
    );
  });

  it('speak of variables in findings and fixes', () => {
    const document = parse(
      `services:\n  c:\n    image: confluentinc/cp-kafka-connect:7.9.0\n    environment:\n      CONNECT_GROUP_ID: g\n      CONNECT_PRODUCER_LINGER_M: 1\n`,
    );
    const { findings } = lint(document, { severityOf: () => undefined });
    const unknown = findings.find(({ rule }) => rule === 'properties/unknown-key');
    assert.match(unknown?.message ?? '', /CONNECT_PRODUCER_LINGER_M/);
    const [fix] = unknown?.fixes ?? [];
    assert.match(
      applyTextEdits(document.text, renderEdits(document, fix?.edits ?? [])),
      /CONNECT_PRODUCER_LINGER_MS: 1/,
    );
  });
});
