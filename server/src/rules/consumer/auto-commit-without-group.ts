import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet, removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'consumer/auto-commit-without-group',
  summary: 'Automatic commits are switched on without a group to commit for',
  severity: 'information',
  roles: ['consumer'],
  sources: ['ConsumerConfig.maybeOverrideEnableAutoCommit'],
  *check(reader: Reader): Iterable<Report> {
    const commit = reader.setBoolean('enable.auto.commit');
    if (!commit?.value || reader.has('group.id') || reader.scope.completeness !== 'complete') return;
    // Who makes the consumer gives it a group.
    if (reader.scope.defaults?.has('group.id')) return;
    const message =
      'enable.auto.commit=true needs a group.id: unless the program sets one, the consumer throws an InvalidConfigurationException.';
    const fixes = [addOrSet(reader, 'group.id', 'my-group'), removeEntry(commit.entry, 'without a group it is off')];
    yield { span: commit.entry.span, message, fixes };
  },
};
