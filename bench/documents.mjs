// Documents of a given length that read like a real broker's: headed sections, comments, blank lines, a few findings.
const SETTINGS = [
  'num.network.threads=8',
  'num.io.threads=16',
  'socket.send.buffer.bytes=102400',
  'log.dirs=/var/lib/kafka/data',
  'num.partitions=6',
  'default.replication.factor=3',
  'min.insync.replicas=2',
  'log.retention.hours=168',
  'log.segment.bytes=1073741824',
  'message.max.bytes=1048588',
  'auto.create.topics.enable=false',
  'listener.name.internal.ssl.keystore.location=/etc/kafka/keystore.p12',
  'unclean.leader.election.enable=true',
  'offsets.topic.replication.factor=3',
  'group.initial.rebalance.delay.ms=3000',
  'compression.type=producer',
];

const HEAD = [
  'process.roles=broker',
  'node.id=1',
  'controller.quorum.bootstrap.servers=controller-1:9093,controller-2:9093,controller-3:9093',
  'controller.listener.names=CONTROLLER',
  'listeners=SSL://:9093',
  'advertised.listeners=SSL://kafka-1.example.org:9093',
];

export function brokerDocument(lines) {
  const out = [...HEAD];
  for (let index = 0; out.length < lines; index++) {
    if (index % 24 === 0)
      out.push('', `######### Section ${index / 24} #########`, '# What this section is for, in a sentence.');
    const setting = SETTINGS[index % SETTINGS.length];
    // After the first round the keys carry a listener's prefix, so that they are not one key set a thousand times.
    out.push(index < SETTINGS.length ? setting : `listener.name.l${index}.${setting}`);
  }
  return `${out.slice(0, lines).join('\n')}\n`;
}

export function clientDocument(index) {
  return [
    '# A producer and what it is for.',
    'bootstrap.servers=kafka-1:9092,kafka-2:9092',
    `client.id=service-${index}`,
    'key.serializer=org.apache.kafka.common.serialization.StringSerializer',
    'value.serializer=org.apache.kafka.common.serialization.StringSerializer',
    'acks=all',
    `linger.ms=${index % 50}`,
    'batch.size=65536',
    'compression.type=lz4',
    '',
  ].join('\n');
}
