import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { isLocal } from './support/brokers';
import { addOption } from './support/fixes';
import { optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/transport-security',
  summary: 'The connection can be read or taken over on the way',
  severity: 'warning',
  roles: ['client'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/network/socketFactory.js (ssl goes to tls.connect as it is)',
    'RFC 4616 (SASL PLAIN sends the password)',
  ],
  *check(reader: Reader): Iterable<Report> {
    yield* unverified(reader);
    yield* plainPassword(reader.scope);
  },
};

function* unverified(reader: Reader): Iterable<Report> {
  const entry = optionIn(reader.scope, 'ssl.rejectUnauthorized');
  if (entry?.value.kind !== 'literal' || entry.value.text !== 'false') return;
  const message =
    'rejectUnauthorized: false takes any certificate from anyone: the connection is encrypted, but whoever answers it can read and change all of it. Give the authority of the brokers as `ca` instead.';
  const severity = inEnvironment(reader, 'warning');
  yield { span: entry.span, message, severity, fixes: [removeEntry(entry)] };
}

function* plainPassword(scope: Scope): Iterable<Report> {
  const mechanism = optionIn(scope, 'sasl.mechanism');
  const isPlain = mechanism?.value.kind === 'literal' && mechanism.value.text.toLowerCase() === 'plain';
  const tls = optionIn(scope, 'ssl');
  const isOff = !tls || (tls.value.kind === 'literal' && tls.value.text === 'false');
  if (!mechanism || !isPlain || !isOff || isLocal(scope) || scope.environment === 'development') return;
  if (scope.completeness === 'fragment') return;
  const message =
    'SASL PLAIN sends the password as it is, and without `ssl` the connection is not encrypted: everyone on the way can read it.';
  const fixes = tls ? [] : [addOption(scope, scope, 'ssl', 'true')];
  yield { span: mechanism.span, message, fixes };
}
