import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry, setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'topic/compaction-off',
  summary: 'The log cleaner is off, so compacted topics grow for ever',
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: ['CleanerConfig.LOG_CLEANER_ENABLE_DOC', 'LogManager (starts the cleaner)', 'KIP-1148 (deprecation in 4.1)'],
  *check(reader: Reader): Iterable<Report> {
    const enabled = reader.setBoolean('log.cleaner.enable');
    if (!enabled || enabled.value) return;
    const later = reader.atLeast('4.1') ? ' The setting is deprecated since Kafka 4.1, too.' : '';
    const message =
      'Without the log cleaner no compacted topic is ever compacted: __consumer_offsets, on every cluster, and ' +
      `every other one grow for ever.${later}`;
    const fixes = [removeEntry(enabled.entry), setEntry(enabled.entry, 'true')];
    yield { span: enabled.entry.span, message, fixes };
  },
};
