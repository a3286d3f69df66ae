import type { Role } from '../../../server/src/model/scope';
import { isAtLeast, type KafkaVersion } from '../../../server/src/model/version';
import type { Pair } from './case';

interface Fixture {
  readonly from?: KafkaVersion;
  readonly until?: KafkaVersion;
  readonly text: string;
}

const JSON_CONVERTERS = `
key.converter=org.apache.kafka.connect.json.JsonConverter
value.converter=org.apache.kafka.connect.json.JsonConverter`;

const BROKER_LISTENERS = `
listeners=INTERNAL://:9092,EXTERNAL://0.0.0.0:9094
advertised.listeners=INTERNAL://kafka-1.internal:9092,EXTERNAL://kafka-1.example.com:9094
listener.security.protocol.map=INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=INTERNAL`;

/** Small files as people write them, which every Kafka of their versions takes. */
const FIXTURES: Readonly<Partial<Record<Role, readonly Fixture[]>>> = {
  broker: [
    {
      until: '4.0',
      text: `
broker.id=1
zookeeper.connect=zk-1:2181,zk-2:2181,zk-3:2181/kafka
listeners=PLAINTEXT://:9092
advertised.listeners=PLAINTEXT://kafka-1.example.com:9092
log.dirs=/var/lib/kafka/data
num.partitions=3
log.retention.hours=168
offsets.topic.replication.factor=3`,
    },
    {
      from: '3.3',
      text: `
process.roles=broker
node.id=11
controller.quorum.voters=1@controller-1:9093,2@controller-2:9093,3@controller-3:9093
controller.listener.names=CONTROLLER${BROKER_LISTENERS}
log.dirs=/data/1,/data/2
min.insync.replicas=2
default.replication.factor=3`,
    },
    {
      from: '3.9',
      text: `
process.roles=broker
node.id=12
controller.quorum.bootstrap.servers=controller-1:9093,controller-2:9093
controller.listener.names=CONTROLLER
listeners=PLAINTEXT://:9092
log.dirs=/data
group.consumer.session.timeout.ms=45000
group.consumer.heartbeat.interval.ms=5000`,
    },
  ],
  controller: [
    {
      from: '3.3',
      text: `
process.roles=controller
node.id=1
controller.quorum.voters=1@controller-1:9093,2@controller-2:9093,3@controller-3:9093
controller.listener.names=CONTROLLER
listeners=CONTROLLER://:9093
log.dirs=/var/lib/kafka/metadata`,
    },
  ],
  combined: [
    {
      from: '3.3',
      text: `
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@localhost:9093
listeners=PLAINTEXT://:9092,CONTROLLER://:9093
advertised.listeners=PLAINTEXT://localhost:9092
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL
log.dirs=/tmp/kraft-combined-logs`,
    },
  ],
  topic: [
    { text: 'cleanup.policy=delete\nretention.ms=604800000\nsegment.bytes=1073741824\nmin.insync.replicas=2' },
    {
      text: 'cleanup.policy=compact\nmin.compaction.lag.ms=60000\nmax.compaction.lag.ms=86400000\nmin.cleanable.dirty.ratio=0.5',
    },
    {
      from: '3.6',
      text: 'remote.storage.enable=true\nretention.ms=604800000\nlocal.retention.ms=86400000\nretention.bytes=1073741824\nlocal.retention.bytes=104857600',
    },
  ],
  producer: [
    {
      text: `
bootstrap.servers=localhost:9092
key.serializer=org.apache.kafka.common.serialization.StringSerializer
value.serializer=org.apache.kafka.common.serialization.StringSerializer
acks=all
enable.idempotence=true
linger.ms=20
batch.size=65536
compression.type=lz4
delivery.timeout.ms=120000
request.timeout.ms=30000`,
    },
    {
      text: 'bootstrap.servers=localhost:9092,127.0.0.1:9093\nclient.id=orders\ntransactional.id=orders-1\ntransaction.timeout.ms=60000',
    },
    {
      text: 'bootstrap.servers=localhost:9092\nacks=1\nenable.idempotence=false\nretries=5\nmax.in.flight.requests.per.connection=10',
    },
  ],
  consumer: [
    {
      text: `
bootstrap.servers=localhost:9092
group.id=orders
key.deserializer=org.apache.kafka.common.serialization.StringDeserializer
value.deserializer=org.apache.kafka.common.serialization.StringDeserializer
auto.offset.reset=earliest
enable.auto.commit=false
session.timeout.ms=45000
heartbeat.interval.ms=3000
max.poll.records=500`,
    },
    {
      text: 'bootstrap.servers=localhost:9092\nclient.id=reader\nenable.auto.commit=false\nfetch.min.bytes=65536\nfetch.max.wait.ms=500',
    },
    {
      from: '4.0',
      text: 'bootstrap.servers=localhost:9092\ngroup.id=orders\ngroup.protocol=consumer\nisolation.level=read_committed',
    },
  ],
  admin: [
    { text: 'bootstrap.servers=localhost:9092\nclient.id=ops\nrequest.timeout.ms=20000\ndefault.api.timeout.ms=60000' },
  ],
  'connect-distributed': [
    {
      text: `
bootstrap.servers=localhost:9092
group.id=connect${JSON_CONVERTERS}
offset.storage.topic=connect-offsets
offset.storage.replication.factor=3
config.storage.topic=connect-configs
config.storage.replication.factor=3
status.storage.topic=connect-status
status.storage.replication.factor=3
offset.flush.interval.ms=10000
producer.compression.type=zstd
consumer.max.poll.records=1000`,
    },
  ],
  'connect-standalone': [
    {
      text: `
bootstrap.servers=localhost:9092${JSON_CONVERTERS}
offset.storage.file.filename=/tmp/connect.offsets
offset.flush.interval.ms=10000
producer.linger.ms=50`,
    },
  ],
  streams: [
    {
      text: `
application.id=enricher
bootstrap.servers=localhost:9092
num.stream.threads=4
replication.factor=3
state.dir=/var/lib/streams
producer.linger.ms=50
consumer.max.poll.records=500`,
    },
    {
      from: '3.3',
      text: 'application.id=payments\nbootstrap.servers=localhost:9092\nprocessing.guarantee=exactly_once_v2\ncommit.interval.ms=100',
    },
  ],
  'mirror-maker': [
    {
      text: `
clusters=primary,backup
primary.bootstrap.servers=localhost:9092
backup.bootstrap.servers=localhost:9093
primary->backup.enabled=true
primary->backup.topics=.*
replication.factor=3
sync.topic.acls.enabled=false
tasks.max=4`,
    },
  ],
};

/** The roles that have files of their own. */
export const COMPARED_ROLES = Object.keys(FIXTURES) as Role[];

/** The files of a role that the version takes. */
export function fixturesOf(role: Role, version: KafkaVersion): readonly (readonly Pair[])[] {
  const fitting = (FIXTURES[role] ?? []).filter(
    ({ from, until }) => (!from || isAtLeast(version, from)) && !(until && isAtLeast(version, until)),
  );
  return fitting.map(({ text }) => text.trim().split('\n').map(pairOf));
}

function pairOf(line: string): Pair {
  const at = line.indexOf('=');
  return [line.slice(0, at), line.slice(at + 1)];
}
