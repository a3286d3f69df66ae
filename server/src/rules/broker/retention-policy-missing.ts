import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet, setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { elementsOf } from '../support/elements';
import { isLocalSetup } from './support/quorum';

const TIMES = ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours'];

export const rule: ScopeRule = {
  id: 'broker/retention-policy-missing',
  summary: 'Nothing says how much data the broker keeps',
  severity: 'hint',
  roles: [...BROKER_ROLES, 'topic'],
  sources: ['TopicConfig.RETENTION_MS_DOC, RETENTION_BYTES_DOC', 'Kafka 4.2 upgrade notes (an empty cleanup.policy)'],
  *check(reader: Reader): Iterable<Report> {
    if (reader.scope.role === 'topic') yield* unlimited(reader, ['retention.ms'], 'retention.bytes', 'cleanup.policy');
    else yield* unlimited(reader, TIMES, 'log.retention.bytes', 'log.cleanup.policy');
    yield* withoutPolicy(reader);
    yield* unstated(reader);
  },
};

/** Kafka takes an empty list for a policy of its own: it neither deletes nor compacts. */
function* withoutPolicy(reader: Reader): Iterable<Report> {
  const key = reader.scope.role === 'topic' ? 'cleanup.policy' : 'log.cleanup.policy';
  const policy = reader.setList(key);
  if (policy?.value.length !== 0 || tiered(reader)) return;
  const message = `An empty ${key} neither deletes nor compacts: every record is kept, until the disk is full and the broker stops.`;
  yield { span: policy.entry.span, message, severity: 'warning', fixes: [setEntry(policy.entry, 'delete')] };
}

/** Written out as unlimited in time and size, under a policy that deletes: the disk fills up. */
function* unlimited(reader: Reader, times: readonly string[], bytesKey: string, policyKey: string): Iterable<Report> {
  const time = times.map((key) => reader.setNumber(key)).find((found) => found !== undefined);
  const bytes = reader.setNumber(bytesKey);
  const policy = reader.has(policyKey) ? elementsOf(reader, policyKey) : ['delete'];
  const compacts = !policy || policy.includes('compact');
  if (!time || time.value !== -1 || (bytes && bytes.value !== -1) || compacts || tiered(reader)) return;
  // For a topic the broker may bound the size.
  if (!bytes && reader.scope.role === 'topic') return;
  const message = `${time.entry.writtenKey}=-1 without a bound in ${bytesKey} keeps every record: the disk fills up and the broker stops.`;
  yield { span: time.entry.span, message, severity: 'warning', fixes: [addOrSet(reader, bytesKey, '107374182400')] };
}

function* unstated(reader: Reader): Iterable<Report> {
  const { role, completeness } = reader.scope;
  if (role === 'topic' || completeness !== 'complete' || isLocalSetup(reader) || tiered(reader)) return;
  if ([...TIMES, 'log.retention.bytes', 'log.cleanup.policy'].some((key) => reader.has(key))) return;
  const span = anchorOf(reader);
  if (!span) return;
  const message =
    'No retention is set, so records are kept for the default of 7 days, however much disk that takes. Set it on purpose; log.retention.bytes counts for each partition, not for a topic.';
  yield { span, message, fixes: [addOrSet(reader, 'log.retention.hours', '168', { safe: false })] };
}

function tiered(reader: Reader): boolean {
  return (
    reader.boolean('remote.storage.enable') === true || reader.boolean('remote.log.storage.system.enable') === true
  );
}
