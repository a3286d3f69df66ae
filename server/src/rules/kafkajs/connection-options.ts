import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { sliceSpan } from '../../model/span';
import type { RuleContext, ScopeRule } from '../rule';
import { wrongBrokers } from './support/brokerList';
import { isLocal } from './support/brokers';
import { addOption, setOption } from './support/fixes';
import { numberIn, optionIn } from './support/options';
import { replaceFix } from './support/texts';

export const rule: ScopeRule = {
  id: 'kafkajs/connection-options',
  summary: 'KafkaJS cannot connect with these options, or gives up too early',
  severity: 'error',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['kafkajs'],
  sources: [
    'kafkajs 2.2.4 src/cluster/connectionPoolBuilder.js (brokers)',
    'kafkajs 2.2.4 src/index.js (connectionTimeout 1000, retry of a consumer)',
  ],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    yield* noRetries(scope);
    if (scope.role === 'consumer') yield* ownRetries(scope, text);
    if (scope.role !== 'client') return;
    yield* brokers(scope, text);
    yield* shortTimeout(scope);
  },
};

function* brokers(scope: Scope, text: string): Iterable<Report> {
  const entry = optionIn(scope, 'brokers');
  if (entry?.value.kind !== 'literal') return;
  const source = sliceSpan(text, entry.value.span);
  if (entry.value.form === 'string') {
    const message =
      'brokers must be an array of "host:port" strings: KafkaJS iterates a string character by character and cannot connect.';
    const list = entry.value.text.includes(',') ? `${source}.split(',')` : `[${source}]`;
    yield { span: entry.span, message, fixes: [replaceFix('Make it an array', entry.value.span, list, true)] };
  } else if (entry.value.form === 'list') yield* brokerList(entry, source);
}

function* brokerList(entry: Entry, source: string): Iterable<Report> {
  if (entry.value.text === '' && !/^\[\s*\]$/.test(source)) return;
  if (entry.value.text === '') {
    yield {
      span: entry.span,
      message: 'brokers is empty: connect() throws "Failed to connect: brokers array is empty".',
    };
    return;
  }
  const joined = /^\[\s*(['"`])([^'"`]*)\1\s*(?:,\s*)?\]$/.exec(source)?.[2];
  if (joined?.includes(',')) {
    const message = 'Several brokers in one string: KafkaJS reads it as one host and port, and cannot connect.';
    const list = `[${joined
      .split(',')
      .map((one) => `'${one.trim()}'`)
      .join(', ')}]`;
    yield {
      span: entry.span,
      message,
      fixes: [replaceFix('Make each a string of its own', entry.value.span, list, true)],
    };
    return;
  }
  for (const { text, span } of wrongBrokers(entry, source, isAddress)) {
    yield {
      span,
      message: `KafkaJS cannot connect to '${text}': it splits a broker at its colon into host and port. Write host:9092.`,
    };
  }
}

/** What KafkaJS can connect to: it splits at colons and takes the second part as Number() does, blanks and all. */
function isAddress(broker: string): boolean {
  const [host = '', port = ''] = broker.split(':');
  return /^[^\s/]+$/.test(host.trim()) && port.trim() !== '' && Number(port) >= 0 && Number(port) < 65536;
}

/** TLS and SASL need several round trips, each within the time for connecting or close to it. */
function* shortTimeout(scope: Scope): Iterable<Report> {
  const entry = optionIn(scope, 'ssl') ?? optionIn(scope, 'sasl');
  if (!entry || optionIn(scope, 'connectionTimeout') || scope.completeness === 'fragment' || isLocal(scope)) return;
  const message =
    'KafkaJS gives a connection 1 second by default, TLS handshake included: that is short for brokers that are far away or busy. Set connectionTimeout.';
  const fixes = [addOption(scope, scope, 'connectionTimeout', '10000', { safe: true })];
  yield { span: entry.keySpan, message, severity: 'hint', fixes };
}

function* ownRetries(scope: Scope, text: string): Iterable<Report> {
  const { parent, creation } = scope;
  const shared = parent && optionIn(parent, 'retry.retries');
  if (!shared || !creation || scope.completeness === 'fragment' || optionIn(scope, 'retry')) return;
  const count = sliceSpan(text, shared.value.span);
  const message = `retries: ${count} of new Kafka() does not hold for consumers: consumer() retries 5 times unless its own options say otherwise.`;
  const fixes = [addOption(scope, scope, 'retry.retries', count)];
  yield {
    span: creation.methodSpan,
    message,
    severity: 'information',
    fixes: shared.value.kind === 'literal' ? fixes : [],
  };
}

function* noRetries(scope: Scope): Iterable<Report> {
  const entry = optionIn(scope, 'retry.retries');
  // An idempotent producer throws, which is the finding of another rule.
  if (!entry || numberIn(scope, 'retry.retries') !== 0 || optionIn(scope, 'idempotent')) return;
  const message =
    'Without retries every change of a leader, a coordinator or a broker is a failure that your code has to handle: these happen whenever a broker restarts.';
  yield { span: entry.span, message, severity: 'warning', fixes: [setOption(scope, entry, '5', { safe: true })] };
}
