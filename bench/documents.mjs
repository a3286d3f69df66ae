// Documents of a given length that read like a real broker's: headed sections, a comment above each setting, blank
// lines, settings of many listeners, a few findings.
const SETTINGS = [
  ['The number of threads that the server uses for receiving requests and sending responses', 'num.network.threads=8'],
  ['The number of threads that handle requests, which may include disk I/O', 'num.io.threads=16'],
  ['The send buffer (SO_SNDBUF) of the socket server', 'socket.send.buffer.bytes=102400'],
  ['A comma separated list of directories under which to store log files', 'log.dirs=/var/lib/kafka/data'],
  ['More partitions allow more consumers to work side by side', 'num.partitions=6'],
  ['Copies of topics that are created without a factor', 'default.replication.factor=3'],
  ['How many copies a write with acks=all must reach', 'min.insync.replicas=2'],
  ['The minimum age of a log file to be eligible for deletion due to age', 'log.retention.hours=168'],
  ['The maximum size of a log segment file', 'log.segment.bytes=1073741824'],
  ['The largest batch that is taken, after compression', 'message.max.bytes=1048588'],
  ['Topics are made by the platform team', 'auto.create.topics.enable=false'],
  ['Data before availability', 'unclean.leader.election.enable=true'],
  ['Offsets and transactions are worth three copies too', 'offsets.topic.replication.factor=3'],
  ['Wait for members of a new group before the first rebalance', 'group.initial.rebalance.delay.ms=3000'],
  ["Keep the producers' codec", 'compression.type=producer'],
];

const LISTENER_SETTINGS = [
  ['Where the key store of this listener lies', 'ssl.keystore.location=/etc/kafka/keystore.p12'],
  ['Its format', 'ssl.keystore.type=PKCS12'],
  ['Clients of this listener show a certificate', 'ssl.client.auth=required'],
];

const HEAD = [
  'process.roles=broker',
  'node.id=1',
  'controller.quorum.bootstrap.servers=controller-1:9093,controller-2:9093,controller-3:9093',
  'controller.listener.names=CONTROLLER',
  'listeners=SSL://:9093',
  'advertised.listeners=SSL://kafka-1.example.org:9093',
  'inter.broker.listener.name=SSL',
];

export function brokerDocument(lines) {
  const out = [...HEAD];
  for (const [comment, setting] of SETTINGS) out.push('', `# ${comment}.`, setting);
  for (let listener = 0; out.length < lines; listener++) {
    out.push('', `############################# Listener ${listener} #############################`);
    for (const [comment, setting] of LISTENER_SETTINGS) {
      out.push('', `# ${comment}.`, `listener.name.l${listener}.${setting}`);
    }
  }
  return `${out.slice(0, lines).join('\n')}\n`;
}

export function clientDocument(index) {
  return [
    '# A producer and what it is for: the comment that most files begin with, which says who owns it and',
    '# whom to ask before changing anything.',
    '',
    '# Where the cluster is.',
    'bootstrap.servers=kafka-1:9092,kafka-2:9092',
    `client.id=service-${index}`,
    '',
    '# Keys and values are texts.',
    'key.serializer=org.apache.kafka.common.serialization.StringSerializer',
    'value.serializer=org.apache.kafka.common.serialization.StringSerializer',
    '',
    '# No acknowledged record may be lost.',
    'acks=all',
    `linger.ms=${index % 50}`,
    'batch.size=65536',
    'compression.type=lz4',
    '',
  ].join('\n');
}
