/** The settings that Strimzi's operator keeps for itself: it leaves them out of the configuration and only logs that. */
interface Reserved {
  readonly prefixes: readonly string[];
  readonly exceptions: readonly string[];
}

const list = (text: string): string[] => text.trim().split(/\s+/);

const BROKER: Reserved = {
  prefixes: list(`
    listeners advertised. broker. listener. host.name port inter.broker.listener.name sasl. ssl. security. password.
    log.dir zookeeper.connect zookeeper.set.acl zookeeper.ssl zookeeper.clientcnxnsocket authorizer. super.user
    cruise.control.metrics.topic cruise.control.metrics.reporter.bootstrap.servers node.id process.roles controller.
    metadata.log.dir zookeeper.metadata.migration.enable client.quota.callback.static.kafka.admin.
    client.quota.callback.static.produce client.quota.callback.static.fetch
    client.quota.callback.static.storage.per.volume.limit.min.available.
    client.quota.callback.static.excluded.principal.name.list`),
  exceptions: list(`
    zookeeper.connection.timeout.ms sasl.server.max.receive.size ssl.cipher.suites ssl.protocol ssl.enabled.protocols
    ssl.secure.random.implementation cruise.control.metrics.topic.num.partitions
    cruise.control.metrics.topic.replication.factor cruise.control.metrics.topic.retention.ms
    cruise.control.metrics.topic.auto.create.retries cruise.control.metrics.topic.auto.create.timeout.ms
    cruise.control.metrics.topic.min.insync.replicas broker.session.timeout.ms broker.heartbeat.interval.ms
    controller.socket.timeout.ms controller.quorum.election.backoff.max.ms controller.quorum.election.timeout.ms
    controller.quorum.fetch.timeout.ms`),
};

const TLS_EXCEPTIONS = list(
  'ssl.endpoint.identification.algorithm ssl.cipher.suites ssl.protocol ssl.enabled.protocols',
);

const CONNECT: Reserved = {
  prefixes: list(`
    ssl. sasl. security. listeners plugin.path rest. bootstrap.servers consumer.interceptor.classes
    producer.interceptor.classes`),
  exceptions: TLS_EXCEPTIONS,
};

const CLIENT: Reserved = { prefixes: list('ssl. bootstrap.servers sasl. security.'), exceptions: TLS_EXCEPTIONS };

const CONSUMER: Reserved = { ...CLIENT, prefixes: [...CLIENT.prefixes, 'group.id'] };

/** By what they configure; those that later versions of the operator reserve as well are left out. */
const RESERVED = { broker: BROKER, connect: CONNECT, client: CLIENT, consumer: CONSUMER };
export type StrimziConfig = keyof typeof RESERVED;

/** Settings of one listener that the operator lets through. */
const LISTENER_EXCEPTION =
  /^listener\.name\.[^.]+\.(?:connections\.max\.reauth\.ms|max\.connections|max\.connection\.creation\.rate)$/;

export function isReserved(config: StrimziConfig, key: string): boolean {
  const { prefixes, exceptions } = RESERVED[config];
  const lower = key.toLowerCase();
  if (exceptions.includes(lower) || (config === 'broker' && LISTENER_EXCEPTION.test(lower))) return false;
  return prefixes.some((prefix) => lower.startsWith(prefix));
}
