import type { Role } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { type KafkaVersion, versionOrder } from '../../model/version';
import { callOptions } from '../clients';
import { type CodeClient, LIBRARIES } from './data';
import { isGoClient } from './goCounterparts';
import { kafkaValue } from './goValues';
import { librdkafkaKey, librdkafkaKeys } from './librdkafka';

export type Defaults = ReadonlyMap<string, string | undefined>;

const known = new Map<string, Defaults>();

/**
 * What a library does where its options say nothing, by Kafka's keys and in Kafka's words. Undefined stands for what differs
 * between releases while nobody knows which one it is. `call` is the method that takes the options.
 */
export function libraryDefaults(client: CodeClient, call: string, release: KafkaVersion | undefined): Defaults {
  const id = `${client} ${call} ${release ?? ''}`;
  const before = known.get(id);
  if (before) return before;
  const found = client === 'rdkafka' ? ofLibrdkafka(call) : ofOptions(client, call, release);
  // Releases come from files: a handful in a project.
  known.set(id, found);
  return found;
}

function ofLibrdkafka(call: string): Defaults {
  const role: Role = call === 'producer' ? 'producer' : 'consumer';
  const pairs = librdkafkaKeys(role).flatMap((key) => {
    const setting = librdkafkaKey(key);
    return setting?.kafkaKey && !setting.aliasOf && setting.defaultText !== ''
      ? [[setting.kafkaKey, setting.defaultText] as const]
      : [];
  });
  return new Map([...pairs, ...(role === 'consumer' ? [['auto.offset.reset', 'latest'] as const] : [])]);
}

/** What no option's declaration tells. */
const BESIDES: Readonly<Record<string, readonly (readonly [key: string, value: string | undefined])[]>> = tableOf({
  // Acknowledgements of the leader alone, unless idempotence wants all.
  'aiokafka producer': [
    ['acks', '1'],
    ['compression.type', 'none'],
    ['retries', undefined],
  ],
  'kafka-python producer': [
    ['compression.type', 'none'],
    ['acks', undefined],
  ],
  'kafka-go Writer': [
    ['acks', '0'],
    ['compression.type', 'none'],
  ],
  'kafka-go WriterConfig': [
    ['acks', 'all'],
    ['compression.type', 'none'],
  ],
  'franz-go NewClient': [
    ['enable.idempotence', 'true'],
    ['enable.auto.commit', 'true'],
    ['compression.type', 'snappy'],
  ],
});

function ofOptions(client: CodeClient, method: string, release: KafkaVersion | undefined): Defaults {
  const defaults = new Map<string, string | undefined>();
  for (const { name, kafkaKey, defaultText } of callOptions(client, method)) {
    if (!kafkaKey || defaultText === undefined) continue;
    const text = ofRelease(client, method, name, defaultText, release);
    defaults.set(kafkaKey, text === undefined ? undefined : inKafkasWords(client, kafkaKey, text));
  }
  const call = client === 'franz-go' ? 'NewClient' : method;
  for (const [key, value] of BESIDES[`${client} ${call}`] ?? []) if (!defaults.get(key)) defaults.set(key, value);
  return defaults;
}

/** The default of that release; undefined where none is known and they differ. */
function ofRelease(
  client: CodeClient,
  call: string,
  name: string,
  newest: string,
  release: KafkaVersion | undefined,
): string | undefined {
  const before = LIBRARIES[client].history?.[`${call} ${name}`]?.before;
  if (!before) return newest;
  if (!release) return undefined;
  const changes = Object.entries(before) as [KafkaVersion, string][];
  const later = changes.filter(([version]) => versionOrder(release) < versionOrder(version));
  later.sort(([a], [b]) => versionOrder(a) - versionOrder(b));
  return later[0]?.[1] ?? newest;
}

function inKafkasWords(client: CodeClient, key: string, text: string): string | undefined {
  if (isGoClient(client)) {
    return kafkaValue(client, key, text) ?? (/^-?\d+$|^true$|^false$/.test(text) ? text : undefined);
  }
  if (text === 'True' || text === 'False') return text.toLowerCase();
  if (text.startsWith('float')) return '2147483647';
  return key === 'acks' && text === '-1' ? 'all' : text;
}
