import { type LibrdkafkaSetting, librdkafkaKey } from '../../../catalogue/clients/librdkafka';
import type { Entry } from '../../../model/entry';
import type { Scope } from '../../../model/scope';
import { tableOf } from '../../../model/tableOf';

/** Names that the wrappers take out before librdkafka sees them. */
const OF_WRAPPERS: Readonly<Record<string, ReadonlySet<string>>> = tableOf({
  rdkafka: new Set(['event_cb', 'topic', 'partition']),
  confluent: new Set(['kafkaJS', 'js.consumer.max.batch.size', 'js.consumer.max.cache.size.per.worker.ms']),
});

/** What the packages for Python and Go take out by themselves. */
const OF_PACKAGES: Readonly<Record<string, RegExp>> = tableOf({
  'confluent-kafka': /^(?:default\.topic\.config|(?:error|throttle|stats|oauth)_cb|logger|on_delivery|on_commit)$/,
  'github.com/confluentinc/confluent-kafka-go': /^(?:default\.topic\.config|go\..+|\{topic\}\..+)$/,
});

/** Classes that serialize take their serializers, and the ones for Avro their registry. */
const OF_CLASSES: Readonly<Record<string, RegExp>> = tableOf({
  SerializingProducer: /^(?:key|value)\.serializer$/,
  DeserializingConsumer: /^(?:key|value)\.deserializer$/,
  AvroProducer: /^(?:schema\.registry\..+|auto\.register\.schemas|default_(?:key|value)_schema|schema_registry)$/,
  AvroConsumer: /^(?:schema\.registry\..+|reader_(?:key|value)_schema|schema_registry)$/,
});

function isOfPackage({ package: from = '', creation }: Scope, key: string): boolean {
  return OF_PACKAGES[from]?.test(key) === true || OF_CLASSES[creation?.method ?? '']?.test(key) === true;
}

/** The scope's entries that librdkafka is given as text: not those of the wrapper, callbacks, or parts of an object. */
export function givenTo(scope: Scope): readonly Entry[] {
  const { client, entries } = scope;
  const objects = entries.filter(({ value }) => value.kind === 'dynamic' && value.form === 'object');
  const inside = objects.map(({ writtenKey }) => `${writtenKey}.`);
  return entries.filter(
    ({ writtenKey, value, overriddenBy }) =>
      !overriddenBy &&
      !OF_WRAPPERS[client]?.has(writtenKey) &&
      !isOfPackage(scope, writtenKey) &&
      !inside.some((prefix) => writtenKey.startsWith(prefix)) &&
      !(value.kind === 'dynamic' && value.form === 'function'),
  );
}

/** Those that node-rdkafka replaces too, since librdkafka reads them all the same. */
export function allGivenTo(scope: Scope): readonly Entry[] {
  return [...givenTo(scope), ...givenTo({ ...scope, entries: scope.others })];
}

export function settingOf({ client }: Scope, key: string): LibrdkafkaSetting | undefined {
  return librdkafkaKey(key, client === 'confluent' ? 'confluent' : 'rdkafka');
}

/** The text that librdkafka gets for a literal; undefined for what cannot be known. */
export function textOf({ value }: Entry): string | undefined {
  if (value.kind !== 'literal' || value.form === 'null' || value.form === 'undefined' || value.form === 'list')
    return undefined;
  // Programs that read files trim what they hand on.
  if (value.form === undefined) return value.text.trim();
  return value.form === 'enum' ? undefined : value.text;
}
