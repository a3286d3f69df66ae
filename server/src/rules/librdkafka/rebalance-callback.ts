import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setOption } from '../kafkajs/support/fixes';
import { optionIn } from '../kafkajs/support/options';
import type { RuleContext, ScopeRule } from '../rule';
import { NODE_PACKAGES } from './support/node';

export const rule: ScopeRule = {
  id: 'librdkafka/rebalance-callback',
  summary: 'A rebalance callback takes partitions away from nobody and gives them to nobody',
  severity: 'warning',
  roles: ['consumer'],
  clients: ['rdkafka'],
  packages: { rdkafka: NODE_PACKAGES },
  sources: ['node-rdkafka 3.6.1 lib/kafka-consumer.js (a function of your own replaces the one that assigns)'],
  *check({ scope }: Reader, { document }: RuleContext): Iterable<Report> {
    const entry = optionIn(scope, 'rebalance_cb');
    if (entry?.value.kind !== 'dynamic' || entry.value.form !== 'function') return;
    // The function may hand the consumer on to code that assigns.
    if (/\b(?:un)?assign\b|\bincremental(?:Una|A)ssign\b/i.test(document.text) || handsOn(entry.value.text)) return;
    const message =
      'This rebalance_cb never calls assign(): a function here replaces the one of node-rdkafka, so the consumer gets no partition and reads nothing.';
    yield { span: entry.span, message, fixes: [setOption(scope, entry, 'true')] };
  },
};

function handsOn(source: string): boolean {
  return /\bthis\b(?!\s*\.)/.test(source) || /\b\w*[rR]ebalanc\w*\(/.test(source);
}
