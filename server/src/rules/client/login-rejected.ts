import { isKafkaPackage } from '../../catalogue/classes';
import type { Reader } from '../../catalogue/reader';
import { trimAsJava } from '../../catalogue/typed';
import { type JaasModule, parseJaas } from '../../jaas/jaas';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { addOrSet, setEntry } from '../fixes';
import { CLIENT_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { wholePart } from '../support/wholePart';

const JAAS = 'sasl.jaas.config';
const SERVICE = 'sasl.kerberos.service.name';
const HANDLER = 'sasl.login.callback.handler.class';
const KAFKA_MODULES = 'org.apache.kafka.common.security.';
const OAUTH = `${KAFKA_MODULES}oauthbearer.OAuthBearerLoginModule`;
const PLAIN = `${KAFKA_MODULES}plain.PlainLoginModule`;
const SCRAM = `${KAFKA_MODULES}scram.ScramLoginModule`;
/** All that Kafka has, in every version. */
const KNOWN: readonly string[] = [PLAIN, SCRAM, OAUTH];

interface Problem {
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** Where the client starts, and finds out when it connects. */
  readonly severity?: 'warning';
}

export const rule: ScopeRule = {
  id: 'client/login-rejected',
  summary: 'sasl.jaas.config is not a login that Kafka accepts',
  severity: 'error',
  roles: CLIENT_ROLES,
  sources: [
    'org.apache.kafka.common.security.JaasConfig, JaasContext.load',
    'KerberosLogin.getServiceName',
    'AbstractLogin.DefaultLoginCallbackHandler',
    'ScramLoginModule (static initializer), SaslClientAuthenticator.createSaslClient',
  ],
  *check(part: Reader): Iterable<Report> {
    const own = part.entry(JAAS) ?? part.entry('sasl.mechanism');
    const reader = wholePart(part);
    const entry = reader.entry(JAAS);
    if (!own || entry?.value.kind !== 'literal') return;
    const usesSasl = reader.setString('security.protocol')?.value.toUpperCase().startsWith('SASL_') === true;
    const text = trimAsJava(entry.value.text);
    const problem = own.key === JAAS ? problemOf(reader, entry, text) : ofInherited(reader, entry, text);
    if (!problem) return;
    const severity = usesSasl ? 'error' : 'warning';
    yield { span: own.span, severity, fixes: [], ...problem };
  },
};

function problemOf(reader: Reader, entry: Entry, text: string): Problem | undefined {
  const login = parseJaas(text);
  if (!('problem' in login)) return ofModule(reader, entry, login);
  // A missing semicolon alone is another rule's finding.
  const mended = text === '' || text.endsWith(';') ? login : parseJaas(`${text};`);
  if (!('problem' in mended)) return undefined;
  return { message: `${mended.problem} The client does not start.` };
}

function ofModule(reader: Reader, entry: Entry, { loginModule, options }: JaasModule): Problem | undefined {
  if ((loginModule.startsWith(KAFKA_MODULES) || isKafkaPackage(loginModule)) && !KNOWN.includes(loginModule)) {
    const names = KNOWN.map((name) => name.slice(KAFKA_MODULES.length)).join(', ');
    const message = `Kafka has no login module ${loginModule}: ${KAFKA_MODULES} holds ${names}. The client does not start.`;
    return { message };
  }
  return ofMechanism(reader, entry, loginModule, options);
}

/** A part with a mechanism of its own for the login of the whole file, where anything else about that is told. */
function ofInherited(reader: Reader, entry: Entry, text: string): Problem | undefined {
  const login = parseJaas(text);
  return 'problem' in login ? undefined : ofMechanism(reader, entry, login.loginModule, login.options);
}

function ofMechanism(
  reader: Reader,
  entry: Entry,
  loginModule: string,
  options: JaasModule['options'],
): Problem | undefined {
  const mechanism = reader.string('sasl.mechanism');
  if (mechanism === undefined || mechanism === 'OAUTHBEARER' || reader.has('sasl.login.class')) return undefined;
  const handler = reader.entry(HANDLER)?.value;
  // The handler learns of the mechanism before anything logs in.
  if (handler?.kind === 'literal' && handler.text.trim().startsWith(`${KAFKA_MODULES}oauthbearer.`)) {
    const message = `${HANDLER} gets tokens for OAUTHBEARER, and sasl.mechanism is ${mechanism}: the client does not start.`;
    return { message, fixes: [addOrSet(reader, 'sasl.mechanism', 'OAUTHBEARER')] };
  }
  const kerberos = mechanism === 'GSSAPI' && ofKerberos(reader, entry, loginModule, options.get('serviceName'));
  if (kerberos) return kerberos;
  if (loginModule === PLAIN && mechanism.startsWith('SCRAM-')) return scramWithPlain(reader, entry, mechanism);
  if (loginModule !== OAUTH || reader.has(HANDLER)) return undefined;
  const message = `OAuthBearerLoginModule gets no token where sasl.mechanism is ${mechanism}: the client does not start.`;
  return { message, fixes: [addOrSet(reader, 'sasl.mechanism', 'OAUTHBEARER')] };
}

/** Only ScramLoginModule registers the mechanisms with Java; PLAIN is Java's own, whatever module is loaded. */
function scramWithPlain(reader: Reader, entry: Entry, mechanism: string): Problem {
  const message = `PlainLoginModule brings no ${mechanism}: the client cannot log in ("Failed to create SaslClient").`;
  const scram = setEntry(entry, entry.value.text.replace(PLAIN, SCRAM)).edits;
  const toScram = { title: 'Use ScramLoginModule', safe: false, edits: scram };
  return { message, severity: 'warning', fixes: [toScram, addOrSet(reader, 'sasl.mechanism', 'PLAIN')] };
}

function ofKerberos(reader: Reader, entry: Entry, module: string, inJaas: string | undefined): Problem | undefined {
  const service = reader.entry(SERVICE);
  if (service && inJaas !== undefined) {
    const value = service.value.kind === 'literal' ? trimAsJava(service.value.text) : inJaas;
    if (value === inJaas) return undefined;
    const message = `${SERVICE} is ${value}, and ${entry.writtenKey} has serviceName="${inJaas}": the client does not start.`;
    return { message };
  }
  if (service || inJaas !== undefined || reader.scope.completeness === 'fragment') return undefined;
  const isDefault = !reader.has('sasl.mechanism');
  if (isDefault && KNOWN.includes(module)) {
    const message = `sasl.mechanism is GSSAPI (Kerberos) by default, and ${entry.writtenKey} has another login: the client does not start.`;
    return { message, fixes: mechanismsOf(module).map((mechanism) => addOrSet(reader, 'sasl.mechanism', mechanism)) };
  }
  const message = `Kerberos needs the name of the brokers' service: without ${SERVICE}, or serviceName="…" in ${entry.writtenKey}, the client does not start.`;
  return { message, fixes: [addOrSet(reader, SERVICE, 'kafka')] };
}

function mechanismsOf(module: string): readonly string[] {
  if (module === OAUTH) return ['OAUTHBEARER'];
  return module.endsWith('ScramLoginModule') ? ['SCRAM-SHA-512', 'SCRAM-SHA-256'] : ['PLAIN'];
}
