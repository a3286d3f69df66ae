type Values = readonly [string, ...string[]];

const SERIALIZATION = 'org.apache.kafka.common.serialization.';
const CONSUMER = 'org.apache.kafka.clients.consumer.';
const MIRROR = 'org.apache.kafka.connect.mirror.';

const SERIALIZERS: Values = [
  `${SERIALIZATION}StringSerializer`,
  `${SERIALIZATION}UUIDSerializer`,
  `${SERIALIZATION}StringSerialiser`,
  `${SERIALIZATION}StringDeserializer`,
  `${SERIALIZATION}StringEncoder`,
  `${SERIALIZATION}BooleanSerializer`,
  'org.apache.kafka.common.serializers.StringSerializer',
  'StringSerializer',
  ` ${SERIALIZATION}LongSerializer `,
  '',
];

const DESERIALIZERS: Values = [
  `${SERIALIZATION}StringDeserializer`,
  `${SERIALIZATION}VoidDeserializer`,
  `${SERIALIZATION}StringDeserialiser`,
  `${SERIALIZATION}StringSerializer`,
  'org.apache.kafka.common.serializers.StringDeserializer',
  'StringDeserializer',
  '',
];

const ASSIGNORS: Values = [
  `${CONSUMER}RangeAssignor`,
  `${CONSUMER}CooperativeStickyAssignor`,
  `${CONSUMER}RangeAssignor, ${CONSUMER}CooperativeStickyAssignor`,
  `${CONSUMER}RangeAssignor,${CONSUMER}RangeAssignor`,
  `${CONSUMER}RangeAssigner`,
  `${CONSUMER}RangeAssignor,`,
  `${CONSUMER}internals.StickyAssignor`,
  `${SERIALIZATION}StringDeserializer`,
  `${CONSUMER}StickyAssignor,${CONSUMER}RoundRobbinAssignor`,
  'RangeAssignor',
  '',
];

const CONVERTERS: Values = [
  'org.apache.kafka.connect.json.JsonConverter',
  'org.apache.kafka.connect.storage.StringConverter',
  'org.apache.kafka.connect.converters.ByteArrayConverter',
  'org.apache.kafka.connect.converters.StringConverter',
  'org.apache.kafka.connect.json.JsonConvertor',
  'org.apache.kafka.connect.converters.BooleanConverter',
  'org.apache.kafka.connect.storage.JsonConverter',
  'org.apache.kafka.connect.storage.SimpleHeaderConverter',
  '',
];

const SERDES: Values = [
  `${SERIALIZATION}Serdes$StringSerde`,
  `${SERIALIZATION}Serdes.StringSerde`,
  `${SERIALIZATION}Serdes$StringSerdes`,
  `${SERIALIZATION}StringSerializer`,
  '',
];

const SECURITY = 'org.apache.kafka.common.security.';
const LOGIN_HANDLERS: Values = [
  `${SECURITY}oauthbearer.OAuthBearerLoginCallbackHandler`,
  `${SECURITY}oauthbearer.secured.OAuthBearerLoginCallbackHandler`,
  `${SECURITY}oauthbearer.OAuthBearerLoginCallbackHandlers`,
  `${SECURITY}oauthbearer.internals.unsecured.OAuthBearerUnsecuredLoginCallbackHandler`,
  `${SECURITY}plain.PlainLoginModule`,
  '',
];

const STREAMS = 'org.apache.kafka.streams.';
const DESERIALIZATION_HANDLERS: Values = [
  `${STREAMS}errors.LogAndContinueExceptionHandler`,
  `${STREAMS}errors.LogAndContinueExceptionHandlers`,
  `${STREAMS}errors.LogAndContinueDeserializationExceptionHandler`,
  `${STREAMS}errors.DefaultProductionExceptionHandler`,
  '',
];
const PRODUCTION_HANDLERS: Values = [
  `${STREAMS}errors.DefaultProductionExceptionHandler`,
  `${STREAMS}errors.DefaultProductionExceptionHandlr`,
  `${STREAMS}errors.LogAndFailExceptionHandler`,
  '',
];

