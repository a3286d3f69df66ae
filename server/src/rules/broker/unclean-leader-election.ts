import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';

export const rule: ScopeRule = {
  id: 'broker/unclean-leader-election',
  summary: 'An out-of-sync replica may become leader and drop acknowledged records',
  severity: 'warning',
  roles: [...BROKER_ROLES, 'topic'],
  sources: ['TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_DOC'],
  *check(reader: Reader): Iterable<Report> {
    const found = reader.setBoolean('unclean.leader.election.enable');
    if (!found?.value) return;
    yield {
      span: found.entry.span,
      message:
        'When no in-sync replica is left, one that lags becomes leader, and the acknowledged records that it lacks are lost.',
      severity: inEnvironment(reader, 'warning'),
      fixes: [setEntry(found.entry, 'false')],
    };
  },
};
