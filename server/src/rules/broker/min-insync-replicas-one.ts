import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';

export const rule: ScopeRule = {
  id: 'broker/min-insync-replicas-one',
  summary: 'acks=all succeeds with a single copy though topics have three',
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: ['TopicConfig.MIN_IN_SYNC_REPLICAS_DOC', 'Kafka documentation, Replication'],
  *check(reader: Reader): Iterable<Report> {
    const factor = reader.setNumber('default.replication.factor');
    if (!factor || factor.value < 3 || reader.number('min.insync.replicas') !== 1) return;
    const entry = reader.entry('min.insync.replicas');
    const what = entry ? 'min.insync.replicas=1' : 'min.insync.replicas is 1 by default, so';
    const verb = entry ? 'lets acks=all succeed' : 'acks=all succeeds';
    yield {
      span: (entry ?? factor.entry).span,
      message: `${what} ${verb} with the leader alone: losing that broker loses acknowledged records, in spite of ${factor.value} replicas.`,
      severity: inEnvironment(reader, 'warning'),
      fixes: [addOrSet(reader, 'min.insync.replicas', '2')],
    };
  },
};
