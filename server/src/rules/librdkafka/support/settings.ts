import { type LibrdkafkaSetting, librdkafkaKey } from '../../../catalogue/clients/librdkafka';
import type { Entry } from '../../../model/entry';
import type { Scope } from '../../../model/scope';
import { tableOf } from '../../../model/tableOf';

/** Names that the wrappers take out before librdkafka sees them. */
const OF_WRAPPERS: Readonly<Record<string, ReadonlySet<string>>> = tableOf({
  rdkafka: new Set(['event_cb', 'topic', 'partition']),
  confluent: new Set(['kafkaJS', 'js.consumer.max.batch.size', 'js.consumer.max.cache.size.per.worker.ms']),
});

/** The scope's entries that librdkafka is given as text: not those of the wrapper, callbacks, or parts of an object. */
export function givenTo({ client, entries }: Scope): readonly Entry[] {
  const objects = entries.filter(({ value }) => value.kind === 'dynamic' && value.form === 'object');
  const inside = objects.map(({ writtenKey }) => `${writtenKey}.`);
  return entries.filter(
    ({ writtenKey, value, overriddenBy }) =>
      !overriddenBy &&
      !OF_WRAPPERS[client]?.has(writtenKey) &&
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
