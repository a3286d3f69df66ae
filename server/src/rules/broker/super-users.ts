import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';

const KEY = 'super.users';
/** Kafka's own authorizers, which read the key; what another makes of it nobody knows here. */
const OWN_AUTHORIZER = /^(?:org\.apache\.kafka\.metadata\.authorizer|kafka\.security\.(?:authorizer|auth))\./;
/** A principal behind a comma or a blank, which is a part of the name before it. */
const JOINED = /(?:,\s*|(?<!\s)\s+)(?=(?:User|Group):)/;

export const rule: ScopeRule = {
  id: 'broker/super-users',
  summary: 'The list of super users names others than was meant, or stops the server',
  severity: 'error',
  roles: SERVER_ROLES,
  sources: [
    'StandardAuthorizer.getConfiguredSuperUsers',
    'SecurityUtils.parseKafkaPrincipal',
    'AclAuthorizer.configure',
  ],
  *check(reader: Reader): Iterable<Report> {
    const entry = reader.entry(KEY);
    if (entry?.value.kind !== 'literal' || !isReadByKafka(reader)) return;
    const { span, text } = { span: entry.span, text: entry.value.text };
    const users = text
      .split(';')
      .map((user) => user.trim())
      .filter((user) => user !== '');
    for (const user of users) {
      const found = judge(entry, text, user, reader);
      if (!found) continue;
      yield { span, ...found };
      return;
    }
  },
};

/** Without an authorizer nobody reads the key. */
function isReadByKafka(reader: Reader): boolean {
  const authorizer = reader.entry('authorizer.class.name')?.value;
  return authorizer?.kind === 'literal' && OWN_AUTHORIZER.test(authorizer.text.trim());
}

type Verdict = Omit<Report, 'span'> | undefined;

function judge(entry: Entry, text: string, user: string, reader: Reader): Verdict {
  if (!user.includes(':')) {
    const message = `${KEY} has "${user}" without a type: the server stops, since it expects User:${user}.`;
    const value = text.split(';').map((one) => (one.trim() === user ? one.replace(user, `User:${user}`) : one));
    return { message, fixes: [setEntry(entry, value.join(';'))] };
  }
  if (JOINED.test(user)) {
    const message = `${KEY} is separated by semicolons: Kafka reads "${shortened(user)}" as one name, which nobody has.`;
    return { message, fixes: [setEntry(entry, text.split(JOINED).join(';'))] };
  }
  const [type = '', name = ''] = user.split(/:(.*)/s);
  if (type !== 'User' && type.toLowerCase() === 'user') {
    const message = `${KEY} has the type "${type}", and Kafka's principals are of type User: nobody is "${shortened(user)}".`;
    return { message, severity: 'warning', fixes: [setEntry(entry, text.replace(user, `User:${name}`))] };
  }
  if (user !== 'User:ANONYMOUS') return undefined;
  const message = 'User:ANONYMOUS is everybody who connects without a login: all of them may do everything.';
  return { message, severity: inEnvironment(reader, 'warning') };
}

const shortened = (user: string): string => (user.length > 40 ? `${user.slice(0, 37)}...` : user);
