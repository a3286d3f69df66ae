import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';

export const rule: ScopeRule = {
  id: 'client/unchecked-certificate',
  summary: 'The client accepts any certificate, or one for any host',
  severity: 'warning',
  roles: ['producer', 'consumer', 'admin', 'client'],
  clients: ['kafka-python', 'aiokafka', 'sarama', 'kafka-go', 'franz-go'],
  sources: ['crypto/tls Config.InsecureSkipVerify', 'kafka-python 3.0.12 (ssl_check_hostname)', 'Python ssl.CERT_NONE'],
  *checkEntry(entry: Entry, reader: Reader): Iterable<Report> {
    const found = entry.overriddenBy ? undefined : weakness(entry);
    if (!found) return;
    const message = `${found}: whoever answers can pose as the brokers, read all traffic and change it.`;
    const fixes = entry.writtenKey === 'ssl_check_hostname' ? [removeEntry(entry, 'the default is True')] : [];
    yield { span: entry.value.span, message, severity: inEnvironment(reader, 'warning'), fixes };
  },
};

function weakness({ writtenKey, value }: Entry): string | undefined {
  if (writtenKey === 'ssl_check_hostname') {
    const isOff = value.kind === 'literal' && !value.fallback && value.text === 'false';
    return isOff ? 'ssl_check_hostname=False accepts a certificate for any host' : undefined;
  }
  if (value.kind !== 'dynamic') return undefined;
  if (/\bInsecureSkipVerify:\s*true\b/.test(value.text)) return 'InsecureSkipVerify accepts any certificate';
  return /_create_unverified_context\(|\bCERT_NONE\b/.test(value.text)
    ? 'This SSL context accepts any certificate'
    : undefined;
}
