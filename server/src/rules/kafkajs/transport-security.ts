import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
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
    yield* uncheckedName(reader);
    yield* plainLogin(reader.scope);
  },
};

function* unverified(reader: Reader): Iterable<Report> {
  const entry = optionIn(reader.scope, 'ssl.rejectUnauthorized');
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
  const entry = optionIn(reader.scope, 'ssl.checkServerIdentity');
  if (entry?.value.kind !== 'dynamic' || !ACCEPTS_ANY.test(entry.value.text)) return;
  const message =
    'checkServerIdentity accepts every name: whoever has any certificate of a trusted authority can pose as the brokers. Leave it out, or give `servername`.';
  yield { span: entry.span, message, severity: inEnvironment(reader, 'warning'), fixes: [removeEntry(entry)] };
}

function* plainLogin(scope: Scope): Iterable<Report> {
  const mechanism = optionIn(scope, 'sasl.mechanism');
  const tls = optionIn(scope, 'ssl');
  const isOff = !tls || (tls.value.kind === 'literal' && tls.value.text === 'false' && !tls.value.fallback);
  if (mechanism?.value.kind !== 'literal' || !isOff || isLocal(scope) || scope.environment === 'development') return;
  if (scope.completeness === 'fragment') return;
  const name = mechanism.value.text.toUpperCase();
  const what = CLEAR[name];
  const message = what
    ? `SASL ${name} sends ${what} as it is, and without \`ssl\` the connection is not encrypted: everyone on the way can read it.`
    : `Without \`ssl\` the connection is not encrypted: SASL ${name} protects the password, but everyone on the way can read and change the records.`;
  const fixes = tls ? [] : [addOption(scope, scope, 'ssl', 'true')];
  yield { span: mechanism.span, message, severity: what ? 'warning' : 'information', fixes };
}

/** What a mechanism sends that can be used again by whoever reads it. */
const CLEAR: Readonly<Record<string, string>> = tableOf({ PLAIN: 'the password', OAUTHBEARER: 'the access token' });
