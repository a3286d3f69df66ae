import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { CLIENT_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { oldTls } from '../support/oldTls';

export const rule: ScopeRule = {
  id: 'client/old-tls',
  summary: 'A client takes versions of TLS that are no longer safe',
  severity: 'warning',
  roles: CLIENT_ROLES,
  sources: ['RFC 8996 (TLS 1.0 and 1.1 deprecated)', 'SslConfigs.DEFAULT_SSL_ENABLED_PROTOCOLS'],
  checkEntry: (entry: Entry, reader: Reader): Iterable<Report> =>
    oldTls(entry, reader, /^ssl\.enabled\.protocols$/, 'the connection may use a version of TLS that has been broken.'),
};
