import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { RuleContext, ScopeRule } from '../rule';
import { humanBytes } from '../support/human';

export const rule: ScopeRule<'largestBytes'> = {
  id: 'broker/message-size',
  summary: 'Batches are larger than requests may be, or so large that they hurt',
  severity: 'warning',
  roles: [...BROKER_ROLES, 'topic'],
  sources: ['NetworkReceive (InvalidReceiveException)', 'KafkaConfig.validateValues (queued.max.request.bytes)'],
  options: {
    // A heuristic: batches over this cost heap and latency on the broker, its followers and every consumer.
    largestBytes: { description: 'Bytes of a batch that are no finding yet.', default: 10_485_760, minimum: 1 },
  },
  *check(reader: Reader, { options }: RuleContext<'largestBytes'>): Iterable<Report> {
    const key = reader.scope.role === 'topic' ? 'max.message.bytes' : 'message.max.bytes';
    const request = reader.number('socket.request.max.bytes');
    const found = reader.setNumber(key);
    if (found && request !== undefined && found.value > request) {
      const message = `${key} allows ${humanBytes(found.value)}, but requests over socket.request.max.bytes (${humanBytes(request)}) are cut off, so such a batch can never arrive.`;
      const fixes = [setEntry(found.entry, '1048588')];
      yield { span: found.entry.span, message, fixes };
    } else if (found && found.value > options.largestBytes) {
      const message = `Batches of up to ${humanBytes(found.value)} cost heap and latency on the broker, its followers and every consumer; the default is about 1 MiB.`;
      yield { span: found.entry.span, message, severity: 'information', fixes: [setEntry(found.entry, '1048588')] };
    }
    const queued = reader.setNumber('queued.max.request.bytes');
    if (queued && queued.value > 0 && request !== undefined && queued.value < request) {
      const message = `queued.max.request.bytes is under socket.request.max.bytes (${request}): Kafka fails to start.`;
      yield { span: queued.entry.span, message, severity: 'error', fixes: [setEntry(queued.entry, String(request))] };
    }
  },
};
