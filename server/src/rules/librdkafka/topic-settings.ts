import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { givenTo, settingOf } from './support/settings';

export const rule: ScopeRule = {
  id: 'librdkafka/topic-settings',
  summary: 'A setting of topics is where node-rdkafka drops it',
  severity: 'warning',
  roles: ['producer', 'consumer'],
  clients: ['rdkafka'],
  sources: [
    'node-rdkafka 3.6.1 src/kafka-consumer.cc, src/producer.cc (default_topic_conf is always set from the second argument)',
    '@confluentinc/kafka-javascript 1.10.1 src/kafka-consumer.cc (only where there is a second argument)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    for (const entry of givenTo({ ...scope, entries: scope.others })) {
      const setting = settingOf(scope, entry.writtenKey);
      if (setting?.scope !== scope.role || scope.entries.some(({ key }) => key === entry.key)) continue;
      const message = `${entry.writtenKey} has no effect here: node-rdkafka replaces all settings of topics by the second argument. Put it there.`;
      yield { span: entry.span, message, tags: ['unnecessary'] };
    }
  },
};
