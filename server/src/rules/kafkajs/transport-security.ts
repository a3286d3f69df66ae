import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { demandOf } from '../client/support/services';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { addressesIn, isLocal } from './support/brokers';
import { addOption } from './support/fixes';
import { optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/transport-security',
  summary: 'The connection can be read or taken over on the way, or is not what the brokers ask for',
  severity: 'warning',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['kafkajs', 'confluent', 'platformatic'],
  sources: [
    'kafkajs 2.2.4 src/network/socketFactory.js (ssl goes to tls.connect as it is)',
    '@platformatic/kafka 2.12.1 dist/network/connection.js (so does tls, or ssl)',
    '@confluentinc/kafka-javascript 1.10.1 lib/kafkajs/_common.js (security.protocol follows from ssl and sasl)',
    'RFC 4616 (SASL PLAIN sends the password)',
  ],
  *check(reader: Reader): Iterable<Report> {
    yield* unverified(reader);
    yield* uncheckedName(reader);
    yield* plainLogin(reader.scope);
    yield* refused(reader.scope);
  },
};

/** Where each library takes what the connection is made with. */
const NAMES: Readonly<Record<string, { readonly tls: readonly string[]; readonly sasl: string }>> = tableOf({
  kafkajs: { tls: ['ssl'], sasl: 'sasl' },
  confluent: { tls: ['kafkaJS.ssl'], sasl: 'kafkaJS.sasl' },
  platformatic: { tls: ['tls', 'ssl'], sasl: 'sasl' },
});

const namesFor = ({ client }: Scope) => NAMES[client] ?? { tls: [], sasl: '' };

function tlsOptionOf(scope: Scope, name: string): Entry | undefined {
  const found = namesFor(scope).tls.map((tls) => optionIn(scope, `${tls}${name}`));
  return found.find((entry) => entry !== undefined);
}

function* unverified(reader: Reader): Iterable<Report> {
  const entry = tlsOptionOf(reader.scope, '.rejectUnauthorized');
  if (entry?.value.kind !== 'literal' || entry.value.text !== 'false') return;
  const message =
    'rejectUnauthorized: false accepts any certificate: whoever answers can read and change all traffic. Set `ca` to the brokers’ authority instead.';
  const severity = inEnvironment(reader, 'warning');
  yield { span: entry.span, message, severity, fixes: [removeEntry(entry)] };
}

/** A function that finds nothing wrong with any name. */
const ACCEPTS_ANY =
  /^(?:function\s*)?\([^()]*\)\s*(?:=>\s*(?:undefined|null|void 0|\{\s*\}|\{\s*return(?:\s+undefined)?;?\s*\})|\{\s*(?:return(?:\s+undefined)?;?\s*)?\})$/;

function* uncheckedName(reader: Reader): Iterable<Report> {
  const entry = tlsOptionOf(reader.scope, '.checkServerIdentity');
  if (entry?.value.kind !== 'dynamic' || !ACCEPTS_ANY.test(entry.value.text)) return;
  const message =
    'checkServerIdentity accepts every name: whoever has any certificate of a trusted authority can pose as the brokers. Leave it out, or give `servername`.';
  yield { span: entry.span, message, severity: inEnvironment(reader, 'warning'), fixes: [removeEntry(entry)] };
}

/** True where the connection is known to be made without TLS. */
function isOpen(scope: Scope): boolean {
  if (scope.completeness === 'fragment' || optionIn(scope, 'security.protocol')) return false;
  const value = tlsOptionOf(scope, '')?.value;
  return !value || (value.kind === 'literal' && /^(?:false|null|undefined)$/.test(value.text) && !value.fallback);
}

function* plainLogin(scope: Scope): Iterable<Report> {
  const mechanism = optionIn(scope, `${namesFor(scope).sasl}.mechanism`);
  if (mechanism?.value.kind !== 'literal' || !isOpen(scope) || isLocal(scope)) return;
  // What a managed service refuses is told once.
  if (scope.environment === 'development' || demandOf(addressesOf(scope))) return;
  const name = mechanism.value.text.toUpperCase();
  const what = CLEAR[name];
  const message = what
    ? `SASL ${name} sends ${what} as it is, and without TLS the connection is not encrypted: everyone on the way can read it.`
    : `Without TLS the connection is not encrypted: SASL ${name} protects the password, but everyone on the way can read and change the records.`;
  yield { span: mechanism.span, message, severity: what ? 'warning' : 'information', fixes: withTls(scope) };
}

/** What a mechanism sends that can be used again by whoever reads it. */
const CLEAR: Readonly<Record<string, string>> = tableOf({ PLAIN: 'the password', OAUTHBEARER: 'the access token' });

function withTls(scope: Scope): Fix[] {
  if (tlsOptionOf(scope, '')) return [];
  const [name = ''] = namesFor(scope).tls;
  // An option of a block needs the block, and Platformatic's is an object.
  return scope.client === 'kafkajs' ? [addOption(scope, scope, name, 'true')] : [];
}

function addressesOf(scope: Scope): readonly string[] {
  const value = addressesIn(scope)?.value;
  return value?.kind === 'literal' ? value.text.split(',') : [];
}

/** A managed service closes connections of clients that come without TLS, or without a login. */
function* refused(scope: Scope): Iterable<Report> {
  const demand = demandOf(addressesOf(scope));
  const addresses = addressesIn(scope);
  if (!demand || !addresses || scope.completeness === 'fragment' || optionIn(scope, 'security.protocol')) return;
  const { sasl } = namesFor(scope);
  const isWithoutLogin = demand.login && !optionIn(scope, sasl);
  if (!isOpen(scope) && !isWithoutLogin) return;
  const wanted = demand.login ? 'TLS and a SASL login' : 'TLS';
  const missing = isOpen(scope) ? (isWithoutLogin ? 'either' : 'TLS') : 'a login';
  const message = `${demand.address} accepts connections with ${wanted} only: without ${missing} this client never gets one.`;
  yield { span: addresses.span, message, fixes: isOpen(scope) ? withTls(scope) : [] };
}
