import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'kafkajs/subscribe-while-running',
  summary: 'A consumer subscribes after run(), which throws',
  severity: 'error',
  roles: ['consumer'],
  clients: ['kafkajs'],
  sources: ['kafkajs 2.2.4 src/consumer/index.js ("Cannot subscribe to topic while consumer is running")'],
  *check({ scope: { calls } }: Reader): Iterable<Report> {
    const runs = calls.filter(({ method }) => method === 'run');
    const stops = calls.filter(({ method }) => method === 'stop' || method === 'disconnect');
    for (const subscribe of calls.filter(({ method }) => method === 'subscribe')) {
      const run = runs.find((one) => isBefore(one, subscribe));
      if (!run || stops.some((stop) => isBefore(stop, subscribe))) continue;
      const message =
        'subscribe() after run() throws "Cannot subscribe to topic while consumer is running". Subscribe to all topics first, and run once.';
      yield { span: subscribe.methodSpan, message };
    }
  },
};

/** Both run one after the other, each time that their function does. */
function isBefore(first: Call, then: Call): boolean {
  if (first.enclosing?.span.start !== then.enclosing?.span.start || !first.unconditional || !then.unconditional)
    return false;
  return first.outcome === 'awaited' && first.span.end <= then.span.start && !first.loop && !then.loop;
}
