/** What a person would write where there is no fix, or another one: what only a person can know, line by line. */
const REMEDIES: Readonly<Record<string, string>> = {
  'advertised.listeners=PLAINTEXT://0.0.0.0:9092': 'advertised.listeners=PLAINTEXT://localhost:9092',
  'advertised.listeners=SSL://kafka-1.example.org:9093': 'advertised.listeners=PLAINTEXT://kafka-1.example.org:9092',
  'controller.quorum.voters=c1:9093': 'controller.quorum.voters=1@c1:9093',
  'group.consumer.heartbeat.interval.ms=20000': 'group.consumer.heartbeat.interval.ms=10000',
  'listeners=PLAINTEXT://0.0.0.0:9092': 'listeners=PLAINTEXT://localhost:9092',
  'listeners=PLAINTEXT://:9092,CONTROLLER://:9093': 'listeners=CONTROLLER://:9093',
  'listeners=PLAINTEXT://:9092,SSL://:9092': 'listeners=PLAINTEXT://:9092,SSL://:9093',
  'log.retention.hours=0': 'log.retention.hours=168',
  'log.cleaner.threads=128': 'log.cleaner.threads=1',
  'node.id=1': 'node.id=4',
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
