import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { addOrSet, removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { shownSetting } from '../support/naming';

export const rule: ScopeRule = {
  id: 'python/rejected-value',
  summary: 'kafka-python or aiokafka rejects a value, alone or with another one',
  severity: 'error',
  roles: ['producer', 'consumer'],
  clients: ['kafka-python', 'aiokafka'],
  sources: [
    'kafka-python 3.0.12 kafka/producer/kafka.py, kafka/consumer/group.py',
    'aiokafka 0.14.0 aiokafka/producer/producer.py, aiokafka/consumer/consumer.py',
  ],
  *check(reader: Reader): Iterable<Report> {
    const { scope } = reader;
    for (const entry of scope.entries) {
      const wanted = rejected(entry, scope.client);
      if (wanted) yield { span: entry.span, message: `${shownSetting(entry)} raises: ${wanted}.` };
    }
    yield* idempotence(reader);
    yield* timeouts(scope);
  },
};

const ACKS: ReadonlySet<string> = new Set(['0', '1', '-1', 'all']);
const CODECS: ReadonlySet<string> = new Set(['gzip', 'snappy', 'lz4', 'zstd', 'none']);

function rejected({ writtenKey, value, overriddenBy }: Entry, client: Scope['client']): string | undefined {
  if (value.kind !== 'literal' || value.fallback || overriddenBy || value.form === 'null') return undefined;
  // kafka-python looks at it only when it sends.
  if (writtenKey === 'acks' && client === 'aiokafka') {
    const isRight = value.form === 'string' ? value.text === 'all' : ACKS.has(value.text);
    return isRight ? undefined : "it takes 0, 1, -1 or 'all'";
  }
  // The word for no compression is None.
  const isCodec = value.form === 'enum' || (CODECS.has(value.text) && value.text !== 'none');
  if (writtenKey === 'compression_type' && !isCodec) return "it takes 'gzip', 'snappy', 'lz4', 'zstd' or None";
  return undefined;
}

function* idempotence(reader: Reader): Iterable<Report> {
  const idempotence = reader.setBoolean('enable.idempotence');
  const acks = reader.setString('acks');
  if (!idempotence?.value || !acks || acks.value === 'all' || acks.value === '-1') return;
  const message = `${shownSetting(acks.entry)} raises with enable_idempotence=True, which needs acks='all'.`;
  yield { span: acks.entry.span, message, fixes: [addOrSet(reader, 'acks', 'all'), removeEntry(idempotence.entry)] };
}

/** kafka-python wants them in this order, each less than the next. */
function* timeouts({ client, role, entries, completeness, defaults }: Scope): Iterable<Report> {
  if (client !== 'kafka-python' || role !== 'consumer') return;
  const given = ORDER.map(({ key, name }) => {
    const entry = entries.find((one) => one.key === key && !one.overriddenBy);
    const text = entry ? literal(entry) : completeness === 'complete' ? defaults?.get(key) : undefined;
    return { name, entry, value: text === undefined ? Number.NaN : Number(text) };
  });
  for (const [index, lower] of given.entries()) {
    const upper = given[index + 1];
    const marked = lower.entry ?? upper?.entry;
    if (!upper || !marked || !(lower.value >= upper.value)) continue;
    const message = `${lower.name} (${lower.value}) must be less than ${upper.name} (${upper.value}): making this consumer raises.`;
    yield { span: marked.span, message };
  }
}

const ORDER = [
  { key: 'fetch.max.wait.ms', name: 'fetch_max_wait_ms' },
  { key: 'request.timeout.ms', name: 'request_timeout_ms' },
  { key: 'connections.max.idle.ms', name: 'connections_max_idle_ms' },
] as const;

function literal({ value }: Entry): string | undefined {
  return value.kind === 'literal' && !value.fallback ? value.text : undefined;
}
