import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { sliceSpan } from '../../model/span';
import type { RuleContext, ScopeRule } from '../rule';
import { NODE_PACKAGES } from './support/node';

export const rule: ScopeRule = {
  id: 'librdkafka/no-poll',
  summary: 'A producer that nobody polls gets no delivery reports, and its queue fills up for good',
  severity: 'warning',
  roles: ['producer'],
  clients: ['rdkafka'],
  packages: { rdkafka: NODE_PACKAGES },
  sources: [
    'node-rdkafka 3.6.1 lib/producer.js (poll, setPollInterval), src/producer.cc (dr_cb is always set)',
    'librdkafka 2.16.0, run: a record counts for queue.buffering.max.messages until its delivery report is polled',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    const { creation, handedOn, calls } = scope;
    if (!creation || handedOn || sliceSpan(text, creation.methodSpan) !== 'Producer') return;
    const produces = calls.filter(({ method }) => method === 'produce');
    if (produces.length === 0 || POLLING.test(text) || isScript(scope)) return;
    const message =
      'Nothing polls this producer: no delivery report or error arrives, and produce() throws "Queue full" after 100,000 messages. Call setPollInterval(100).';
    yield { span: creation.methodSpan, message };
  },
};

const POLLING = /\.\s*(?:poll|setPollInterval|setPollInBackground|flush)\s*\(/;

/** It sends a few records and ends: disconnect() flushes, which polls too. */
function isScript({ calls }: Reader['scope']): boolean {
  const isOnce = calls.every(({ method, repetition }) => method !== 'produce' || repetition === 'start-up');
  return isOnce && calls.some(({ method }) => method === 'disconnect');
}
