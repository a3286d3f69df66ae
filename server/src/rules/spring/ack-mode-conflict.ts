import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'spring/ack-mode-conflict',
  summary: 'Manual acknowledgment and automatic commits exclude each other',
  severity: 'error',
  roles: ['consumer'],
  sources: ['KafkaMessageListenerContainer.ListenerConsumer (Consumer cannot be configured for auto commit)'],
  *check(reader: Reader): Iterable<Report> {
    const mode = reader.scope.spring?.own.get('listener.ack-mode');
    const commit = reader.setBoolean('enable.auto.commit');
    if (mode?.value.kind !== 'literal' || commit?.value !== true) return;
    if (!/^manual(?:[-_]?immediate)?$/i.test(mode.value.text.trim())) return;
    yield {
      span: commit.entry.span,
      message: `enable-auto-commit is true, but ack-mode is ${mode.value.text}: the listener container fails to start.`,
      fixes: [removeEntry(commit.entry, 'the container sets it to false')],
    };
  },
};
