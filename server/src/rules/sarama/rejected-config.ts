import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { addOrSet, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { shownSetting } from '../support/naming';

export const rule: ScopeRule = {
  id: 'sarama/rejected-config',
  summary: 'sarama rejects the configuration, and makes no client',
  severity: 'error',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['sarama'],
  sources: ['sarama 1.61.1 config.go (Validate)', 'sarama 1.61.1 sync_producer.go (verifyProducerConfig)'],
  *check(reader: Reader): Iterable<Report> {
    const { scope } = reader;
    for (const entry of scope.entries) {
      const least = LEAST[entry.writtenKey];
      const value = numberOf(entry);
      if (least === undefined || value === undefined || value >= least) continue;
      const message = `${shownSetting(entry)} is rejected: sarama wants at least ${least}, and makes no client.`;
      yield { span: entry.span, message };
    }
    yield* returns(reader);
    yield* idempotence(reader);
    yield* heartbeats(scope);
  },
};

/** The least that Validate accepts, in milliseconds where it is a duration. */
const LEAST: Readonly<Record<string, number>> = tableOf({
  'Net.MaxOpenRequests': 1,
  'Producer.MaxMessageBytes': 1,
  'Producer.Flush.Bytes': 0,
  'Producer.Flush.Messages': 0,
  'Producer.Flush.MaxMessages': 0,
  'Producer.Retry.Max': 0,
  'Metadata.Retry.Max': 0,
  'Consumer.Fetch.Min': 1,
  'Consumer.Fetch.Default': 1,
  'Consumer.Fetch.Max': 0,
  'Consumer.Fetch.MaxBytes': 1,
  'Consumer.MaxWaitTime': 1,
  'Consumer.Offsets.Retry.Max': 0,
  'Consumer.Group.Heartbeat.Interval': 1,
  ChannelBufferSize: 0,
});

/** SyncProducer reads what both channels give. */
function* returns(reader: Reader): Iterable<Report> {
  const { scope } = reader;
  const { creation, completeness } = scope;
  if (!creation || !/^NewSyncProducer/.test(creation.method) || completeness === 'fragment') return;
  const [successes, errors] = [written(scope, 'Producer.Return.Successes'), written(scope, 'Producer.Return.Errors')];
  if (!successes) {
    const message = 'NewSyncProducer fails: Producer.Return.Successes must be true, and its default is false.';
    const edits = [
      { kind: 'add' as const, scope, key: 'Producer.Return.Successes', value: 'true', expression: true as const },
    ];
    yield {
      span: creation.methodSpan,
      message,
      fixes: [{ title: 'Set Producer.Return.Successes to true', safe: true, edits }],
    };
  }
  for (const entry of [successes, errors]) {
    if (!entry || !says(entry, 'false')) continue;
    const message = `NewSyncProducer fails with ${shownSetting(entry)}: it must be true.`;
    yield { span: entry.span, message, fixes: [setEntry(entry, 'true', { safe: true })] };
  }
}

function* idempotence(reader: Reader): Iterable<Report> {
  const { scope } = reader;
  const idempotent = reader.entry('enable.idempotence');
  const isOn = idempotent !== undefined && says(idempotent, 'true');
  const id = written(scope, 'Producer.Transaction.ID');
  if (!isOn || !idempotent) {
    const isOff = idempotent ? says(idempotent, 'false') : scope.completeness === 'complete';
    if (id && isOff && id.value.kind === 'literal' && id.value.text !== '') {
      yield {
        span: id.span,
        message: 'Producer.Transaction.ID is rejected without Producer.Idempotent: sarama makes no client.',
      };
    }
    return;
  }
  for (const { key, option, isRight, wanted } of NEEDS) {
    const value = reader.string(key) ?? reader.number(key);
    if (value === undefined || isRight(String(value))) continue;
    const entry = reader.entry(key);
    const message = `Producer.Idempotent is rejected unless ${option} is ${wanted}: sarama makes no client.`;
    yield {
      span: (entry ?? idempotent).span,
      message,
      fixes: [addOrSet(reader, key, wanted === 'sarama.WaitForAll' ? 'all' : '1')],
    };
  }
}

const NEEDS = [
  {
    key: 'acks',
    option: 'Producer.RequiredAcks',
    isRight: (value: string) => value === 'all' || value === '-1',
    wanted: 'sarama.WaitForAll',
  },
  {
    key: 'max.in.flight.requests.per.connection',
    option: 'Net.MaxOpenRequests',
    isRight: (value: string) => value === '1',
    wanted: '1',
  },
  { key: 'retries', option: 'Producer.Retry.Max', isRight: (value: string) => value !== '0', wanted: '1 or more' },
] as const;

const DEFAULT_SESSION = 10_000;
const DEFAULT_HEARTBEAT = 3000;

function* heartbeats(scope: Scope): Iterable<Report> {
  const session = written(scope, 'Consumer.Group.Session.Timeout');
  const heartbeat = written(scope, 'Consumer.Group.Heartbeat.Interval');
  const isWhole = scope.completeness === 'complete';
  const sessionTime = session ? numberOf(session) : isWhole ? DEFAULT_SESSION : undefined;
  const interval = heartbeat ? numberOf(heartbeat) : isWhole ? DEFAULT_HEARTBEAT : undefined;
  const marked = heartbeat ?? session;
  if (!marked || sessionTime === undefined || interval === undefined || interval < sessionTime) return;
  const message = `The heartbeat interval (${interval} ms) must be less than the session timeout (${sessionTime} ms): sarama makes no client.`;
  yield { span: marked.span, message };
}

function written({ entries }: Scope, key: string): Entry | undefined {
  return entries.find((entry) => entry.writtenKey === key && !entry.overriddenBy);
}

function says({ value }: Entry, text: string): boolean {
  return value.kind === 'literal' && !value.fallback && value.text === text;
}

function numberOf({ value, overriddenBy }: Entry): number | undefined {
  const isNumber = value.kind === 'literal' && !value.fallback && !overriddenBy && /^-?[\d.]+$/.test(value.text);
  return isNumber ? Number(value.text) : undefined;
}
