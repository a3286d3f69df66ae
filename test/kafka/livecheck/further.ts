import type { Example } from '../../support/rulePage';

/** Mistakes that no page shows, since a page shows one or two of a kind. */
export interface Further {
  readonly rule: string;
  readonly example: Example;
}

const COMBINED =
  'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@c1:9093\n' +
  'controller.listener.names=CONTROLLER\nlog.dirs=/var/lib/kafka\n';
const LISTENERS = 'listeners=PLAINTEXT://:9092,CONTROLLER://:9093\n';
const KRAFT = `${COMBINED}${LISTENERS}`;
const BROKER =
  'process.roles=broker\nnode.id=4\ncontroller.quorum.voters=1@c1:9093\nlog.dirs=/var/lib/kafka\n' +
  'listeners=PLAINTEXT://:9092\n';
const CONTROLLER =
  'process.roles=controller\nnode.id=1\ncontroller.quorum.voters=1@c1:9093\n' +
  'controller.listener.names=CONTROLLER\nlog.dirs=/var/lib/kafka\nlisteners=CONTROLLER://:9093\n';
const ZOOKEEPER = 'zookeeper.connect=zk:2181\nbroker.id=1\nlog.dirs=/var/lib/kafka\nlisteners=PLAINTEXT://:9092\n';
const COMBINATION = 'kafka/rejected-combination';

