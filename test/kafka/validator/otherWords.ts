/** What Kafka says without naming a setting, or all of them, and the settings that it has compared there. */
export const IN_OTHER_WORDS: readonly (readonly [words: string, ...keys: string[]])[] = [
  ['an instance of org.apache.kafka.common.serialization.Serializer', 'key.serializer', 'value.serializer'],
  ['an instance of org.apache.kafka.common.serialization.Deserializer', 'key.deserializer', 'value.deserializer'],
  ['an instance of org.apache.kafka.clients.producer.Partitioner', 'partitioner.class'],
  ['an instance of org.apache.kafka.server.authorizer.Authorizer', 'authorizer.class.name'],
  ['an instance of org.apache.kafka.connect.mirror.ReplicationPolicy', 'replication.policy.class'],
  ['implement the Converter interface', 'key.converter', 'value.converter'],
  ['implement the HeaderConverter interface', 'header.converter'],
  ['ClassNotFoundException exception occurred', 'partition.assignment.strategy'],
  ['javax.security.auth.spi.LoginModule', ...login()],
  ['ClassCastException: class org.apache.kafka.common.serialization.StringSerializer', 'metric.reporters'],
  ['metrics.JmxReporter', 'metric.reporters'],
  ['Class  cannot be found', 'metric.reporters', 'partition.assignment.strategy'],
  // What went wrong before, a producer and a consumer of 3.7 to 3.9 do not say.
  ['this.clientTelemetryReporter', 'metric.reporters'],
  ['Unexpected SASL mechanism', 'sasl.login.callback.handler.class', ...login()],
  ['is used in more than one assignor', 'partition.assignment.strategy'],
  ['ConsumerPartitionAssignor', 'partition.assignment.strategy'],
  ['Authorizer', 'authorizer.class.name'],
  ['expected a string in format principalType', 'super.users'],
  ['Heartbeat must be set lower than the session timeout', 'heartbeat.interval.ms', 'session.timeout.ms'],
  // Which of a heartbeat's times it is, is not said.
  [
    'Invalid negative timeout',
    'heartbeat.interval.ms',
    'session.timeout.ms',
    'max.poll.interval.ms',
    'rebalance.timeout.ms',
  ],
  ['Group instance id', 'group.instance.id'],
  [
    'transactional.id without also enabling idempotence',
    'transactional.id',
    'enable.idempotence',
    ...ruleOutIdempotence(),
  ],
  ['The configured group.id should not be', 'group.id', 'application.id'],
  ['Invalid header config', 'response.http.headers.config'],
  ['SSL trust store', ...store('truststore'), 'ssl.truststore.certificates'],
  ['SSL key store', ...keyStore()],
  ['SSL private key', ...keyStore()],
  ['SSL certificate chain', ...keyStore()],
  ['PEM', ...keyStore(), ...store('truststore'), 'ssl.truststore.certificates'],
  ['ogin module', ...login()],
  ['JAAS', ...login()],
  ['LoginException', ...login()],
  ['the node id', 'node.id', 'controller.quorum.voters', 'process.roles'],
  ['Failed to parse voter ID', 'controller.quorum.voters'],
  ['is not routeable', 'controller.quorum.voters'],
  ['Unknown compression type id', 'offsets.topic.compression.codec', 'share.coordinator.state.topic.compression.codec'],
  ["Disabling the 'classic' protocol", 'group.coordinator.rebalance.protocols'],
  ["The new 'consumer' rebalance protocol", 'group.coordinator.rebalance.protocols'],
  ['multiple log directories', 'log.dirs', 'log.dir', 'zookeeper.metadata.migration.enable'],
  ['Multiple log directories', 'log.dirs', 'log.dir', 'remote.log.storage.system.enable'],
  ['unsupported for the compacted topics', 'cleanup.policy', 'remote.storage.enable'],
  ['port out of range', 'listeners', 'advertised.listeners', ...quorum()],
  ['Empty listener found', 'listeners', 'admin.listeners'],
  ["Listener doesn't have the right format", 'listeners', 'admin.listeners', 'rest.host.name'],
  ['Duplicate key ListenerName', 'listener.security.protocol.map', 'controller.listener.names'],
  ['missing provider', 'ssl.provider'],
  ['SSLContext not available', 'ssl.protocol'],
  // An admin client has the addresses of either.
  ['Invalid url in bootstrap.servers', 'bootstrap.servers', 'bootstrap.controllers'],
  ['REUSE_KTABLE_SOURCE_TOPICS', 'topology.optimization'],
  ['an unknown compression codec', 'offsets.topic.compression.codec'],
  ['Unknown compression name', 'compression.type'],
  ['security.auth.SecurityProtocol.', 'security.protocol', 'security.inter.broker.protocol'],
  ['advertised listener.', 'advertised.listeners', 'listeners', 'controller.listener.names'],
  // The name may be that of the protocol.
  ['inter.broker.listener.name must be', 'inter.broker.listener.name', 'security.inter.broker.protocol', 'listeners'],
  ['/ by zero', 'log.cleaner.threads'],
  // A listener's protocol may be missed at any of the settings that name listeners.
  ['No security protocol defined for listener', ...namesListeners(), 'listener.security.protocol.map'],
  [
    'The provided listener name is null or empty string',
    ...namesListeners(),
    'inter.broker.listener.name',
    'control.plane.listener.name',
    'listener.security.protocol.map',
  ],
  ['Error creating broker listeners', 'listeners', 'advertised.listeners'],
  ['for unsigned short field', 'listeners', 'advertised.listeners'],
  ['broker.id generation is incompatible', 'broker.id', 'zookeeper.metadata.migration.enable'],
  ['For input string', 'max.connections.per.ip.overrides'],
  ['Unable to parse a listener name from', 'listeners', 'advertised.listeners'],
  ['Listener protocol must be either', 'listeners', 'admin.listeners', 'rest.advertised.listener'],
  ['No source->target replication flows', 'clusters', 'enabled'],
];

function ruleOutIdempotence(): string[] {
  return ['acks', 'retries', 'max.in.flight.requests.per.connection'];
}

function store(name: string): string[] {
  return ['type', 'location', 'password'].map((part) => `ssl.${name}.${part}`);
}

function keyStore(): string[] {
  return [...store('keystore'), 'ssl.keystore.key', 'ssl.keystore.certificate.chain', 'ssl.key.password'];
}

function login(): string[] {
  return ['sasl.jaas.config', 'sasl.mechanism', 'sasl.kerberos.service.name'];
}

function quorum(): string[] {
  return ['controller.quorum.voters', 'controller.quorum.bootstrap.servers'];
}

function namesListeners(): string[] {
  return ['listeners', 'advertised.listeners', 'controller.listener.names'];
}
