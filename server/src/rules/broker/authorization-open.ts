import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry, setEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { inEnvironment, refusalSeverity } from '../support/severity';

const OPEN = 'allow.everyone.if.no.acl.found';
const ZOOKEEPER_AUTHORIZER = 'kafka.security.authorizer.AclAuthorizer';
const KRAFT_AUTHORIZER = 'org.apache.kafka.metadata.authorizer.StandardAuthorizer';

export const rule: ScopeRule = {
  id: 'broker/authorization-open',
  summary: 'Resources without ACLs are open to everyone, or the authorizer does not exist',
  severity: 'warning',
  roles: SERVER_ROLES,
  sources: ['StandardAuthorizer', 'Kafka 4.0 upgrade notes (AclAuthorizer removed with ZooKeeper)'],
  *check(reader: Reader): Iterable<Report> {
    const open = reader.entry(OPEN);
    if (open?.value.kind === 'literal' && open.value.text.trim().toLowerCase() === 'true') {
      const message = 'Every topic, group and cluster operation that no ACL names is open to everyone who can connect.';
      const severity = inEnvironment(reader, 'warning');
      yield { span: open.span, message, severity, fixes: [removeEntry(open, 'the default is false')] };
    }
    const authorizer = reader.setString('authorizer.class.name');
    if (authorizer?.value !== ZOOKEEPER_AUTHORIZER || !reader.atLeast('4.0')) return;
    yield {
      span: authorizer.entry.span,
      message: 'AclAuthorizer went with ZooKeeper in Kafka 4.0, so the server cannot load it and does not start.',
      severity: refusalSeverity(reader),
      fixes: [setEntry(authorizer.entry, KRAFT_AUTHORIZER)],
    };
  },
};
