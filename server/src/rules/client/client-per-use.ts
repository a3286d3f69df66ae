import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'client/client-per-use',
  summary: 'A client is created for each request or record',
  severity: 'warning',
  roles: ['producer', 'admin'],
  clients: ['java'],
  sources: [
    'org.apache.kafka.clients.producer.KafkaProducer (thread safe; sharing a single instance across threads will generally be faster than having multiple instances)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const { creation, role } = scope;
    const often = creation && howOften(creation);
    // What is kept is one for each of something, such as each cluster.
    if (!creation || !often || scope.shared || scope.environment === 'development') return;
    const what = role === 'producer' ? 'a producer' : 'an admin client';
    const cost = role === 'producer' ? 'connections, a thread and 32 MiB of buffers' : 'connections and a thread';
    const message = `${often} creates ${what}: new ${cost} each time. Create one for the process and share it: it is thread-safe.`;
    yield { span: creation.methodSpan, message };
  },
};

function howOften({ loop, repetition }: Call): string | undefined {
  if (repetition === 'request') return 'Each request';
  return loop && loop.kind !== 'while' && loop.kind !== 'for' ? 'Each round of the loop' : undefined;
}
