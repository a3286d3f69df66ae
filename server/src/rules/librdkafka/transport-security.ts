import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { addOrSet, removeEntry, setEntry } from '../fixes';
import { isLocal } from '../kafkajs/support/brokers';
import { optionIn } from '../kafkajs/support/options';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';

export const rule: ScopeRule = {
  id: 'librdkafka/transport-security',
  summary: 'The connection can be read or taken over on the way, or the login is not used at all',
  severity: 'warning',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['rdkafka'],
  sources: [
    'librdkafka 2.15.1 CONFIGURATION.md (security.protocol is plaintext by default)',
    'RFC 4616 (SASL PLAIN sends the password)',
  ],
  *check(reader: Reader): Iterable<Report> {
    yield* unverified(reader);
    if (!isLocal(reader.scope)) yield* login(reader);
  },
};

function* unverified(reader: Reader): Iterable<Report> {
  const isOff = (key: string, off: string): Entry | undefined => {
    const entry = optionIn(reader.scope, key);
    return entry?.value.kind === 'literal' && entry.value.text.toLowerCase() === off ? entry : undefined;
  };
  const any = isOff('enable.ssl.certificate.verification', 'false');
  const name = isOff('ssl.endpoint.identification.algorithm', 'none');
  const severity = inEnvironment(reader, 'warning');
  if (any) {
    const message =
      'enable.ssl.certificate.verification=false accepts any certificate from anyone: whoever answers the connection can read and change all of it. Give the brokers’ authority as ssl.ca.location.';
    yield { span: any.span, message, severity, fixes: [removeEntry(any)] };
  } else if (name) {
    const message =
      'ssl.endpoint.identification.algorithm=none accepts a trusted certificate for any host: whoever has one can pose as the brokers.';
    yield { span: name.span, message, severity, fixes: [removeEntry(name)] };
  }
}

function* login(reader: Reader): Iterable<Report> {
  const { scope } = reader;
  const protocol = optionIn(scope, 'security.protocol');
  const mechanism = optionIn(scope, 'sasl.mechanisms') ?? optionIn(scope, 'sasl.mechanism');
  if (mechanism?.value.kind !== 'literal') return;
  const name = mechanism.value.text.toUpperCase();
  if (!protocol) {
    if (scope.completeness === 'fragment' || mechanism.value.fallback) return;
    const message = `${mechanism.writtenKey} has no effect: security.protocol is plaintext by default, so librdkafka connects without any login.`;
    yield { span: mechanism.span, message, fixes: [addOrSet(reader, 'security.protocol', 'sasl_ssl')] };
    return;
  }
  const isClear = protocol.value.kind === 'literal' && /^sasl_plaintext$/i.test(protocol.value.text);
  if (!isClear || name !== 'PLAIN' || scope.environment === 'development') return;
  const message =
    'SASL PLAIN sends the password as it is, and with sasl_plaintext the connection is not encrypted: everyone on the way can read it.';
  yield { span: protocol.span, message, fixes: [setEntry(protocol, 'sasl_ssl')] };
}
