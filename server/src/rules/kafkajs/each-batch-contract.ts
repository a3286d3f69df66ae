import type { Reader } from '../../catalogue/reader';
import type { Fix, Report } from '../../model/finding';
import { sliceSpan } from '../../model/span';
import type { RuleContext, ScopeRule } from '../rule';
import { setOption } from './support/fixes';
import { callsOf, mayUse, type Run, runsOf, workOf } from './support/handlers';
import { optionIn } from './support/options';
import { indentationAt } from './support/source';
import { replaceFix } from './support/texts';

export const rule: ScopeRule = {
  id: 'kafkajs/each-batch-contract',
  summary: 'An eachBatch handler does not do what KafkaJS leaves to it',
  severity: 'warning',
  roles: ['consumer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/consumer/runner.js (processEachBatch, eachBatchAutoResolve, heartbeat)',
    'kafkajs 2.2.4 types/index.d.ts (resolveOffset(offset): void)',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    for (const run of runsOf(scope)) {
      if (run.handler.kind !== 'eachBatch') continue;
      yield* neverResolved(run, scope);
      yield* resolvedTooMuch(run, scope);
      yield* awaitedResolve(run, text);
      yield* noHeartbeat(run, text);
    }
  },
};

function isOff({ call }: Run): boolean {
  const { value } = optionIn(call.options, 'eachBatchAutoResolve') ?? {};
  return value?.kind === 'literal' && value.text === 'false';
}

function* neverResolved(run: Run, scope: Reader['scope']): Iterable<Report> {
  const entry = optionIn(run.call.options, 'eachBatchAutoResolve');
  if (!entry || !isOff(run) || mayUse(run.handler, 'resolveOffset')) return;
  const message =
    'This handler never calls resolveOffset(), which eachBatchAutoResolve: false requires: the same records come again and again.';
  yield { span: entry.span, message, fixes: [setOption(scope, entry, 'true')] };
}

/** Leaving the loop early is only safe when the rest is not taken for done. */
function* resolvedTooMuch(run: Run, scope: Reader['scope']): Iterable<Report> {
  const { call, handler } = run;
  const [stop] = callsOf(handler, 'isRunning', 'isStale');
  const entry = optionIn(call.options, 'eachBatchAutoResolve');
  const isOn = !entry || (entry.value.kind === 'literal' && entry.value.text === 'true');
  // Without automatic commits it does not matter what KafkaJS takes for processed: the code says what it commits.
  const { value } = optionIn(call.options, 'autoCommit') ?? {};
  if (value && !(value.kind === 'literal' && value.text === 'true')) return;
  if (!stop || !isOn || call.options.completeness === 'fragment') return;
  if (!/\b(?:break|return)\b/.test(handler.bodyText)) return;
  const message = `${stop.name}() ends the handler early, and the records that are left are skipped: KafkaJS marks the whole batch as processed unless eachBatchAutoResolve is false.`;
  const fixes = entry && mayUse(handler, 'resolveOffset') ? [setOption(scope, entry, 'false')] : [];
  yield { span: stop.span, message, fixes };
}

function* awaitedResolve({ handler }: Run, text: string): Iterable<Report> {
  for (const { span, awaited } of callsOf(handler, 'resolveOffset')) {
    if (!awaited) continue;
    const message =
      'resolveOffset() commits nothing and gives nothing to wait for: it marks the record as processed. KafkaJS commits after the batch, and commitOffsetsIfNecessary() does so before.';
    const before = /await\s+$/.exec(text.slice(0, span.start));
    const fixes: Fix[] = before ? [replaceFix('Remove await', { start: before.index, end: span.start }, '', true)] : [];
    yield { span, message, severity: 'information', fixes };
  }
}

function* noHeartbeat({ call, handler }: Run, text: string): Iterable<Report> {
  const { loop, parameter } = handler;
  const [work] = workOf(handler);
  if (!loop || !work || mayUse(handler, 'heartbeat')) return;
  const message = `\`${work.name}()\` is awaited for each record and nothing calls heartbeat(): a batch longer than sessionTimeout loses the partitions, and is handled again.`;
  const entry = optionIn(call.options, 'eachBatch');
  const span = entry?.keySpan ?? call.methodSpan;
  const isPlain = parameter !== undefined && /^\{[\w\s,]*\}$/.test(sliceSpan(text, parameter));
  if (!isPlain || text[loop.body.end - 1] !== '}' || loop.kind !== 'for-of') {
    yield { span, message };
    return;
  }
  const inside = sliceSpan(text, parameter).slice(1, -1).trim().replace(/,$/, '');
  const indentation = indentationAt(text, work.span.start);
  const end = loop.body.end - 1 - indentationAt(text, loop.body.end - 1).length;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const fix: Fix = {
    title: 'Call heartbeat() after each record',
    safe: false,
    edits: [
      { kind: 'text', span: parameter, newText: `{ ${inside}, heartbeat }` },
      { kind: 'text', span: { start: end, end }, newText: `${indentation}await heartbeat();${lineEnd}` },
    ],
  };
  yield { span, message, fixes: [fix] };
}
