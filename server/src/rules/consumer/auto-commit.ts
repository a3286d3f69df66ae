import type { Reader } from '../../catalogue/reader';
import type { Report, Severity } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet, removeEntry, setEntry } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { humanDuration } from '../support/human';
import { isOther } from '../support/naming';
import { inEnvironment } from '../support/severity';

export const rule: ScopeRule = {
  id: 'consumer/auto-commit',
  summary: 'Offsets are committed on a timer rather than after processing',
  severity: 'information',
  roles: ['consumer'],
  clients: ['java', 'rdkafka', 'kafka-python', 'aiokafka'],
  sources: ['KafkaConsumer (automatic offset committing)', 'ConsumerConfig.ENABLE_AUTO_COMMIT_DOC'],
  *check(reader: Reader, { profile }: RuleContext): Iterable<Report> {
    // Connect and Streams commit by themselves, and a consumer without a group commits nothing.
    if (reader.scope.part) return;
    if (!reader.boolean('enable.auto.commit')) {
      yield* uselessInterval(reader);
      return;
    }
    const interval = intervalFinding(reader);
    if (interval) yield interval;
    const written = reader.setBoolean('enable.auto.commit');
    const span = written?.entry.span ?? anchorOf(reader);
    if (!reader.has('group.id') || !span) return;
    const every = humanDuration(reader.number('auto.commit.interval.ms') ?? 5000);
    const own = reader.scope.calls.find(({ method }) => COMMITS.test(method));
    const who = isOther(reader.scope) ? 'The consumer' : 'poll()';
    const timer = `${who} commits offsets every ${every}${written ? '' : ' (the default)'}`;
    const message = own
      ? `${timer} beside ${own.method}(): what the program leaves uncommitted is committed all the same.`
      : `${timer}: after a crash, records that failed or were handed to other threads are skipped, and others are read again.`;
    const fixes = [addOrSet(reader, 'enable.auto.commit', 'false')];
    const isMeant = written !== undefined || own !== undefined;
    yield { span, message, severity: inEnvironment(reader, severityOf(profile, isMeant)), fixes };
  },
};

/** A program that commits itself wants to say when. */
const COMMITS = /^(?:commit(?:Sync|Async)?|Commit(?:Message|Offsets)?)$/;

/** Nothing commits on a timer that is switched off. */
function* uselessInterval(reader: Reader): Iterable<Report> {
  const interval = reader.entry('auto.commit.interval.ms');
  if (!interval || !reader.setBoolean('enable.auto.commit')) return;
  const message = `${interval.writtenKey} has no effect, since enable.auto.commit is false: nothing commits on a timer.`;
  yield { span: interval.span, message, fixes: [removeEntry(interval)] };
}

function severityOf(profile: RuleContext['profile'], isMeant: boolean): Severity {
  if (profile === 'durability') return 'warning';
  return isMeant ? 'information' : 'hint';
}

function intervalFinding(reader: Reader): Report | undefined {
  const interval = reader.setNumber('auto.commit.interval.ms');
  if (!interval || (interval.value >= 1000 && interval.value <= 60_000)) return undefined;
  const { entry, value } = interval;
  const often = value < 1000;
  const message = often
    ? `A commit every ${value} ms from every member loads the group's coordinator and the offsets topic; the default is 5000.`
    : `With a commit every ${humanDuration(value)}, up to that much work is done again after a crash or a rebalance; the default is 5000 ms.`;
  const severity = value < 100 ? 'warning' : 'hint';
  return { span: entry.span, message, severity, fixes: [setEntry(entry, '5000')] };
}
