import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { processRoles } from './support/listeners';
import { ownId, votersOf } from './support/quorum';

export const rule: ScopeRule = {
  id: 'broker/kraft-node-id-voters',
  summary: 'node.id does not fit the voters of the controller quorum',
  severity: 'error',
  roles: SERVER_ROLES,
  sources: ['KafkaConfig.validateValues (node.id and the set of voters)', 'QuorumConfig.parseVoterConnections'],
  *check(reader: Reader): Iterable<Report> {
    const entry = reader.entry('controller.quorum.voters');
    const found = votersOf(reader);
    const roles = processRoles(reader);
    if (!entry || !found) return;
    const [broken] = found.malformed;
    if (broken !== undefined) {
      yield { span: entry.span, message: `"${broken}" is not id@host:port, so Kafka fails to start.` };
      return;
    }
    if (!roles?.length || !reader.atLeast('3.0')) return;
    const id = ownId(reader);
    if (!id || found.voters.length === 0) return;
    const isVoter = found.voters.some((voter) => voter.id === id.value);
    const ids = found.voters.map((voter) => voter.id).join(', ');
    const related = [{ span: entry.span, message: `the voters are ${ids}` }];
    if (roles.includes('controller') && !isVoter) {
      const message = `${id.entry.key} ${id.value} is not among the voters (${ids}), as it must be for a controller: Kafka fails to start.`;
      const fixes = found.voters.slice(0, 3).map((voter) => setEntry(id.entry, String(voter.id)));
      yield { span: id.entry.span, message, related, fixes };
    } else if (!roles.includes('controller') && isVoter) {
      const message = `${id.entry.key} ${id.value} is that of a voter, but process.roles makes this a broker only: Kafka fails to start.`;
      const other = Math.max(...found.voters.map((voter) => voter.id)) + 1;
      yield { span: id.entry.span, message, related, fixes: [setEntry(id.entry, String(other))] };
    }
  },
};
