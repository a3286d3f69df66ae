import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'nest/object-pattern',
  summary: "NestJS's Kafka client makes the name of a topic of an object, which Kafka rejects",
  severity: 'error',
  roles: ['producer'],
  clients: ['nest'],
  sources: [
    '@nestjs/microservices 12.1.1 client/client-kafka.js (the normalized pattern is the topic)',
    '@nestjs/microservices 12.1.1 utils/transform-pattern.utils.js (an object becomes JSON)',
    'org.apache.kafka.common.internals.Topic.validate',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    for (const { method, methodSpan, argument, options } of scope.calls) {
      if (!SENDING.has(method) || argument !== undefined || options.entries.length === 0) continue;
      const shown = options.entries
        .filter(({ writtenKey }) => !writtenKey.includes('.'))
        .map(({ writtenKey, value }) => `"${writtenKey}":${value.kind === 'literal' ? `"${value.text}"` : '…'}`);
      const message = `${method}() fails: NestJS takes {${shown.join(',')}} for the topic, and Kafka's topics have letters, digits, '.', '_' and '-' only.`;
      yield { span: methodSpan, message };
    }
  },
};

const SENDING: ReadonlySet<string> = new Set(['send', 'emit', 'emitBatch', 'subscribeToResponseOf']);
