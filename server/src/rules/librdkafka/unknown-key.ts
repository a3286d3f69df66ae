import { rolesOf } from '../../catalogue/catalogue';
import { clientOption } from '../../catalogue/clients';
import { librdkafkaKeys } from '../../catalogue/clients/librdkafka';
import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { removeEntry } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { nearest } from '../support/nearest';
import { allGivenTo, settingOf } from './support/settings';

export const rule: ScopeRule = {
  id: 'librdkafka/unknown-key',
  summary: 'librdkafka does not know a key, and the client is not created',
  severity: 'error',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['rdkafka', 'confluent'],
  sources: [
    'librdkafka 2.15.1 CONFIGURATION.md',
    'librdkafka 2.15.1 src/rdkafka_conf.c ("No such configuration property")',
  ],
  *check({ scope }: Reader, { document }: RuleContext): Iterable<Report> {
    // A program may read settings of its own from a file before it hands the rest on.
    const isFile = document.family === 'settings';
    for (const entry of allGivenTo(scope)) {
      const { writtenKey } = entry;
      if (
        writtenKey === REMOVED ||
        writtenKey.startsWith('kafkaJS.') ||
        settingOf(scope, writtenKey) ||
        isOfBlock(writtenKey)
      )
        continue;
      if (writtenKey === BLOCK) {
        yield { span: entry.keySpan, message: NOT_HERE };
        continue;
      }
      const meant = meantBy(writtenKey);
      if (isFile && !meant) continue;
      yield {
        ...(isFile && { severity: 'warning' as const }),
        span: entry.keySpan,
        message: messageFor(writtenKey, meant, scope.package === 'confluent-kafka'),
        fixes: fixesFor(scope, entry, meant),
      };
    }
  },
};

/** Releases before 1.0 had it. */
const REMOVED = 'metadata.request.timeout.ms';

const BLOCK = 'kafkaJS';
const NOT_HERE =
  'This class hands the kafkaJS block to librdkafka, which has no such property: the client cannot be made. The classes of `KafkaJS` accept it.';

/** An option in the manner of KafkaJS, whose place is the finding of another rule. */
function isOfBlock(key: string): boolean {
  return ['Kafka', 'producer', 'consumer'].some((call) => clientOption('kafkajs', call, key));
}

/** Keys of Kafka's own clients whose purpose librdkafka has under another name. */
const OTHER_NAMES: Readonly<Record<string, string>> = tableOf({
  'buffer.memory': 'queue.buffering.max.kbytes',
  'max.request.size': 'message.max.bytes',
  'partitioner.class': 'partitioner',
  'fetch.max.wait.ms': 'fetch.wait.max.ms',
  'send.buffer.bytes': 'socket.send.buffer.bytes',
  'receive.buffer.bytes': 'socket.receive.buffer.bytes',
  'ssl.truststore.location': 'ssl.ca.location',
});

interface Meant {
  readonly key: string;
  /** The other key takes the same values. */
  readonly same: boolean;
}

function meantBy(key: string): Meant | undefined {
  const other = Object.hasOwn(OTHER_NAMES, key) ? OTHER_NAMES[key] : undefined;
  if (other) return { key: other, same: ['fetch.wait.max.ms', 'message.max.bytes'].includes(other) };
  const close = nearest(key, librdkafkaKeys('both', 'confluent'));
  return close ? { key: close, same: true } : undefined;
}

function messageFor(key: string, meant: Meant | undefined, fromPython: boolean): string {
  const start = `librdkafka has no ${key}: the client cannot be made ("No such configuration property").`;
  const isJava = rolesOf(key).length > 0;
  const taker = /^(?:key|value)\.serializer$/.test(key) ? 'SerializingProducer' : 'DeserializingConsumer';
  if (fromPython && /^(?:key|value)\.(?:de)?serializer$/.test(key)) return `${start} ${taker} accepts it.`;
  const what = isJava ? ` It is a key of Kafka's own clients${meant ? `; the nearest here is ${meant.key}` : ''}.` : '';
  return `${start}${what || (meant ? ` Did you mean ${meant.key}?` : '')}`;
}

function fixesFor(scope: Scope, entry: Entry, meant: Meant | undefined): Fix[] {
  const removal = removeEntry(entry);
  if (!meant?.same) return [removal];
  const edits = [{ kind: 'rename' as const, entry, scope, key: meant.key }];
  return [{ title: `Rename to ${meant.key}`, safe: false, edits }, removal];
}
