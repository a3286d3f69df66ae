import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import { optionIn } from '../kafkajs/support/options';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'librdkafka/debug-log',
  summary: 'librdkafka logs each request and message',
  severity: 'information',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['rdkafka', 'confluent'],
  sources: ['librdkafka 2.15.1 CONFIGURATION.md (debug)'],
  *check({ scope }: Reader): Iterable<Report> {
    const entry = optionIn(scope, 'debug');
    if (entry?.value.kind !== 'literal' || entry.value.fallback || scope.environment === 'development') return;
    if (!/\b(?:all|msg|protocol|fetch|queue)\b/i.test(entry.value.text)) return;
    const message = `debug=${entry.value.text} logs lines for each request and message: it slows the client down and fills the log. Remove it after the search.`;
    yield { span: entry.span, message, fixes: [removeEntry(entry)] };
  },
};
