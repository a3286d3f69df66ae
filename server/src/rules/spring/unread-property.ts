import { lookup } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import type { Role } from '../../model/scope';
import { renameEntry } from '../fixes';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'spring/unread-property',
  summary: 'Spring Boot has no such property and ignores it',
  severity: 'warning',
  roles: ['producer', 'consumer', 'admin', 'streams', 'client'],
  sources: ['org.springframework.boot.autoconfigure.kafka.KafkaProperties', 'Binder (ignores unknown fields)'],
  *check(reader: Reader): Iterable<Report> {
    const { spring, role } = reader.scope;
    for (const entry of spring?.unread ?? []) {
      const key = kafkaKey(role, entry.key);
      const way = key ? `; ${key} belongs under properties` : '';
      // An application may keep settings of its own there, and read them itself.
      const severity = CLIENTS.some((client) => kafkaKey(client, entry.key)) ? 'warning' : 'hint';
      const message = `Spring Boot ignores ${entry.writtenKey}: spring.kafka has no such property${way}.`;
      yield { span: entry.keySpan, severity, message, fixes: key ? fixesOf(reader, entry, key) : [] };
    }
  },
};

const CLIENTS: readonly Role[] = ['producer', 'consumer', 'admin', 'streams'];

/** Kafka's setting that the name comes closest to: `linger-ms`, `lingerMs` and `linger` are `linger.ms`. */
function kafkaKey(role: Role, name: string): string | undefined {
  const dotted = name
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => `.${letter}`)
    .replace(/[-_]/g, '.')
    .toLowerCase();
  return [dotted, `${dotted}.ms`, `${dotted}.bytes`].find((key) => lookup(role, key));
}

/** Behind `properties` Kafka reads the value itself, so that `30s` would have to become a number. */
function fixesOf(reader: Reader, entry: Entry, key: string): Fix[] {
  const isKafkas = entry.value.kind === 'literal' && !/^\d+\s?[A-Za-z]+$|^PT/i.test(entry.value.text);
  return isKafkas && !reader.has(key) ? [renameEntry(reader, entry, key)] : [];
}
