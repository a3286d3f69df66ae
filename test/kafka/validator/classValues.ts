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
