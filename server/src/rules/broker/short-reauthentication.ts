import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { humanDuration } from '../support/human';
import { inEnvironment } from '../support/severity';

/** An hour: tokens and passwords mostly live for longer. */
const USUAL_MS = 3_600_000;
const SHORT_MS = 60_000;

export const rule: ScopeRule = {
  id: 'broker/short-reauthentication',
  summary: 'Clients must log in again within seconds',
  severity: 'warning',
  from: '2.2',
  roles: SERVER_ROLES,
  sources: [
    'BrokerSecurityConfigs.CONNECTIONS_MAX_REAUTH_MS_DOC',
    'SocketServer.processCompletedReceives (closes connections whose session has expired)',
    'KIP-368',
  ],
  *check(reader: Reader): Iterable<Report> {
    for (const entry of reader.scope.entries) {
      const { key, value, overriddenBy } = entry;
      if (!/(?:^|\.)connections\.max\.reauth\.ms$/.test(key) || value.kind !== 'literal' || overriddenBy) continue;
      const lifetime = /^\s*\d{1,15}\s*$/.test(value.text) ? Number(value.text) : 0;
      if (lifetime < 1 || lifetime >= SHORT_MS) continue;
      const message = `Each connection must log in again within ${humanDuration(lifetime)}, or the broker closes it at its next request.`;
      const fixes = [setEntry(entry, String(USUAL_MS))];
      yield { span: entry.span, message, severity: inEnvironment(reader, 'warning'), fixes };
    }
  },
};
