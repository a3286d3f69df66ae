import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { withArticle } from '../support/article';
import { givenTo, settingOf } from './support/settings';

export const rule: ScopeRule = {
  id: 'librdkafka/wrong-client-key',
  summary: 'A producer has a key of consumers or the other way round, which librdkafka ignores',
  severity: 'warning',
  roles: ['producer', 'consumer'],
  clients: ['rdkafka', 'confluent'],
  sources: [
    'librdkafka 2.15.1 CONFIGURATION.md (C/P)',
    'librdkafka 2.15.1 src/rdkafka_conf.c (rd_kafka_anyconf_warn_deprecated)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    for (const entry of givenTo(scope)) {
      const setting = settingOf(scope, entry.writtenKey);
      if (!setting || setting.scope === 'both' || setting.scope === scope.role) continue;
      const message = `librdkafka ignores ${entry.writtenKey} in ${withArticle(scope.role)}: it is a key of ${setting.scope}s. It says so once in its log.`;
      yield {
        span: entry.keySpan,
        message,
        fixes: [removeEntry(entry, 'it has no effect', { safe: true })],
        tags: ['unnecessary'],
      };
    }
  },
};
