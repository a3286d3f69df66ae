import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { setOption } from './support/fixes';
import { callsOf, type Run, runsOf } from './support/handlers';
import { numberIn, optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/commit-frequency',
  summary: 'Offsets are committed for each record, or never',
  severity: 'warning',
  roles: ['consumer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/consumer/runner.js (autoCommitOffsets after each batch)',
    'kafkajs 2.2.4 src/consumer/offsetManager/index.js (autoCommitInterval, autoCommitThreshold)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    for (const { method, options } of scope.calls) {
      if (method !== 'run') continue;
      yield* tooOften(scope, options);
    }
    for (const run of runsOf(scope)) {
      yield* perRecord(run);
      yield* never(run, scope);
    }
  },
};

const FEW_RECORDS = 10;
const SHORT = 1000;

function* tooOften(scope: Scope, options: Scope['calls'][number]['options']): Iterable<Report> {
  const threshold = optionIn(options, 'autoCommitThreshold');
  const records = numberIn(options, 'autoCommitThreshold');
  if (threshold && records !== undefined && records < FEW_RECORDS) {
    const message = `autoCommitThreshold: ${records} makes KafkaJS wait for a commit after every ${records === 1 ? 'record' : `${records} records`}: a round trip to the broker each time. Without it KafkaJS commits after each batch.`;
    const fixes = [removeEntry(threshold), setOption(scope, threshold, '1000')];
    yield { span: threshold.span, message, fixes };
  }
  const interval = optionIn(options, 'autoCommitInterval');
  const time = numberIn(options, 'autoCommitInterval');
  if (interval && time !== undefined && time < SHORT) {
    const message = `autoCommitInterval: ${time} commits up to ${time > 0 ? `${Math.round(1000 / time)} times a second` : 'once for each record'} in the midst of a batch, a round trip to the broker each time. Without it KafkaJS commits after each batch.`;
    yield { span: interval.span, message, fixes: [removeEntry(interval), setOption(scope, interval, '5000')] };
  }
}

/** A commit that is awaited for each record, whatever else happens. */
function* perRecord({ handler }: Run): Iterable<Report> {
  for (const call of callsOf(handler, 'commitOffsets')) {
    if (!call.perMessage || call.conditional || !call.awaited) continue;
    const message =
      'Each record is committed, which takes a round trip to the broker each time. Commit once per batch, or every thousand records.';
    yield { span: call.span, message };
  }
}

function* never({ call, handler }: Run, scope: Scope): Iterable<Report> {
  const entry = optionIn(call.options, 'autoCommit');
  if (entry?.value.kind !== 'literal' || entry.value.text !== 'false') return;
  const commits = handler.calls.some(({ name }) => /commit|sendOffsets/i.test(name));
  // The handler may hand the message on to code that commits.
  const isElsewhere = scope.calls.some(({ method }) => method === 'commitOffsets') || handler.calls.length === 0;
  if (handsOn(handler)) return;
  const seeks = scope.calls.some(({ method }) => method === 'seek');
  if (commits || isElsewhere || seeks) return;
  const message =
    'autoCommit is false and nothing here commits: after a restart the group reads the same records again. Call commitOffsets() after the work.';
  yield { span: entry.span, message, severity: 'information' };
}

/** Whoever gets the topic or the whole payload can commit by other means. */
function handsOn({ parameterText, bodyText }: Run['handler']): boolean {
  if (parameterText === undefined) return false;
  const isPattern = parameterText.startsWith('{');
  return !isPattern || /\b(?:topic|partition|batch)\b(?!\s*\.\s*messages)/.test(bodyText);
}
