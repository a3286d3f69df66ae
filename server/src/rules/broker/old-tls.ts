import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';

const KEY = /^(?:listener\.name\.[^.]+\.)?ssl\.enabled\.protocols$/;
const OLD: readonly string[] = ['SSLv2Hello', 'SSLv3', 'TLSv1', 'TLSv1.1'];

export const rule: ScopeRule = {
  id: 'broker/old-tls',
  summary: 'A listener takes versions of TLS that are no longer safe',
  severity: 'warning',
  roles: SERVER_ROLES,
  sources: ['RFC 8996 (TLS 1.0 and 1.1 deprecated)', 'SslConfigs.DEFAULT_SSL_ENABLED_PROTOCOLS'],
  *check(reader: Reader): Iterable<Report> {
    for (const entry of reader.scope.entries) {
      if (entry.overriddenBy || entry.value.kind !== 'literal' || !KEY.test(entry.key)) continue;
      const names = entry.value.text.split(',').map((name) => name.trim());
      const old = names.filter((name) => OLD.includes(name));
      if (old.length === 0) continue;
      const kept = names.filter((name) => !OLD.includes(name));
      const message = `${entry.writtenKey} has ${old.join(', ')}: clients may agree on versions of TLS that have been broken. Java disables them by default.`;
      const fixes = [setEntry(entry, kept.length > 0 ? kept.join(',') : 'TLSv1.2,TLSv1.3')];
      yield { span: entry.span, message, severity: inEnvironment(reader, 'warning'), fixes };
    }
  },
};
