import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { allRunsOf } from './support/handlers';
import { commitsItself } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/unawaited-work',
  summary: 'A handler starts work and does not wait for it',
  severity: 'warning',
  roles: ['consumer'],
  clients: ['kafkajs', 'confluent'],
  sources: ['kafkajs 2.2.4 src/consumer/runner.js (a record is processed when the promise of its handler resolves)'],
  *check(reader: Reader): Iterable<Report> {
    const { scope } = reader;
    if (commitsItself(scope)) return;
    for (const { call, handler } of allRunsOf(scope)) {
      // A send() has a finding of its own.
      const started = handler.calls.find(({ adrift, name }) => adrift && !/^send(?:Batch)?$|^heartbeat$/.test(name));
      if (!started || commitsItself(call.options)) continue;
      const severity = inEnvironment(reader, 'warning');
      const name = started.through === undefined ? `${started.name}()` : `${started.name}() in ${started.through}()`;
      yield { span: started.nameSpan, message: started.name === 'forEach' ? EACH : messageFor(name), severity };
    }
  },
};

const EACH =
  'forEach() does not wait for its async callback: records are committed before their work is done, and lost when it fails. Use `for (... of ...)` with await.';

const messageFor = (name: string): string =>
  `The handler does not wait for ${name}: the record is committed before the work is done, and lost when it fails. Await it.`;
