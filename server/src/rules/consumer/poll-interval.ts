import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry, setEntry } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { humanDuration } from '../support/human';
import { nameOf } from '../support/naming';

type Option = 'shortestMs' | 'mostRecords';

export const rule: ScopeRule<Option> = {
  id: 'consumer/poll-interval',
  summary: 'The time between polls does not fit the work of one poll',
  severity: 'warning',
  roles: ['consumer', 'client'],
  clients: ['java', 'rdkafka', 'kafka-python', 'aiokafka'],
  sources: ['ConsumerConfig.MAX_POLL_INTERVAL_MS_DOC, MAX_POLL_RECORDS_DOC', 'KIP-62'],
  options: {
    shortestMs: { description: '`max.poll.interval.ms` that is no finding.', default: 60_000, minimum: 1 },
    mostRecords: {
      description: '`max.poll.records` that is no finding yet while the interval is the default.',
      default: 5000,
      minimum: 2,
    },
  },
  *check(reader: Reader, { options }: RuleContext<Option>): Iterable<Report> {
    const interval = intervalFinding(reader, options.shortestMs);
    if (interval) yield interval;
    const records = recordsFinding(reader, options.mostRecords);
    if (records) yield records;
  },
};

function intervalFinding(reader: Reader, shortest: number): Report | undefined {
  const interval = reader.setNumber('max.poll.interval.ms');
  if (!interval) return undefined;
  const { entry, value } = interval;
  const session = isClassic(reader) ? reader.setNumber('session.timeout.ms')?.value : undefined;
  const underSession = session !== undefined && value < session;
  if (value >= shortest && !underSession) return undefined;
  const which = underSession ? `, less than session.timeout.ms (${session})` : '';
  const message = `${entry.writtenKey} is ${humanDuration(value)}${which}: a consumer that needs longer for the records of a poll loses its partitions. Default: 5 minutes.`;
  return { span: entry.span, message, fixes: [setEntry(entry, '300000')] };
}

function recordsFinding(reader: Reader, most: number): Report | undefined {
  const records = reader.setNumber('max.poll.records');
  if (!records) return undefined;
  const { entry, value } = records;
  const fixes = [removeEntry(entry, 'the default is 500')];
  if (value === 1) {
    const message = `${entry.writtenKey}=1 hands out one record a poll: the loop cannot work on several at a time, nor commit for several.`;
    return { span: entry.span, message, severity: 'information', fixes };
  }
  const interval = reader.number('max.poll.interval.ms');
  if (value <= most || interval === undefined || reader.has('max.poll.interval.ms')) return undefined;
  const each = Math.floor(interval / value);
  const message = `${value} records of one poll have to be done within the default ${nameOf(reader, 'max.poll.interval.ms')} of ${humanDuration(interval)}: ${each} ms each, or the member is thrown out.`;
  return { span: entry.span, message, severity: 'information', fixes };
}

function isClassic(reader: Reader): boolean {
  return reader.string('group.protocol')?.toLowerCase() !== 'consumer';
}
