import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { targetNote } from '../support/certainty';

export const rule: ScopeRule = {
  id: 'topic/future-timestamps',
  summary: 'Producers set timestamps, and those over an hour ahead are rejected since Kafka 4.0',
  severity: 'information',
  roles: [...BROKER_ROLES, 'topic'],
  from: '4.0',
  sources: ['Kafka 4.0 upgrade notes (KIP-1030)', 'TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_DOC'],
  *check(reader: Reader): Iterable<Report> {
    const prefix = reader.scope.role === 'topic' ? '' : 'log.';
    const type = reader.entry(`${prefix}message.timestamp.type`);
    const limit = `${prefix}message.timestamp.after.max.ms`;
    // The default is CreateTime too, but only who writes it down has shown that producers' timestamps matter.
    if (!type || reader.string(type.key) !== 'CreateTime' || reader.entry(limit)) return;
    const message =
      `Kafka 4.0 and later reject records stamped more than an hour ahead: ${limit} was unlimited before. ` +
      'Set what your producers need.' +
      targetNote(reader.scope);
    yield { span: type.span, message, fixes: [addOrSet(reader, limit, '3600000', { safe: true })] };
  },
};
