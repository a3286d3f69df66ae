import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { RuleContext, ScopeRule } from '../rule';
import { addOption, setOption } from './support/fixes';
import { optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/auto-topic-creation',
  summary: 'A misspelt topic is created instead of rejected',
  severity: 'hint',
  roles: ['producer', 'consumer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/index.js (allowAutoTopicCreation defaults to true)',
    'Kafka broker: auto.create.topics.enable is true by default',
  ],
  *check({ scope }: Reader, { profile }: RuleContext): Iterable<Report> {
    if (scope.environment === 'development' || !scope.creation) return;
    const entry = optionIn(scope, 'allowAutoTopicCreation');
    const isOn = entry?.value.kind === 'literal' && entry.value.text === 'true';
    // Few set it, so that its absence is only told to those who have asked for durability.
    const isDefault = !entry && scope.completeness === 'complete' && profile === 'durability';
    if (!isOn && !isDefault) return;
    const message = `${entry ? '' : 'allowAutoTopicCreation is true by default. '}Using a misspelt topic creates it where brokers allow that, often with one partition and one replica.`;
    const fix = entry ? setOption(scope, entry, 'false') : addOption(scope, scope, 'allowAutoTopicCreation', 'false');
    yield { span: entry?.span ?? scope.creation.methodSpan, message, fixes: [fix] };
  },
};
