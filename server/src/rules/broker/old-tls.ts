import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { oldTls } from '../support/oldTls';

const KEY = /^(?:listener\.name\.[^.]+\.)?ssl\.enabled\.protocols$/;

export const rule: ScopeRule = {
  id: 'broker/old-tls',
  summary: 'A listener takes versions of TLS that are no longer safe',
  severity: 'warning',
  roles: SERVER_ROLES,
  sources: ['RFC 8996 (TLS 1.0 and 1.1 deprecated)', 'SslConfigs.DEFAULT_SSL_ENABLED_PROTOCOLS'],
  checkEntry: (entry: Entry, reader: Reader): Iterable<Report> =>
    oldTls(entry, reader, KEY, 'clients may agree on versions of TLS that have been broken.'),
};
