import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { CLIENT_ROLES, SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { targetNote } from '../support/certainty';
import { refusalSeverity } from '../support/severity';

const KEY = /(?:^|\.)sasl\.(?:login|server|client)\.callback\.handler\.class$/;
const OLD =
  /^org\.apache\.kafka\.common\.security\.oauthbearer\.secured\.(OAuthBearer(?:Login|Validator)CallbackHandler)$/;
const PACKAGE = 'org.apache.kafka.common.security.oauthbearer';

export const rule: ScopeRule = {
  id: 'client/removed-callback-handler',
  summary: 'An OAuth callback handler is named by a package that Kafka 4.0 removed',
  severity: 'error',
  roles: [...CLIENT_ROLES, ...SERVER_ROLES, 'mirror-maker'],
  from: '3.4',
  sources: ['Kafka 4.0 upgrade notes', 'OAuthBearerLoginCallbackHandler of kafka-clients 3.4 to 4.4'],
  *checkEntry(entry: Entry, reader: Reader): Iterable<Report> {
    if (entry.overriddenBy || entry.value.kind !== 'literal' || !KEY.test(entry.key)) return;
    const name = OLD.exec(entry.value.text.trim())?.[1];
    if (!name) return;
    const removed = reader.atLeast('4.0');
    const end = removed ? 'Kafka 4.0 removed: the client does not start' : 'Kafka 4.0 removes';
    const message = `${name} is in the old package oauthbearer.secured, which ${end}. Since 3.4 it is one package up.${targetNote(reader.scope)}`;
    const severity = removed ? refusalSeverity(reader) : 'hint';
    const fix = { ...setEntry(entry, `${PACKAGE}.${name}`, { safe: true }), title: `Name it by ${PACKAGE}` };
    yield { span: entry.span, message, severity, fixes: [fix], ...(!removed && { tags: ['deprecated'] }) };
  },
};
