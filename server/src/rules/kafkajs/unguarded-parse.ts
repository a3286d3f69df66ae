import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { allRunsOf } from './support/handlers';

export const rule: ScopeRule = {
  id: 'kafkajs/unguarded-parse',
  summary: 'One record that is not JSON stops the consumer for good',
  severity: 'warning',
  roles: ['consumer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/retry/index.js (a SyntaxError is not retriable)',
    'kafkajs 2.2.4 src/consumer/index.js (onCrash: only retriable errors restart the consumer)',
  ],
  *check(reader: Reader): Iterable<Report> {
    for (const { handler } of allRunsOf(reader.scope)) {
      const parse = handler.calls.find(
        ({ name, object, guarded }) => object === 'JSON' && name === 'parse' && !guarded,
      );
      if (!parse) continue;
      const subject =
        parse.through === undefined
          ? 'A record that is not JSON'
          : `A record that is not JSON (${parse.through}() parses it)`;
      const message = `${subject} stops this consumer for good: KafkaJS neither retries nor restarts after a SyntaxError. Catch it, and log or dead-letter the record.`;
      yield { span: parse.span, message, severity: inEnvironment(reader, 'warning') };
    }
  },
};
