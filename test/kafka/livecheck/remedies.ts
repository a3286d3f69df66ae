/** What a person would write where there is no fix, or another one: what only a person can know, line by line. */
const REMEDIES: Readonly<Record<string, string>> = {
  'advertised.listeners=CONTROLLER://0.0.0.0:9093': 'advertised.listeners=CONTROLLER://localhost:9093',
  'advertised.listeners=PLAINTEXT://localhost:9092,EXTERNAL://localhost:9094':
    'advertised.listeners=PLAINTEXT://localhost:9092',
  'auto.create.topics.enable=no': 'auto.create.topics.enable=false',
  'broker.id=1001': 'broker.id=1',
  'controller.listener.names=quorum': 'controller.listener.names=CONTROLLER',
  'cordoned.log.dirs=/elsewhere': 'cordoned.log.dirs=',
  'early.start.listeners=EXTERNAL': 'early.start.listeners=CONTROLLER',
  'group.consumer.heartbeat.interval.ms=9000': 'group.consumer.heartbeat.interval.ms=5000',
  'group.consumer.min.heartbeat.interval.ms=6000': 'group.consumer.min.heartbeat.interval.ms=5000',
  'group.consumer.session.timeout.ms=70000': 'group.consumer.session.timeout.ms=45000',
  'group.share.heartbeat.interval.ms=16000': 'group.share.heartbeat.interval.ms=5000',
  'group.share.max.size=1000': 'group.share.max.size=900',
  'group.share.record.lock.duration.ms=70000': 'group.share.record.lock.duration.ms=30000',
  'group.streams.num.standby.replicas=2': 'group.streams.num.standby.replicas=1',
  'group.streams.session.timeout.ms=70000': 'group.streams.session.timeout.ms=45000',
  'inter.broker.listener.name=INTERNAL': 'security.inter.broker.protocol=PLAINTEXT',
  'listeners=CONTROLLER://:9093': 'listeners=PLAINTEXT://:9092,CONTROLLER://:9093',
  'log.cleaner.min.compaction.lag.ms=200': 'log.cleaner.min.compaction.lag.ms=100',
  'log.cleanup.policy=remove': 'log.cleanup.policy=delete',
  'log.retention.ms=0': 'log.retention.ms=-1',
  'log.roll.jitter.ms=-1': 'log.roll.jitter.ms=0',
  'offsets.commit.required.acks=4': 'offsets.commit.required.acks=-1',
  'queued.max.request.bytes=1000': 'queued.max.request.bytes=-1',
  'zookeeper.metadata.migration.enable=true': 'zookeeper.metadata.migration.enable=false',
  'advertised.listeners=SSL://kafka-1.example.org:9093': 'advertised.listeners=PLAINTEXT://kafka-1.example.org:9092',
  'controller.quorum.voters=c1:9093': 'controller.quorum.voters=1@c1:9093',
  'group.consumer.heartbeat.interval.ms=20000': 'group.consumer.heartbeat.interval.ms=10000',
  'listeners=PLAINTEXT://:9092,CONTROLLER://:9093': 'listeners=CONTROLLER://:9093',
  'listener.name.internal.ssl.client.auth=want': 'listener.name.internal.ssl.client.auth=requested',
  'listener.name.plaintext.plain.sasl.server.callback.handler.class=org.apache.kafka.common.security.plain.internals.PlainCallbackHandler':
    'listener.name.plaintext.plain.sasl.server.callback.handler.class=org.apache.kafka.common.security.plain.internals.PlainServerCallbackHandler',
  'listeners=PLAINTEXT://:90920': 'listeners=PLAINTEXT://:9092',
  'log.retention.hours=0': 'log.retention.hours=168',
  'log.cleaner.threads=128': 'log.cleaner.threads=1',
  'metric.reporters=org.apache.kafka.common.serialization.StringSerializer': 'metric.reporters=',
  'num.io.threads=': 'num.io.threads=8',
  'remote.log.storage.system.enable=true':
    'remote.log.storage.system.enable=true\nremote.log.storage.manager.class.name=NoRemoteStorage',
};

/** The text with the key's remedy; undefined where there is none. */
export function remedied(key: string, text: string): string | undefined {
  const line = text.split('\n').find((one) => one.split('=')[0] === key) ?? '';
  const remedy = REMEDIES[line];
  return remedy && text.replace(line, remedy);
}
