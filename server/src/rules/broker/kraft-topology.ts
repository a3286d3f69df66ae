import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { processRoles } from './support/listeners';
import { isLocalSetup, votersOf } from './support/quorum';

export const rule: ScopeRule = {
  id: 'broker/kraft-topology',
  summary: 'The number or place of the controllers makes failures worse',
  severity: 'warning',
  roles: SERVER_ROLES,
  sources: ['Kafka documentation, KRaft (3 or 5 controllers; combined mode for development)'],
  *check(reader: Reader): Iterable<Report> {
    const entry = reader.entry('controller.quorum.voters');
    const count = votersOf(reader)?.voters.length ?? 0;
    if (entry && count > 0 && count % 2 === 0) {
      const tolerated = count / 2 - 1;
      const message = `${count} controllers tolerate the loss of ${tolerated}, as ${count - 1} would: a majority is needed. Use 3 or 5.`;
      yield { span: entry.span, message, severity: inEnvironment(reader, 'warning') };
    }
    const roles = reader.entry('process.roles');
    const combined = (processRoles(reader)?.length ?? 0) > 1;
    if (!roles || !combined || isLocalSetup(reader) || (reader.scope.brokers ?? 1) < 3) return;
    const message =
      'Broker and controller in one process is meant for development: controllers can then not be restarted or scaled apart from brokers.';
    yield { span: roles.span, message, severity: 'information' };
  },
};
