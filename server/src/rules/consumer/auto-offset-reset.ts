import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';

export const rule: ScopeRule = {
  id: 'consumer/auto-offset-reset',
  summary: 'Without a committed offset the group skips records, or stops',
  severity: 'information',
  roles: ['consumer'],
  sources: ['ConsumerConfig.AUTO_OFFSET_RESET_DOC', 'KIP-1106 (by_duration)'],
  *check(reader: Reader, { profile }: RuleContext): Iterable<Report> {
    const reset = reader.string('auto.offset.reset');
    // Without a group there is no work to miss, Connect and Streams start at the beginning by themselves.
    if (!reader.has('group.id') || reader.scope.part || profile === 'latency') return;
    const entry = reader.entry('auto.offset.reset');
    const span = entry?.span ?? anchorOf(reader);
    if (!span || (reset !== 'latest' && reset !== 'none')) return;
    const fixes = [addOrSet(reader, 'auto.offset.reset', 'earliest')];
    if (reset === 'none') {
      const message =
        'auto.offset.reset=none makes poll() throw NoOffsetForPartitionException: in a new group, for a new partition and when offsets have expired. The application must handle it.';
      yield { span, message, severity: 'hint', fixes };
      return;
    }
    if (reader.atLeast('4.0')) fixes.push(addOrSet(reader, 'auto.offset.reset', 'by_duration:PT24H'));
    const message = `auto.offset.reset is latest${entry ? '' : ' by default'}: what was produced before a partition's first commit, as in a new group, a new partition or after offsets have expired, is skipped silently.`;
    yield { span, message, severity: inEnvironment(reader, entry ? 'information' : 'hint'), fixes };
  },
};
