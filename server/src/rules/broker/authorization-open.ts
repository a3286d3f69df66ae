import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry, setEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { isVersionStated, targetNote } from '../support/certainty';
import { inEnvironment } from '../support/severity';

const OPEN = 'allow.everyone.if.no.acl.found';
const ZOOKEEPER_AUTHORIZER = 'kafka.security.authorizer.AclAuthorizer';
/** AclAuthorizer took its place in 2.4. */
const FIRST_AUTHORIZER = 'kafka.security.auth.SimpleAclAuthorizer';
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
    const message = authorizer && whyRemoved(reader, authorizer.value);
    if (!message) return;
    const successor = reader.atLeast('4.0') || reader.has('process.roles') ? KRAFT_AUTHORIZER : ZOOKEEPER_AUTHORIZER;
    const fixes = [setEntry(authorizer.entry, successor)];
    yield {
      span: authorizer.entry.span,
      message: `${message}${targetNote(reader.scope)}`,
      severity: isVersionShown(reader) ? 'error' : 'information',
      fixes,
    };
  },
};

/** A class that only old versions have tells which version a file is for that shows none otherwise. */
function isVersionShown({ scope }: Reader): boolean {
  return isVersionStated(scope) || scope.target.source === 'workspace';
}

function whyRemoved(reader: Reader, name: string): string | undefined {
  if (name === ZOOKEEPER_AUTHORIZER && reader.atLeast('4.0')) {
    return 'AclAuthorizer went with ZooKeeper in Kafka 4.0, so the server cannot load it and does not start.';
  }
  if (name !== FIRST_AUTHORIZER || !reader.atLeast('3.0')) return undefined;
  return 'Kafka 3.0 removed SimpleAclAuthorizer, so the server cannot load it and does not start.';
}
