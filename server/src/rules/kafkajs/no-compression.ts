import type { Reader } from '../../catalogue/reader';
import type { Call } from '../../model/call';
import type { Report } from '../../model/finding';
import { sliceSpan } from '../../model/span';
import type { RuleContext, ScopeRule } from '../rule';
import { addOption } from './support/fixes';
import { optionIn, sendsOf } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/no-compression',
  summary: 'Many records are sent uncompressed',
  severity: 'hint',
  roles: ['producer'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/protocol/requests/produce/v3/request.js (compression defaults to None)',
    'kafkajs 2.2.4 src/protocol/message/compression/index.js (GZIP is built in)',
  ],
  *check({ scope }: Reader, { document, profile }: RuleContext): Iterable<Report> {
    // Compression costs time before the first byte leaves.
    if (profile === 'latency') return;
    for (const call of sendsOf(scope)) {
      const { options, methodSpan } = call;
      if (options.completeness === 'fragment' || optionIn(options, 'compression')) continue;
      if (!isWorthIt(call, document.text)) continue;
      const message =
        'KafkaJS sends uncompressed unless each send() says otherwise. GZIP is built in and makes several records of JSON in one request much smaller.';
      const fix = addOption(scope, options, 'compression', 'CompressionTypes.GZIP', { imports: ['CompressionTypes'] });
      const severity = profile === 'throughput' ? 'information' : 'hint';
      yield { span: methodSpan, message, severity, fixes: [fix] };
    }
  },
};

/** Many records of JSON: they repeat their names, which is what compression is good at. */
function isWorthIt({ messages, method, span }: Call, text: string): boolean {
  if (method === 'sendBatch') return /JSON\.stringify/.test(sliceSpan(text, span));
  if (messages?.count !== 'many') return false;
  return messages.elements.some(({ form, entries }) => {
    const value = entries.find((entry) => entry.writtenKey === 'value')?.value;
    return form === 'object' && value !== undefined && /JSON\.stringify/.test(sliceSpan(text, value.span));
  });
}
