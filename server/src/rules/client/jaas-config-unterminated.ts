import type { Reader } from '../../catalogue/reader';
import { trimAsJava } from '../../catalogue/typed';
import { parseJaas } from '../../jaas/jaas';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { CLIENT_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { asClient } from '../support/wholePart';

export const rule: ScopeRule = {
  id: 'client/jaas-config-unterminated',
  summary: 'sasl.jaas.config does not end with a semicolon',
  severity: 'error',
  roles: CLIENT_ROLES,
  sources: ['org.apache.kafka.common.security.JaasConfig'],
  *check(reader: Reader): Iterable<Report> {
    const entry = reader.entry('sasl.jaas.config');
    const text = entry?.value.kind === 'literal' ? trimAsJava(entry.value.text) : '';
    // A comment may follow the semicolon.
    if (!entry || text === '' || text.endsWith(';') || !('problem' in parseJaas(text))) return;
    const usesSasl = asClient(reader).setString('security.protocol')?.value.toUpperCase().startsWith('SASL_') === true;
    const message = `${entry.writtenKey} has to end with a semicolon: the client fails with "JAAS config entry not terminated by semi-colon" when it logs in.`;
    const fixes = [setEntry(entry, `${text};`, { safe: true })].map((fix) => ({ ...fix, title: 'Add the semicolon' }));
    yield { span: entry.span, message, severity: usesSasl ? 'error' : 'warning', fixes };
  },
};
