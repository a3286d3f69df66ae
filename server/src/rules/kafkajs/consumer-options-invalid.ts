import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { setOption } from './support/fixes';
import { numberIn, optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/consumer-options-invalid',
  summary: 'consumer() gets options that make it throw or leave its group',
  severity: 'error',
  roles: ['consumer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/consumer/index.js (groupId, heartbeatInterval against sessionTimeout, partitionAssigners)',
    'Kafka broker: group.min.session.timeout.ms is 6000 by default',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    yield* groupId(scope);
    yield* heartbeat(scope);
    yield* assigners(scope);
    yield* shortSession(scope);
    yield* shortRebalance(scope);
  },
};

/** What consumer() has when nothing is said, from src/consumer/index.js. */
const DEFAULTS = { sessionTimeout: 30_000, heartbeatInterval: 3000 };
/** The default of the broker's group.min.session.timeout.ms. */
const MIN_SESSION = 6000;

function* groupId(scope: Scope): Iterable<Report> {
  const entry = optionIn(scope, 'groupId');
  const isEmpty = entry?.value.kind === 'literal' && entry.value.form === 'string' && entry.value.text === '';
  const message = 'Consumer groupId must be a non-empty string: KafkaJS throws, as consumer() does without one.';
  if (entry && isEmpty) yield { span: entry.span, message };
  const isMissing = !entry && scope.completeness === 'complete' && scope.creation !== undefined;
  if (isMissing) yield { span: scope.creation.methodSpan, message: `groupId is missing. ${message}` };
}

function* heartbeat(scope: Scope): Iterable<Report> {
  const session = value(scope, 'sessionTimeout');
  const interval = value(scope, 'heartbeatInterval');
  const entry = optionIn(scope, 'heartbeatInterval') ?? optionIn(scope, 'sessionTimeout');
  if (!entry || session === undefined || interval === undefined) return;
  const fixes = optionIn(scope, 'heartbeatInterval')
    ? [setOption(scope, entry, String(Math.max(1, Math.floor(session / 3))), { safe: true })]
    : [setOption(scope, entry, String(interval * 10), { safe: true })];
  if (interval >= session) {
    const message = `heartbeatInterval (${interval} ms) must be lower than sessionTimeout (${session} ms): KafkaJS throws, and the consumer is never made.`;
    yield { span: entry.span, message, fixes };
  } else if (interval * 3 > session) {
    const message = `heartbeatInterval (${interval} ms) is more than a third of sessionTimeout (${session} ms), so that one or two late heartbeats cost the consumer its partitions.`;
    yield { span: entry.span, message, severity: 'warning', fixes };
  }
}

function value(scope: Scope, name: keyof typeof DEFAULTS): number | undefined {
  if (optionIn(scope, name)) return numberIn(scope, name);
  return scope.completeness === 'complete' ? DEFAULTS[name] : undefined;
}

/** KafkaJS calls each assigner, and has no names for them. */
function* assigners(scope: Scope): Iterable<Report> {
  const entry = optionIn(scope, 'partitionAssigners');
  if (!entry || !isListOfTexts(entry)) return;
  const message =
    'partitionAssigners must be functions: KafkaJS throws "createAssigner is not a function". Round robin is its only assigner and the default, so leave the option out.';
  yield { span: entry.span, message, fixes: [removeEntry(entry, undefined, { safe: true })] };
}

function isListOfTexts({ value: given }: Entry): boolean {
  return given.kind === 'literal' && (given.form === 'string' || (given.form === 'list' && given.text !== ''));
}

/** Members learn of a rebalance by their next heartbeat. */
function* shortRebalance(scope: Scope): Iterable<Report> {
  const entry = optionIn(scope, 'rebalanceTimeout');
  const timeout = numberIn(scope, 'rebalanceTimeout');
  const interval = value(scope, 'heartbeatInterval');
  if (!entry || timeout === undefined || interval === undefined || timeout > interval) return;
  const message = `rebalanceTimeout (${timeout} ms) is over before the next heartbeat (${interval} ms): a member that learns of a rebalance by that is dropped from the group.`;
  yield { span: entry.span, message, severity: 'warning', fixes: [removeEntry(entry)] };
}

function* shortSession(scope: Scope): Iterable<Report> {
  const entry = optionIn(scope, 'sessionTimeout');
  const session = numberIn(scope, 'sessionTimeout');
  if (!entry || session === undefined || session >= MIN_SESSION) return;
  const message = `A sessionTimeout of ${session} ms is below the ${MIN_SESSION} ms that brokers accept by default: joining fails with INVALID_SESSION_TIMEOUT (group.min.session.timeout.ms).`;
  yield {
    span: entry.span,
    message,
    severity: 'warning',
    fixes: [setOption(scope, entry, String(MIN_SESSION), { safe: true })],
  };
}
