import { clientOption } from '../../catalogue/clients';
import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { removeEntry } from '../fixes';
import { addition } from '../kafkajs/support/fixes';
import { methodOf } from '../kafkajs/support/options';
import type { RuleContext, ScopeRule } from '../rule';
import { unsupported, wrongKind } from './support/block';

export const rule: ScopeRule = {
  id: 'confluent/unsupported-option',
  summary: "Confluent's client throws for an option that KafkaJS accepts in this place",
  severity: 'error',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['confluent'],
  sources: [
    '@confluentinc/kafka-javascript 1.10.1 lib/kafkajs/_common.js (checkAllowedKeys, CompatibilityErrorMessages)',
    '@confluentinc/kafka-javascript 1.10.1 lib/kafkajs/_producer.js, _consumer.js (send, subscribe, run)',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    yield* besideTheBlock(scope, text);
    yield* inTheBlock(scope);
    for (const call of scope.calls) yield* inCall(scope, call, text);
  },
};

const BLOCK = 'kafkaJS.';

/** Options in the manner of KafkaJS, with only librdkafka's own keys allowed where they stand. */
function* besideTheBlock(scope: Scope, text: string): Iterable<Report> {
  const method = methodOf(scope);
  for (const entry of scope.entries) {
    const { writtenKey } = entry;
    const isOfBlock = clientOption('confluent', method, BLOCK + writtenKey) ?? unsupported(writtenKey);
    if (writtenKey.includes('.') || !isOfBlock || clientOption('confluent', method, writtenKey)) continue;
    const message = `Confluent's client throws for \`${writtenKey}\` here: beside the kafkaJS block it accepts only librdkafka's keys.`;
    const isKnown = clientOption('confluent', method, BLOCK + writtenKey) !== undefined;
    yield { span: entry.keySpan, message, fixes: isKnown ? moves(scope, entry, text, 'the kafkaJS block') : [] };
  }
}

function* inTheBlock(scope: Scope): Iterable<Report> {
  const method = methodOf(scope);
  for (const entry of scope.entries) {
    if (!entry.writtenKey.startsWith(BLOCK) || entry.overriddenBy) continue;
    const name = entry.writtenKey.slice(BLOCK.length);
    const why = unsupported(name) ?? wrongKind(name, entry.value);
    if (why) {
      yield { span: entry.keySpan, message: `Confluent's client throws for \`${name}\`: ${why}.` };
    } else if (!name.includes('.') && !clientOption('confluent', method, entry.writtenKey)) {
      const message = `Confluent's client throws for \`${name}\`: the kafkaJS block of ${shown(method)} has no such option.`;
      yield { span: entry.keySpan, message, fixes: [removeEntry(entry)] };
    }
  }
}

/** What KafkaJS takes in a call and Confluent's client when the producer or consumer is made. */
const OF_CREATION: Readonly<Record<string, readonly string[]>> = tableOf({
  send: ['acks', 'timeout', 'compression'],
  sendBatch: ['acks', 'timeout', 'compression'],
  subscribe: ['fromBeginning'],
  run: ['autoCommit', 'autoCommitInterval', 'autoCommitThreshold'],
  sendOffsets: ['consumerGroupId'],
});

function* inCall(scope: Scope, { method, options }: Call, text: string): Iterable<Report> {
  const names = Object.hasOwn(OF_CREATION, method) ? (OF_CREATION[method] ?? []) : [];
  for (const entry of options.entries) {
    if (!names.includes(entry.writtenKey) || entry.overriddenBy) continue;
    const isKnown = clientOption('confluent', scope.role, BLOCK + entry.writtenKey) !== undefined;
    const other = method === 'sendOffsets' ? 'it needs the `consumer` itself' : 'it has no such option anywhere';
    const place = isKnown ? `it is an option of ${scope.role}({ kafkaJS })` : other;
    const message = `${method}() of Confluent's client throws for \`${entry.writtenKey}\`: ${place}.`;
    const fixes = isKnown && scope.creation ? moves(scope, entry, text, `${scope.role}()`) : [];
    yield { span: entry.keySpan, message, fixes: [...fixes, removeEntry(entry)] };
  }
}

const shown = (method: string): string => (method === 'Kafka' ? 'new Kafka()' : `${method}()`);

function moves(scope: Scope, entry: Entry, text: string, where: string): Fix[] {
  const key = BLOCK + entry.writtenKey;
  const source = text.slice(entry.value.span.start, entry.value.span.end);
  if (source === '' || scope.entries.some(({ writtenKey }) => writtenKey === key)) return [];
  const edits = [{ kind: 'remove' as const, entry }, addition(scope, scope, key, source)];
  return [{ title: `Move ${entry.writtenKey} to ${where}`, safe: false, edits }];
}
