import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'sarama/unread-channel',
  summary: 'Nobody reads a channel of an AsyncProducer, which stops it',
  severity: 'warning',
  roles: ['producer'],
  clients: ['sarama'],
  sources: [
    'sarama 1.61.1 async_producer.go (Errors and Successes: "you must read from this channel or the Producer will deadlock")',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const { creation, completeness, shared, calls } = scope;
    if (!creation || !/^NewAsyncProducer/.test(creation.method) || completeness === 'fragment' || shared) return;
    if (!calls.some(({ method }) => method === 'Input')) return;
    const isRead = (method: string): boolean => calls.some((call) => call.method === method);
    for (const { channel, option, isOn } of CHANNELS) {
      if (!isSet(scope, option, isOn) || isRead(channel)) continue;
      const why = isOn ? `${option} is true by default` : `${option} is true`;
      const message = `Nobody reads ${channel}(), and ${why}: once the channel is full, the producer stops for good.`;
      yield { span: creation.methodSpan, message };
    }
  },
};

const CHANNELS = [
  { channel: 'Errors', option: 'Producer.Return.Errors', isOn: true },
  { channel: 'Successes', option: 'Producer.Return.Successes', isOn: false },
] as const;

function isSet({ entries }: Scope, option: string, byDefault: boolean): boolean {
  const entry = entries.findLast(({ writtenKey }) => writtenKey === option);
  if (!entry) return byDefault;
  return entry.value.kind === 'literal' && !entry.value.fallback && entry.value.text === 'true';
}
