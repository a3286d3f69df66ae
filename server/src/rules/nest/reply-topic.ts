import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'nest/reply-topic',
  summary: "send() of NestJS's Kafka client has no reply topic that the client subscribes to",
  severity: 'warning',
  roles: ['producer'],
  clients: ['nest'],
  sources: [
    '@nestjs/microservices 12.1.1 client/client-kafka.js (getReplyTopicPartition throws InvalidKafkaClientTopicException)',
  ],
  *check({ scope: { calls } }: Reader): Iterable<Report> {
    const subscriptions = calls.filter(({ method }) => method === 'subscribeToResponseOf');
    // A class that subscribes to nothing may share a client with one that does.
    if (subscriptions.length === 0 || subscriptions.some(({ argumentText }) => argumentText === undefined)) return;
    const topics = new Set(subscriptions.map(({ argumentText }) => argumentText));
    for (const { method, methodSpan, argumentText } of calls) {
      if (method !== 'send' || argumentText === undefined || topics.has(argumentText)) continue;
      const message = `send() to '${argumentText}' fails without subscribeToResponseOf('${argumentText}') before connect(): NestJS has no reply topic for it.`;
      yield { span: methodSpan, message };
    }
  },
};
