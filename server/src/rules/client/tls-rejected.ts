import { type Reader, readerOf } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry, setEntry } from '../fixes';
import { CLIENT_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { asClient, wholePart } from '../support/wholePart';
import { keyStoreProblem, trustStoreProblem } from './support/stores';

/** What the SSLContext of some Java is called; those of other makers begin with SSL_. */
const PROTOCOLS = /^(?:TLS|TLSv1(?:\.[123])?|DTLS(?:v1\.[023])?|SSL(?:v2|v3|_.*)?)$/i;
/** Each is the name of something in Java, and nothing there has an empty one. */
const NAMES = [
  'ssl.provider',
  'ssl.keymanager.algorithm',
  'ssl.trustmanager.algorithm',
  'ssl.secure.random.implementation',
] as const;

export const rule: ScopeRule = {
  id: 'client/tls-rejected',
  summary: 'Settings of TLS that Kafka rejects, alone or together',
  severity: 'error',
  roles: CLIENT_ROLES,
  sources: ['DefaultSslEngineFactory.createKeystore, createTruststore, PemStore', 'javax.net.ssl.SSLContext'],
  *check(part: Reader): Iterable<Report> {
    if (!part.scope.entries.some(({ key }) => key.startsWith('ssl.') || key === 'security.protocol')) return;
    const reader = wholePart(part);
    const protocol = reader.string('security.protocol')?.toUpperCase();
    // Stores have no effect without TLS, and an engine of one's own reads them as it likes.
    if ((protocol !== undefined && !protocol.endsWith('SSL')) || reader.has('ssl.engine.factory.class')) return;
    const severity = protocol === undefined ? 'warning' : 'error';
    for (const problem of [keyStoreProblem(reader), trustStoreProblem(reader)]) {
      // What holds for all clients is reported there, where TLS is on for all of them.
      if (!problem || !(part.scope.entries.includes(problem.entry) || isOnHereAlone(part))) continue;
      const { entry, message, fixes } = problem;
      yield { span: entry.span, message: `${message}: the client does not start.`, severity, fixes };
    }
    for (const report of badNames(asClient(part))) yield { ...report, severity };
  },
};

/** One client's own protocol gives a meaning to stores that stand there for all. */
function isOnHereAlone({ scope, has }: Reader): boolean {
  if (!scope.parent || !has('security.protocol')) return false;
  const others = asClient(readerOf(scope.parent)).string('security.protocol')?.toUpperCase();
  return others !== undefined && !others.endsWith('SSL');
}

function* badNames(reader: Reader): Iterable<Report> {
  const written = reader.setString('ssl.protocol');
  const hasOthers = ['ssl.provider', 'security.providers'].some((key) => reader.entry(key)?.value.text.trim());
  if (written && !hasOthers && !PROTOCOLS.test(written.value)) {
    const shown = written.value === '' ? 'empty' : written.value;
    const message = `ssl.protocol is ${shown}, and no Java has such a protocol: the client does not start.`;
    yield { span: written.entry.span, message, fixes: [setEntry(written.entry, 'TLSv1.3')] };
  }
  for (const key of NAMES) {
    const name = reader.setString(key);
    if (name?.value !== '') continue;
    const message = `${key} is empty, and Java has nothing of no name: the client does not start.`;
    yield { span: name.entry.span, message, fixes: [removeEntry(name.entry)] };
  }
}
