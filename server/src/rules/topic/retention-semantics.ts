import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet, removeEntry, setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { humanBytes, humanDuration } from '../support/human';
import { type Named, topicSetting } from './support/names';

const DELETION_ONLY = ['retention.ms', 'retention.bytes'];
const COMPACTION_ONLY = [
  'delete.retention.ms',
  'min.cleanable.dirty.ratio',
  'min.compaction.lag.ms',
  'max.compaction.lag.ms',
];
/** The smallest segment.bytes that Kafka 4.1 and later accept. */
const MIN_SEGMENT_BYTES = 1_048_576;
/** Segments of less than an hour make files faster than anybody wants them. */
const MIN_SEGMENT_MS = 3_600_000;

export const rule: ScopeRule = {
  id: 'topic/retention-semantics',
  summary: 'A retention setting has no effect with this clean-up policy or segment size',
  severity: 'hint',
  roles: [...BROKER_ROLES, 'topic'],
  sources: ['LogConfig (compact and delete flags)', 'UnifiedLog.deleteOldSegments', 'TopicConfig.RETENTION_BYTES_DOC'],
  *check(reader: Reader): Iterable<Report> {
    if (reader.scope.role === 'topic') yield* withoutEffect(reader);
    yield* bytesBelowSegment(reader);
    yield* timeBelowSegment(reader);
  },
};

function* withoutEffect(reader: Reader): Iterable<Report> {
  const entry = reader.entry('cleanup.policy');
  const policy = reader.list('cleanup.policy');
  if (!entry || policy?.length !== 1) return;
  const dead = policy[0] === 'compact' ? DELETION_ONLY : policy[0] === 'delete' ? COMPACTION_ONLY : [];
  for (const key of dead) {
    const useless = reader.entry(key);
    if (!useless) continue;
    const message = `${key} has no effect with cleanup.policy=${policy[0]}.`;
    const both = setEntry(entry, 'compact,delete');
    const remove = removeEntry(useless, undefined, { safe: true });
    const tags = ['unnecessary' as const];
    yield { span: useless.span, message, severity: 'information', fixes: [remove, both], tags };
  }
}

function* bytesBelowSegment(reader: Reader): Iterable<Report> {
  const retention = topicSetting(reader, 'retention.bytes');
  const segment = topicSetting(reader, 'segment.bytes');
  if (!retention?.written || !segment || retention.value < 0 || retention.value >= segment.value) return;
  const message =
    `Deletion takes whole segments: with ${name(segment, humanBytes)} a partition keeps more than the ` +
    `${humanBytes(retention.value)} of ${retention.key}.`;
  yield* about(reader, retention, segment, message, 'warning', MIN_SEGMENT_BYTES);
}

function* timeBelowSegment(reader: Reader): Iterable<Report> {
  const retention = topicSetting(reader, 'retention.ms');
  const segment = topicSetting(reader, 'segment.ms');
  if (!retention?.written || !segment || retention.value < 0 || retention.value >= segment.value) return;
  const message =
    `Deletion takes whole segments: with few records one rolls only after ${name(segment, humanDuration)}, so records ` +
    `can outlive the ${humanDuration(retention.value)} of ${retention.key} by that long.`;
  yield* about(reader, retention, segment, message, 'hint', MIN_SEGMENT_MS);
}

function* about(
  reader: Reader,
  retention: Named,
  segment: Named,
  message: string,
  severity: 'warning' | 'hint',
  least: number,
): Iterable<Report> {
  const entry = reader.entry(retention.key);
  if (!entry) return;
  const half = Math.max(least, Math.floor(retention.value / 2));
  const inKeyUnit = segment.key.endsWith('.hours') ? Math.floor(half / MIN_SEGMENT_MS) : half;
  const fixes = half < segment.value ? [addOrSet(reader, segment.key, String(inKeyUnit))] : [];
  yield { span: entry.span, message, severity, fixes };
}

function name(setting: Named, show: (value: number) => string): string {
  return `${setting.key} at ${show(setting.value)}`;
}
