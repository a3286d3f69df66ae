import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet, removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'consumer/auto-commit-without-group',
  summary: 'Automatic commits are switched on without a group to commit for',
  severity: 'error',
  roles: ['consumer'],
  sources: ['ConsumerConfig.maybeOverrideEnableAutoCommit'],
  *check(reader: Reader): Iterable<Report> {
    const commit = reader.setBoolean('enable.auto.commit');
    if (!commit?.value || reader.has('group.id') || reader.scope.completeness !== 'complete') return;
    // A consumer does not start without deserializers either: where they are missing, code adds settings of its own.
    const isAlone = reader.has('key.deserializer') && reader.has('value.deserializer');
    const unless = isAlone ? '' : ', unless the program sets one';
    const message = `enable.auto.commit=true is rejected without a group.id: the consumer throws an InvalidConfigurationException${unless}.`;
    const fixes = [
      addOrSet(reader, 'group.id', 'my-group'),
      removeEntry(commit.entry, 'without a group it is off', { safe: isAlone }),
    ];
    yield { span: commit.entry.span, message, severity: isAlone ? 'error' : 'warning', fixes };
  },
};
