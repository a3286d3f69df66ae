import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { allGivenTo, settingOf, textOf } from './support/settings';
import { verdictOn } from './support/verdict';

export const rule: ScopeRule = {
  id: 'librdkafka/invalid-value',
  summary: 'librdkafka refuses a value, or reads only its first digits',
  severity: 'error',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['rdkafka', 'confluent'],
  sources: ['librdkafka 2.15.1 CONFIGURATION.md', 'librdkafka 2.15.1 src/rdkafka_conf.c (rd_kafka_anyconf_set_prop)'],
  *check({ scope }: Reader): Iterable<Report> {
    for (const entry of allGivenTo(scope)) {
      const setting = settingOf(scope, entry.writtenKey);
      const text = textOf(entry);
      if (!setting || text === undefined) continue;
      const verdict = verdictOn(setting, text);
      const span = entry.value.span;
      if (verdict.kind === 'refused') {
        const message = `librdkafka refuses '${text}' for ${entry.writtenKey}, so the client cannot be made: ${verdict.why}.`;
        yield { span, message };
      } else if (verdict.kind === 'cut') {
        const message = `librdkafka reads ${verdict.read} here and drops the rest of '${text}': it knows no units.`;
        yield { span, message, severity: 'warning' };
      }
    }
  },
};
