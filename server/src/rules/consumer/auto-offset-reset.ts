import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { isOther, nameOf, shownValue } from '../support/naming';
import { inEnvironment } from '../support/severity';

export const rule: ScopeRule = {
  id: 'consumer/auto-offset-reset',
  summary: 'Without a committed offset the group skips records, or stops',
  severity: 'information',
  roles: ['consumer'],
  clients: ['java', 'rdkafka', 'kafka-python', 'aiokafka', 'sarama', 'kafka-go'],
  sources: ['ConsumerConfig.AUTO_OFFSET_RESET_DOC', 'KIP-1106 (by_duration)'],
  *check(reader: Reader, { profile }: RuleContext): Iterable<Report> {
    const reset = reader.string('auto.offset.reset');
    // Without a group there is no work to miss, Connect and Streams start at the beginning by themselves.
    if (!joinsGroup(reader) || reader.scope.part || profile === 'latency') return;
    const entry = reader.entry('auto.offset.reset');
    const span = entry?.span ?? anchorOf(reader);
    if (!span || (reset !== 'latest' && reset !== 'none')) return;
    const fixes = [addOrSet(reader, 'auto.offset.reset', 'earliest')];
    const name = nameOf(reader, 'auto.offset.reset');
    if (reset === 'none') {
      if (isOther(reader.scope)) return;
      const message =
        'auto.offset.reset=none makes poll() throw NoOffsetForPartitionException: in a new group, for a new partition and when offsets have expired. The application must handle it.';
      yield { span, message, severity: 'hint', fixes };
      return;
    }
    if (reader.atLeast('4.0') && !isOther(reader.scope))
      fixes.push(addOrSet(reader, 'auto.offset.reset', 'by_duration:PT24H'));
    const message = `${name} is ${shownValue(reader.scope, 'auto.offset.reset', 'latest')}${entry ? '' : ' by default'}: what was produced before a partition's first commit, as in a new group, a new partition or after offsets have expired, is skipped silently.`;
    yield { span, message, severity: inEnvironment(reader, entry ? 'information' : 'hint'), fixes };
  },
};

/** sarama is told the group by the call that makes the consumer. */
function joinsGroup(reader: Reader): boolean {
  return reader.has('group.id') || /ConsumerGroup/.test(reader.scope.creation?.method ?? '');
}
