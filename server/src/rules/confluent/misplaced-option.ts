import { callOptions, clientOption } from '../../catalogue/clients';
import { librdkafkaKey } from '../../catalogue/clients/librdkafka';
import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { sliceSpan } from '../../model/span';
import type { RuleContext, ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'confluent/misplaced-option',
  summary: "Confluent's client throws on an option that stands in the wrong place",
  severity: 'error',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['confluent'],
  sources: [
    '@confluentinc/kafka-javascript 1.10.1 lib/kafkajs/_kafka.js and _common.js (checkIfKafkaJsKeysPresent, checkAllowedKeys)',
    '@confluentinc/kafka-javascript 1.10.1 lib/kafkajs/_producer.js, _consumer.js (options of send, subscribe and run)',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    for (const entry of scope.entries) yield* judge(scope, entry, text);
    for (const call of scope.calls) yield* judgeCall(scope, call, text);
  },
};

const BLOCK = 'kafkaJS';
/** Options that KafkaJS has in a call and that this client wants when the producer or consumer is made. */
const MOVED: Readonly<Record<string, readonly string[]>> = {
  send: ['acks', 'compression', 'timeout'],
  sendBatch: ['acks', 'compression', 'timeout'],
  subscribe: ['fromBeginning'],
  run: ['autoCommit', 'autoCommitInterval', 'autoCommitThreshold'],
};

function methodOf({ role }: Scope): string {
  return role === 'client' ? 'Kafka' : role;
}

function* judge(scope: Scope, entry: Entry, text: string): Iterable<Report> {
  const { writtenKey: key } = entry;
  const method = methodOf(scope);
  if (callOptions('confluent', method).length === 0 || entry.overriddenBy) return;
  if (key.startsWith(`${BLOCK}.`)) {
    const [, name = '', ...inner] = key.split('.');
    if (inner.length > 0 || clientOption('confluent', method, key)) return;
    yield {
      span: entry.keySpan,
      message: `This client does not support the property '${name}' of KafkaJS in ${method}: it throws.`,
    };
  } else if (!key.includes('.') && key !== BLOCK && !librdkafkaKey(key, 'confluent')) {
    const belongs = clientOption('confluent', method, `${BLOCK}.${key}`) !== undefined;
    const message = belongs
      ? `\`${key}\` must be in the kafkaJS block: this client throws "The '${key}' property seems to be a KafkaJS property in the main config block".`
      : `Neither KafkaJS nor librdkafka has a property '${key}': connecting fails with "No such configuration property".`;
    yield { span: entry.keySpan, message, fixes: belongs ? moveTo(scope, scope, entry, text) : [] };
  }
}

function* judgeCall(scope: Scope, { method, options }: Call, text: string): Iterable<Report> {
  const moved = Object.hasOwn(MOVED, method) ? MOVED[method] : undefined;
  for (const entry of options.entries) {
    if (!moved?.includes(entry.writtenKey)) continue;
    const message = `This client throws on \`${entry.writtenKey}\` in ${method}(): it wants it in the kafkaJS block of ${scope.role}(), when the ${scope.role} is made.`;
    const fixes = entry.writtenKey === 'autoCommitThreshold' ? [] : moveTo(scope, scope, entry, text);
    yield { span: entry.keySpan, message, fixes };
  }
}

function moveTo(
  scope: Scope,
  options: Pick<Scope, 'span' | 'entries' | 'completeness'>,
  entry: Entry,
  text: string,
): Fix[] {
  const value = sliceSpan(text, entry.value.span);
  const key = `${BLOCK}.${entry.writtenKey}`;
  if (entry.value.kind === 'absent' || scope.completeness === 'fragment') return [];
  return [
    {
      title: `Move ${entry.writtenKey} into the kafkaJS block`,
      safe: false,
      edits: [
        { kind: 'remove', entry },
        { kind: 'add', scope, options, key, value, expression: true },
      ],
    },
  ];
}
