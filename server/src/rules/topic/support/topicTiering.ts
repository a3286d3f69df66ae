import type { Reader } from '../../../catalogue/reader';
import type { Report } from '../../../model/finding';
import { setEntry } from '../../fixes';

/** What a topic cannot have together with remote.storage.enable=true. */
export function* topicTiering(reader: Reader): Iterable<Report> {
  const policy = reader.entry('cleanup.policy');
  const policies = reader.list('cleanup.policy');
  // An empty policy keeps everything, which only 4.1 does not take.
  const isEmpty = policies?.length === 0 && reader.atLeast('4.1') && !reader.atLeast('4.2');
  if (policy && (isEmpty || policies?.includes('compact'))) {
    const message = 'Tiered storage works only with cleanup.policy=delete: Kafka rejects this topic.';
    yield { span: policy.span, message, fixes: [setEntry(policy, 'delete')] };
  }
  if (reader.boolean('remote.log.copy.disable') !== true) return;
  yield* differentWithoutCopy(reader, 'ms');
  yield* differentWithoutCopy(reader, 'bytes');
}

/** Nothing more is copied, so what is kept locally is all that is kept. */
function* differentWithoutCopy(reader: Reader, unit: 'ms' | 'bytes'): Iterable<Report> {
  const local = reader.setNumber(`local.retention.${unit}`);
  const total = reader.setNumber(`retention.${unit}`);
  if (!local || !total || local.value === -2 || local.value === total.value) return;
  const message =
    `local.retention.${unit} must be -2 or ${total.value}, as retention.${unit}: with remote.log.copy.disable=true Kafka ` +
    'rejects this topic.';
  yield { span: local.entry.span, message, fixes: [setEntry(local.entry, '-2')] };
}