/** The release, the role, what the node is, and the lines with the mistake. */
type Row = readonly ['3.9' | '4.3', 'broker' | 'combined' | 'controller', string, ...string[]];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  [COMBINATION]: [
    ['4.3', 'combined', KRAFT, 'log.retention.ms=0'],
    ['4.3', 'combined', KRAFT, 'log.roll.jitter.ms=-1'],
    ['4.3', 'combined', KRAFT, 'log.cleaner.dedupe.buffer.size=1048576'],
    ['4.3', 'combined', KRAFT, 'log.cleaner.min.compaction.lag.ms=200', 'log.cleaner.max.compaction.lag.ms=100'],
    ['4.3', 'combined', KRAFT, 'connection.failed.authentication.delay.ms=1000', 'connections.max.idle.ms=1000'],
    ['4.3', 'combined', KRAFT, 'cordoned.log.dirs=/elsewhere'],
    ['4.3', 'broker', `${BROKER}controller.listener.names=CONTROLLER\n`, 'controller.quorum.auto.join.enable=true'],
    ['4.3', 'combined', KRAFT, 'group.consumer.session.timeout.ms=70000'],
    ['4.3', 'combined', KRAFT, 'group.consumer.min.heartbeat.interval.ms=6000'],
    [
      '4.3',
      'combined',
      KRAFT,
      'group.consumer.min.session.timeout.ms=9000',
      'group.consumer.session.timeout.ms=9000',
      'group.consumer.heartbeat.interval.ms=9000',
    ],
    ['4.3', 'combined', KRAFT, 'group.share.heartbeat.interval.ms=16000'],
    ['4.3', 'combined', KRAFT, 'group.share.record.lock.duration.ms=70000'],
    ['4.3', 'combined', KRAFT, 'group.share.max.size=1000', 'group.share.max.share.sessions=900'],
    ['4.3', 'combined', KRAFT, 'group.streams.session.timeout.ms=70000'],
    ['4.3', 'combined', KRAFT, 'group.streams.num.standby.replicas=2', 'group.streams.max.standby.replicas=1'],
    ['4.3', 'controller', CONTROLLER, 'queued.max.request.bytes=1000'],
    ['4.3', 'combined', COMBINED, 'listeners=CONTROLLER://:9093'],
    ['4.3', 'broker', BROKER, 'controller.listener.names=quorum'],
    ['4.3', 'controller', CONTROLLER, 'inter.broker.listener.name=INTERNAL'],
    ['4.3', 'controller', CONTROLLER, 'inter.broker.listener.name=CONTROLLER'],
    ['4.3', 'controller', CONTROLLER, 'advertised.listeners=CONTROLLER://0.0.0.0:9093'],
    ['4.3', 'combined', KRAFT, 'early.start.listeners=EXTERNAL'],
    ['3.9', 'combined', KRAFT.replace('broker,controller', 'broker,controller,broker')],
    ['3.9', 'combined', KRAFT, 'inter.broker.protocol.version=2.8'],
    ['3.9', 'combined', KRAFT, 'zookeeper.metadata.migration.enable=true'],
    ['3.9', 'broker', ZOOKEEPER, 'zookeeper.metadata.migration.enable=true'],
    ['3.9', 'broker', ZOOKEEPER.replace('broker.id=1', 'broker.id=1001')],
    ['3.9', 'broker', ZOOKEEPER, 'controller.listener.names=CONTROLLER'],
    ['3.9', 'broker', ZOOKEEPER, 'group.coordinator.rebalance.protocols=classic,consumer'],
    ['3.9', 'broker', ZOOKEEPER, 'offsets.commit.required.acks=4'],
    ['3.9', 'broker', ZOOKEEPER, 'offsets.commit.required.acks=-2'],
    ['3.9', 'broker', ZOOKEEPER, 'control.plane.listener.name=PLAINTEXT'],
    [
      '3.9',
      'broker',
      ZOOKEEPER.replace('PLAINTEXT://', 'SASL_PLAINTEXT://'),
      'security.inter.broker.protocol=SASL_PLAINTEXT',
      'sasl.mechanism.inter.broker.protocol=PLAIN',
      'sasl.enabled.mechanisms=SCRAM-SHA-512',
      'listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;',
      'listener.name.sasl_plaintext.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b" user_a="b";',
    ],
  ],
  'properties/invalid-value': [
    ['4.3', 'combined', KRAFT, 'log.segment.bytes=65536'],
    ['4.3', 'combined', KRAFT, 'log.cleanup.policy=remove'],
    ['4.3', 'combined', KRAFT, 'num.network.threads=0'],
    ['4.3', 'combined', KRAFT, 'auto.create.topics.enable=no'],
    ['4.3', 'combined', KRAFT, 'compression.type=none'],
    ['4.3', 'combined', KRAFT, 'num.recovery.threads.per.data.dir=0'],
  ],
  'kafka/wrong-class': [
    ['3.9', 'broker', ZOOKEEPER, 'metric.reporters=org.apache.kafka.common.metrics.JmxReporters'],
    ['4.3', 'combined', KRAFT, 'metric.reporters=org.apache.kafka.common.metrics.JmxReporters'],
    ['4.3', 'combined', KRAFT, 'metric.reporters=org.apache.kafka.common.serialization.StringSerializer'],
    [
      '4.3',
      'combined',
      KRAFT,
      'listener.name.plaintext.plain.sasl.server.callback.handler.class=org.apache.kafka.common.security.plain.internals.PlainCallbackHandler',
    ],
  ],
  'properties/malformed-value': [
    ['4.3', 'combined', KRAFT, 'message.max.bytes=1MB'],
    ['4.3', 'combined', KRAFT, 'num.io.threads="8"'],
  ],
  'properties/inline-comment': [['4.3', 'combined', KRAFT, 'min.insync.replicas=1 # one broker']],
  'broker/replica-timing': [
    ['4.3', 'combined', KRAFT, 'replica.lag.time.max.ms=400'],
    ['4.3', 'combined', KRAFT, 'replica.socket.timeout.ms=100'],
  ],
  'broker/message-size': [['4.3', 'combined', KRAFT, 'queued.max.request.bytes=1000']],
  'broker/kraft-missing-quorum': [
    ['3.9', 'broker', BROKER.replace('node.id=4\n', 'controller.listener.names=CONTROLLER\n')],
    ['4.3', 'broker', BROKER],
  ],
  'broker/advertised-listeners-invalid': [
    ['4.3', 'combined', COMBINED, 'listeners=PLAINTEXT://0.0.0.0:9092,CONTROLLER://:9093'],
    ['4.3', 'combined', KRAFT, 'advertised.listeners=PLAINTEXT://0.0.0.0:9092'],
    ['4.3', 'combined', KRAFT, 'advertised.listeners=PLAINTEXT://localhost:9092,EXTERNAL://localhost:9094'],
  ],
  'broker/listeners-invalid': [
    ['4.3', 'combined', COMBINED, 'listeners=PLAINTEXT://:9092,CONTROLLER://:9092'],
    ['4.3', 'combined', COMBINED, 'listeners=localhost:9092,CONTROLLER://:9093'],
    [
      '4.3',
      'combined',
      COMBINED,
      'listeners=INTERNAL://:9092,CONTROLLER://:9093',
      'inter.broker.listener.name=INTERNAL',
    ],
  ],
  'broker/inter-broker-invalid': [
    ['4.3', 'combined', KRAFT, 'inter.broker.listener.name=PLAINTEXT', 'security.inter.broker.protocol=PLAINTEXT'],
  ],
  'topic/tiered-storage': [
    [
      '4.3',
      'combined',
      KRAFT,
      'remote.log.storage.system.enable=true',
      'remote.log.storage.manager.class.name=NoRemoteStorage',
      'log.retention.hours=1',
      'log.local.retention.ms=7200000',
    ],
  ],
};

export const FURTHER: readonly Further[] = Object.entries(ROWS).flatMap(([rule, rows]) =>
  rows.map(([version, role, node, ...lines], index) => {
    const text = `${node}${lines.map((line) => `${line}\n`).join('')}`;
    const attributes = new Map([
      ['role', role],
      ['version', version],
    ]);
    return { rule, example: { kind: 'bad', language: 'properties', line: index + 1, text, marks: [], attributes } };
  }),
);
