import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { sliceSpan } from '../../model/span';
import { optionIn } from '../kafkajs/support/options';
import type { RuleContext, ScopeRule } from '../rule';
import { NODE_PACKAGES } from './support/node';

export const rule: ScopeRule = {
  id: 'librdkafka/no-delivery-report',
  summary: 'A record that cannot be delivered is dropped, and nobody learns of it',
  severity: 'information',
  roles: ['producer'],
  clients: ['rdkafka'],
  packages: { rdkafka: NODE_PACKAGES },
  sources: ['node-rdkafka 3.6.1 lib/producer.js (delivery-report is only emitted with dr_cb or dr_msg_cb)'],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    const { creation, handedOn, calls, completeness, environment } = scope;
    if (!creation || handedOn || environment === 'development') return;
    if (sliceSpan(text, creation.methodSpan) !== 'Producer' || !calls.some(({ method }) => method === 'produce'))
      return;
    const asked = optionIn(scope, 'dr_cb') ?? optionIn(scope, 'dr_msg_cb');
    if (completeness === 'complete' && !asked) {
      yield { span: creation.methodSpan, message: UNASKED };
    } else if (asked && asked.value.kind === 'literal' && !/delivery-report/.test(text)) {
      yield { span: asked.span, message: UNHEARD };
    }
  },
};

const UNASKED =
  'Without dr_cb nobody learns of a record that cannot be delivered: produce() only queues it. Set dr_cb and listen to `delivery-report`.';
const UNHEARD =
  'dr_cb has no listener: a record that cannot be delivered goes unnoticed. Listen to `delivery-report` and look at its error.';
