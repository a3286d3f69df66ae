import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet, setEntry } from '../fixes';
import { CLIENT_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { isOther, nameOf } from '../support/naming';
import { asClient } from '../support/wholePart';

const JAAS = 'sasl.jaas.config';
/** Mechanisms that cannot log in without an entry of JAAS; Kerberos often has its own in a file. */
const NEEDS_JAAS = /^(?:PLAIN|SCRAM-SHA-\d+)$/;

export const rule: ScopeRule = {
  id: 'client/sasl-mechanism-missing',
  summary: 'SASL is switched on without what it needs, or set up and not switched on',
  severity: 'warning',
  roles: CLIENT_ROLES,
  clients: ['java', 'kafka-python', 'aiokafka'],
  sources: ['CommonClientConfigs.postValidateSaslMechanismConfig', 'JaasContext.loadClientContext', 'ChannelBuilders'],
  *check(given: Reader): Iterable<Report> {
    const reader = asClient(given);
    const protocol = reader.string('security.protocol')?.toUpperCase();
    if (protocol === undefined) return;
    const isOn = protocol.startsWith('SASL_');
    if (isOn && isOther(reader.scope)) return;
    const finding = isOn ? incomplete(reader, protocol) : ignored(reader, protocol);
    if (finding) yield finding;
  },
};

function incomplete(reader: Reader, protocol: string): Report | undefined {
  const mechanism = reader.setString('sasl.mechanism');
  if (mechanism?.value === '') {
    const message = `sasl.mechanism is empty with security.protocol=${protocol}: the client throws a ConfigException and does not start.`;
    const fixes = [setEntry(mechanism.entry, 'SCRAM-SHA-512')];
    const severity = reader.atLeast('3.3') ? 'error' : 'warning';
    return { span: mechanism.entry.span, message, severity, fixes };
  }
  const isWhole = reader.scope.completeness === 'complete';
  if (!mechanism || !NEEDS_JAAS.test(mechanism.value) || !isWhole || reader.has(JAAS) || hasOwnLogin(reader)) return;
  const message = `${mechanism.value} needs a login, but ${JAAS} is not set: the client only starts if the JVM names a file in java.security.auth.login.config.`;
  return { span: mechanism.entry.span, message, severity: 'information' };
}

function hasOwnLogin(reader: Reader): boolean {
  return ['sasl.login.class', 'sasl.login.callback.handler.class', 'sasl.client.callback.handler.class'].some((key) =>
    reader.has(key),
  );
}

function ignored(reader: Reader, protocol: string): Report | undefined {
  const entry = reader.entry('sasl.mechanism') ?? reader.entry(JAAS);
  if (!entry) return undefined;
  const why = reader.has('security.protocol')
    ? `${nameOf(reader, 'security.protocol')}=${protocol}`
    : `${nameOf(reader, 'security.protocol')} is ${protocol} by default`;
  const message = `${entry.writtenKey} has no effect, since ${why}: the client connects without logging in.`;
  const secure = protocol === 'SSL' ? ['SASL_SSL'] : ['SASL_SSL', 'SASL_PLAINTEXT'];
  return { span: entry.span, message, fixes: secure.map((value) => addOrSet(reader, 'security.protocol', value)) };
}
