import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { optionIn } from '../kafkajs/support/options';
import type { RuleContext, ScopeRule } from '../rule';
import { NODE_PACKAGES } from './support/node';

export const rule: ScopeRule = {
  id: 'librdkafka/never-commits',
  summary: 'Automatic commits are off and nothing commits',
  severity: 'information',
  roles: ['consumer'],
  clients: ['rdkafka', 'confluent'],
  packages: { rdkafka: NODE_PACKAGES },
  sources: [
    'librdkafka 2.15.1 CONFIGURATION.md (enable.auto.commit)',
    '@confluentinc/kafka-javascript 1.10.1 lib/kafkajs/_consumer.js (autoCommit, commitOffsets)',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    const { creation, handedOn } = scope;
    const entry = KEYS.map((key) => optionIn(scope, key)).find(Boolean);
    if (entry?.value.kind !== 'literal' || entry.value.fallback || entry.value.text !== 'false') return;
    if (!creation || handedOn || entry.elsewhere) return;
    if (COMMITS.test(text) || scope.calls.some(({ method }) => method === 'seek' || method === 'assign')) return;
    const message =
      'Automatic commits are off and nothing here commits: after a restart the group reads the same records again. Commit after the work.';
    yield { span: entry.span, message };
  },
};

const KEYS = ['enable.auto.commit', 'kafkaJS.autoCommit'];
const COMMITS = /\bcommit\w*\s*\(|\bsendOffsets\w*\s*\(/;
