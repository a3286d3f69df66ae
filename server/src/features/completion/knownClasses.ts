import { tableOf } from '../../model/tableOf';

const SERIALIZATION = 'org.apache.kafka.common.serialization.';
const TYPES = [
  'String',
  'ByteArray',
  'ByteBuffer',
  'Bytes',
  'Integer',
  'Long',
  'Short',
  'Float',
  'Double',
  'UUID',
  'Void',
];
const serializers = TYPES.map((type) => `${SERIALIZATION}${type}Serializer`);
const deserializers = TYPES.map((type) => `${SERIALIZATION}${type}Deserializer`);
const serdes = TYPES.filter((type) => type !== 'ByteArray').map((type) => `${SERIALIZATION}Serdes$${type}Serde`);
const assignors = ['CooperativeSticky', 'Range', 'RoundRobin', 'Sticky'].map(
  (name) => `org.apache.kafka.clients.consumer.${name}Assignor`,
);
const converters = ['json.JsonConverter', 'storage.StringConverter', 'converters.ByteArrayConverter'].map(
  (name) => `org.apache.kafka.connect.${name}`,
);
const mechanisms = ['GSSAPI', 'PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER'];

/** Values that Kafka brings along for keys that take others too. */
const KNOWN: Readonly<Record<string, readonly string[]>> = tableOf({
  'key.serializer': serializers,
  'value.serializer': serializers,
  'key.deserializer': deserializers,
  'value.deserializer': deserializers,
  'default.key.serde': serdes,
  'default.value.serde': serdes,
  'partition.assignment.strategy': assignors,
  'key.converter': converters,
  'value.converter': converters,
  'sasl.mechanism': mechanisms,
  'sasl.enabled.mechanisms': mechanisms,
  'sasl.mechanism.inter.broker.protocol': mechanisms,
});

export function knownValues(key: string): readonly string[] {
  return KNOWN[key] ?? [];
}
