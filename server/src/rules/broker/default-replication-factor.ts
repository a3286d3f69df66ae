import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { isLocalSetup } from './support/quorum';

const KEY = 'default.replication.factor';
/** Whoever wants several copies of these has several brokers. */
const TELLING = [
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
  'share.coordinator.state.topic.replication.factor',
];

export const rule: ScopeRule = {
  id: 'broker/default-replication-factor',
  summary: 'Topics that are created without a factor get a single copy',
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: ['ReplicationConfigs.DEFAULT_REPLICATION_FACTOR_DOC'],
  *check(reader: Reader): Iterable<Report> {
    if (reader.number(KEY) !== 1 || isLocalSetup(reader)) return;
    // With a larger minimum of in-sync replicas, topic/min-isr-exceeds-rf says it.
    if ((reader.number('min.insync.replicas') ?? 1) > 1) return;
    const telling = TELLING.map((key) => reader.setNumber(key)).find((found) => found && found.value >= 2);
    const { brokers } = reader.scope;
    const controllers = telling || (brokers ?? 1) >= 3 ? 0 : severalControllers(reader);
    if (!telling && (brokers ?? 1) < 3 && controllers < 3) return;
    const entry = reader.entry(KEY);
    const span = entry?.span ?? telling?.entry.span ?? anchorOf(reader);
    if (!span) return;
    const how = entry ? `${KEY}=1` : `${KEY} is not set, and its default of 1`;
    const wanted = Math.min(3, brokers ?? telling?.value ?? 3);
    yield {
      span,
      message: `${how} gives topics that are created without a factor a single copy: losing one broker makes them unavailable and can lose their data.`,
      // As many controllers are the sign of a cluster, and no more than that.
      ...(controllers > 0 && { severity: 'information' as const }),
      fixes: [addOrSet(reader, KEY, String(wanted))],
    };
  },
};

/** Nobody runs three controllers for one broker; a placeholder may stand for the host of each. */
function severalControllers(reader: Reader): number {
  const value = reader.entry('controller.quorum.voters')?.value;
  return value?.kind === undefined ? 0 : value.text.split(',').filter((voter) => voter.includes('@')).length;
}
