import type { Reader } from '../../catalogue/reader';
import type { Report, Severity } from '../../model/finding';
import { setEntry } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { humanDuration } from '../support/human';
import { inEnvironment } from '../support/severity';
import { fitsDeliveryTimeout } from './support/deliveryTimeout';

const LIMITS = [
  {
    key: 'delivery.timeout.ms',
    least: 30_000,
    usual: '120000',
    cost: 'records fail as soon as a broker restarts or a leader changes slowly',
  },
  {
    key: 'request.timeout.ms',
    least: 5_000,
    usual: '30000',
    cost: 'a broker under load is taken for dead, and the request is sent to it again',
  },
  {
    key: 'max.block.ms',
    least: 1_000,
    usual: '60000',
    cost: 'send() throws when metadata takes a moment, as at the first record or while a leader changes',
  },
] as const;

export const rule: ScopeRule = {
  id: 'producer/timeouts-too-short',
  summary: 'A timeout is shorter than an ordinary fail-over',
  severity: 'warning',
  roles: ['producer'],
  sources: ['ProducerConfig.DELIVERY_TIMEOUT_MS_DOC, REQUEST_TIMEOUT_MS_DOC, MAX_BLOCK_MS_DOC'],
  *check(reader: Reader, { profile }: RuleContext): Iterable<Report> {
    const severity: Severity = profile === 'latency' ? 'hint' : inEnvironment(reader, 'warning');
    for (const { key, least, usual, cost } of LIMITS) {
      const timeout = reader.setNumber(key);
      if (!timeout || timeout.value >= least || isRefused(reader, key, timeout.value)) continue;
      const fits = key !== 'request.timeout.ms' || fitsDeliveryTimeout(reader, key, Number(usual));
      const fixes = fits ? [setEntry(timeout.entry, usual)] : [];
      const message = `${key} is ${humanDuration(timeout.value)}: ${cost}. The default is ${humanDuration(Number(usual))}.`;
      yield { span: timeout.entry.span, message, severity, fixes };
    }
  },
};

/** What Kafka does not start with is the finding of another rule. */
function isRefused(reader: Reader, key: string, value: number): boolean {
  const request = reader.number('request.timeout.ms');
  const linger = reader.number('linger.ms');
  return key === 'delivery.timeout.ms' && request !== undefined && linger !== undefined && value < request + linger;
}
