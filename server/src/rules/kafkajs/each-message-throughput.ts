import type { Reader } from '../../catalogue/reader';
import type { Fix, Report } from '../../model/finding';
import type { RuleContext, ScopeRule } from '../rule';
import { eachBatchFix } from './support/eachBatch';
import { addOption } from './support/fixes';
import { type Run, runsOf, workOf } from './support/handlers';
import { optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/each-message-throughput',
  summary: 'Records are handled one after another, with a wait in each',
  severity: 'hint',
  roles: ['consumer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/consumer/index.js (partitionsConsumedConcurrently defaults to 1)',
    'kafkajs 2.2.4 src/consumer/runner.js (processEachMessage awaits the handler for each message)',
  ],
  *check({ scope }: Reader, { document: { text }, profile }: RuleContext): Iterable<Report> {
    for (const run of runsOf(scope)) {
      const { call, handler } = run;
      const [first] = workOf(handler);
      if (!first || optionIn(call.options, 'partitionsConsumedConcurrently')) continue;
      if (call.options.completeness === 'fragment' || isParallel(run)) continue;
      const message = `\`${first.name}()\` is awaited per record and partitions take turns: 1 ms each is under 1,000 records/s. Set partitionsConsumedConcurrently or write whole batches.`;
      const severity = profile === 'throughput' ? 'information' : 'hint';
      const span = call.options.entries.find(({ writtenKey }) => writtenKey === handler.kind)?.keySpan;
      yield { span: span ?? call.methodSpan, message, severity, fixes: fixesFor(run, text, scope) };
    }
  },
};

/** The handler works on several records at once by itself. */
function isParallel({ handler }: Run): boolean {
  return /\bPromise\s*\.\s*all(?:Settled)?\b|\bp-?(?:map|limit|queue)\b/i.test(handler.bodyText);
}

function fixesFor({ call, handler }: Run, text: string, scope: Reader['scope']): Fix[] {
  const concurrent = addOption(scope, call.options, 'partitionsConsumedConcurrently', '3');
  const batch = handler.kind === 'eachMessage' ? eachBatchFix(text, call, handler) : undefined;
  return batch ? [concurrent, batch] : [concurrent];
}
