import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { addOption } from './support/fixes';
import { isBefore2, optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/partitioner-unset',
  summary: 'KafkaJS warns at each start that its default partitioner has changed',
  severity: 'hint',
  roles: ['producer'],
  clients: ['kafkajs'],
  sources: ['kafkajs 2.2.4 src/index.js (warnOfDefaultPartitioner)', 'KafkaJS migration guide for 2.0'],
  *check({ scope }: Reader): Iterable<Report> {
    const { creation } = scope;
    // KafkaJS 1 has one partitioner, and no warning.
    if (isBefore2(scope) || !creation || scope.completeness === 'fragment' || optionIn(scope, 'createPartitioner'))
      return;
    const message =
      'Without createPartitioner KafkaJS 2 logs a warning at each start: since 2.0 its default sends a key to the partition that the Java client would choose, which is another one than in KafkaJS 1.';
    const fixes = [
      addOption(scope, scope, 'createPartitioner', 'Partitioners.DefaultPartitioner', {
        safe: true,
        imports: ['Partitioners'],
      }),
      addOption(scope, scope, 'createPartitioner', 'Partitioners.LegacyPartitioner', { imports: ['Partitioners'] }),
    ];
    yield { span: creation.methodSpan, message, fixes };
  },
};
