import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report, Severity } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { COLLECTORS, GONE_FLAGS } from './support/goneFlags';
import { sizeOf } from './support/heap';

export const rule: ScopeRule = {
  id: 'jvm/rejected-flag',
  summary: 'The JVM does not start with a flag',
  severity: 'error',
  roles: ['jvm'],
  sources: [
    'JDK 17, java -XX:+PrintFlagsFinal',
    'KIP-1013 (Java 17 for brokers from Kafka 4.0 on)',
    'JEP 363, JEP 271',
  ],
  *check(reader: Reader): Iterable<Report> {
    for (const entry of reader.scope.entries) {
      if (GONE_FLAGS.has(entry.key)) yield gone(reader, entry);
      if (/^-Xm[xs]$/.test(entry.key) && entry.value.kind === 'literal' && sizeOf(entry.value.text) === undefined) {
        const message = `The JVM does not start: ${entry.key}${entry.value.text} must be a whole number with k, m or g at most.`;
        yield { span: entry.span, message };
      }
    }
    yield* severalCollectors(reader);
  },
};

/** Which JDK runs Kafka is known from 4.0 on, which needs 17. */
function gone(reader: Reader, entry: Entry): Report {
  const severity: Severity = !reader.atLeast('4.0')
    ? 'information'
    : reader.scope.target.source === 'newest'
      ? 'warning'
      : 'error';
  const jdk = reader.atLeast('4.0') ? 'Java 17, which Kafka 4.0 and later need, rejects' : 'Java 17 and later reject';
  const message = `${jdk} ${entry.writtenKey}: the JVM does not start.`;
  return {
    span: entry.span,
    message,
    severity,
    fixes: [removeEntry(entry, undefined, { safe: severity === 'error' })],
  };
}

function* severalCollectors(reader: Reader): Iterable<Report> {
  const chosen = reader.scope.entries.filter(
    ({ key, value, overriddenBy }) => COLLECTORS.includes(key) && value.text === 'true' && !overriddenBy,
  );
  const [first, ...others] = chosen;
  if (!first) return;
  for (const entry of others) {
    const message = `The JVM does not start: ${entry.writtenKey} chooses a second garbage collector beside ${first.writtenKey}.`;
    yield { span: entry.span, message, fixes: [removeEntry(entry), removeEntry(first)] };
  }
}