/** Kafka's own classes, in the right place and in the wrong one, misspelt, of another kind and twice. */
export const CLASS_VALUES: Readonly<Record<string, Values>> = {
  'key.serializer': SERIALIZERS,
  'value.serializer': SERIALIZERS,
  'key.deserializer': DESERIALIZERS,
  'value.deserializer': DESERIALIZERS,
  'partition.assignment.strategy': ASSIGNORS,
  'partitioner.class': [
    'org.apache.kafka.clients.producer.RoundRobinPartitioner',
    'org.apache.kafka.clients.producer.RoundRobbinPartitioner',
    'org.apache.kafka.clients.producer.internals.DefaultPartitioner',
    'org.apache.kafka.clients.producer.UniformStickyPartitioner',
    `${SERIALIZATION}StringSerializer`,
    '',
  ],
  'key.converter': CONVERTERS,
  'value.converter': CONVERTERS,
  'header.converter': [...CONVERTERS, 'org.apache.kafka.connect.storage.SimpleHeaderConverter'],
  'default.key.serde': SERDES,
  'default.value.serde': SERDES,
  'sasl.login.callback.handler.class': LOGIN_HANDLERS,
  'sasl.client.callback.handler.class': [
    `${SECURITY}authenticator.SaslClientCallbackHandler`,
    `${SECURITY}authenticator.SaslClientCallbackHandle`,
    '',
  ],
  'sasl.server.callback.handler.class': [
    `${SECURITY}oauthbearer.OAuthBearerValidatorCallbackHandler`,
    `${SECURITY}oauthbearer.OauthBearerValidatorCallbackHandler`,
    `${SECURITY}plain.internals.PlainServerCallbackHandler`,
    '',
  ],
  'ssl.engine.factory.class': [
    `${SECURITY}ssl.DefaultSslEngineFactory`,
    `${SECURITY}ssl.DefaultSslEngineFactories`,
    `${SECURITY}plain.PlainLoginModule`,
    '',
  ],
  'metric.reporters': [
    'org.apache.kafka.common.metrics.JmxReporter',
    'org.apache.kafka.common.metrics.JmxReporters',
    'org.apache.kafka.common.metrics.JmxReporter,',
    `${SERIALIZATION}StringSerializer`,
    '',
  ],
  'default.timestamp.extractor': [
    `${STREAMS}processor.WallclockTimestampExtractor`,
    `${STREAMS}processor.WallClockTimestampExtractor`,
    `${STREAMS}processor.UsePreviousTimeOnInvalidTimestamp`,
    `${STREAMS}errors.LogAndFailExceptionHandler`,
    '',
  ],
  'deserialization.exception.handler': DESERIALIZATION_HANDLERS,
  'default.deserialization.exception.handler': DESERIALIZATION_HANDLERS,
  'production.exception.handler': PRODUCTION_HANDLERS,
  'default.production.exception.handler': PRODUCTION_HANDLERS,
  'processing.exception.handler': [
    `${STREAMS}errors.LogAndContinueProcessingExceptionHandler`,
    `${STREAMS}errors.LogAndContinueProcessingExceptionHandel`,
    `${STREAMS}errors.LogAndFailExceptionHandler`,
    '',
  ],
  'replication.policy.class': [
    `${MIRROR}DefaultReplicationPolicy`,
    `${MIRROR}IdentityReplicationPolicy`,
    `${MIRROR}IdentityReplicationPolicies`,
    `${MIRROR}MirrorSourceConnector`,
    '',
  ],
  'authorizer.class.name': [
    'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'org.apache.kafka.metadata.authorizer.StandartAuthorizer',
    'org.apache.kafka.common.security.plain.PlainLoginModule',
    'kafka.security.authorizer.AclAuthorizer',
    'kafka.security.auth.SimpleAclAuthorizer',
    '',
  ],
};
