import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { sliceSpan } from '../../model/span';
import { wrongBrokers } from '../kafkajs/support/brokerList';
import { optionIn } from '../kafkajs/support/options';
import type { RuleContext, ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'platformatic/broker-address',
  summary: '@platformatic/kafka reads an address as the name of a host',
  severity: 'error',
  roles: ['producer', 'consumer', 'admin'],
  clients: ['platformatic'],
  sources: ['@platformatic/kafka 2.12.1 dist/network/utils.js (parseBroker)'],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    const entry = optionIn(scope, 'bootstrapBrokers');
    if (entry?.value.kind !== 'literal' || entry.value.form !== 'list' || entry.value.text === '') return;
    for (const broker of wrongBrokers(entry, sliceSpan(text, entry.value.span), isAddress)) {
      const message = `@platformatic/kafka cannot connect to '${broker.text}': an address is one host and port, without a scheme. Write host:9092.`;
      yield { span: broker.span, message };
    }
  },
};

/** It knows host, host:port, [address]:port and an address of IPv6 without brackets; without a port it uses 9092. */
function isAddress(broker: string): boolean {
  const text = broker.trim();
  if (/^\[[\da-f:.]+\](?::\d+)?$/i.test(text) || /^[\da-f]*:[\da-f]*:[\da-f:.]*$/i.test(text)) return true;
  const [host = '', port = '', ...rest] = text.split(':');
  return rest.length === 0 && /^[^\s/,]+$/.test(host) && (port === '' || (Number(port) > 0 && Number(port) < 65536));
}
