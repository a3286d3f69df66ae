import type { Reader } from '../../catalogue/reader';
import type { Fix, Report, Severity } from '../../model/finding';
import type { Span } from '../../model/span';
import { addOrSet, setEntry } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { humanDuration } from '../support/human';

/** What a broker accepts by default (group.min.session.timeout.ms). */
const BROKER_MINIMUM_MS = 6000;
const SHORT_MS = 10_000;
const SHORTISH_MS = 30_000;

export const rule: ScopeRule = {
  id: 'consumer/session-and-heartbeat',
  summary: 'The session does not outlast a few heartbeats, or ends with the first pause',
  severity: 'warning',
  roles: ['consumer', 'connect-distributed'],
  sources: [
    'org.apache.kafka.clients.consumer.internals.Heartbeat',
    'KIP-735',
    'group.min.session.timeout.ms of the broker',
  ],
  *check(reader: Reader, { profile }: RuleContext): Iterable<Report> {
    // Under the new protocol the broker sets both, and another rule reports them.
    if (reader.string('group.protocol')?.toLowerCase() === 'consumer') return;
    const ratio = ratioFinding(reader);
    if (ratio) yield ratio;
    const session = reader.setNumber('session.timeout.ms');
    if (!session || ratio?.severity === 'error') return;
    const short = shortFinding(session.value, reader, profile);
    if (!short) return;
    const fixes = [setEntry(session.entry, reader.scope.role === 'consumer' ? '45000' : '10000')];
    yield { span: session.entry.span, ...short, fixes };
  },
};

/** One of the two has to be written, or there is nothing to point at. */
function ratioFinding(reader: Reader): (Report & { readonly severity: Severity }) | undefined {
  const heartbeat = reader.number('heartbeat.interval.ms');
  const session = reader.number('session.timeout.ms');
  const entry = reader.entry('heartbeat.interval.ms') ?? reader.entry('session.timeout.ms');
  if (heartbeat === undefined || !entry) return undefined;
  if (heartbeat < 0 && heartbeat < (session ?? 0)) return negativeFinding(reader, entry.span, heartbeat);
  if (session === undefined || (heartbeat < session && heartbeat * 3 <= session)) return undefined;
  const refused = heartbeat >= session;
  const values = `heartbeat.interval.ms (${heartbeat}) is ${refused ? 'not below' : 'over a third of'} session.timeout.ms (${session})`;
  const message = refused
    ? `${values}: "Heartbeat must be set lower than the session timeout", and the ${memberName(reader)} does not start.`
    : `${values}: one or two late heartbeats throw the member out of its group, and the group rebalances.`;
  const severity = refused && joinsGroup(reader) ? 'error' : 'warning';
  return { span: entry.span, message, severity, fixes: ratioFixes(reader, heartbeat, session, refused) };
}

/** Kafka has no bound for it, and stops when it starts to count the time. */
function negativeFinding(reader: Reader, span: Span, heartbeat: number): Report & { readonly severity: Severity } {
  const message = `heartbeat.interval.ms is ${heartbeat}: "Invalid negative timeout", and the ${memberName(reader)} does not start.`;
  return { span, message, severity: joinsGroup(reader) ? 'error' : 'warning' };
}

/** Without a group no heartbeats are sent; in a part of a file the group may be set elsewhere. */
function joinsGroup(reader: Reader): boolean {
  const { part } = reader.scope;
  // What Streams restores and reads as a whole it reads without a group.
  if (part?.kind === 'restore-consumer' || part?.kind === 'global-consumer') return false;
  return reader.has('group.id') || reader.scope.role === 'connect-distributed' || part !== undefined;
}

/** More heartbeats are safe where the member does not start without them. */
function ratioFixes(reader: Reader, heartbeat: number, session: number, refused: boolean): Fix[] {
  const written = reader.entry('heartbeat.interval.ms');
  const lower = Math.min(3000, Math.floor(session / 3));
  const lowered = written && lower > 0 ? [setEntry(written, String(lower), { safe: refused })] : [];
  return [...lowered, addOrSet(reader, 'session.timeout.ms', String(Math.max(heartbeat * 3, 45_000)))];
}

function shortFinding(
  session: number,
  reader: Reader,
  profile: RuleContext['profile'],
): Pick<Report, 'message' | 'severity'> | undefined {
  const time = humanDuration(session);
  if (session < BROKER_MINIMUM_MS) {
    const message = `A session of ${time} is below ${BROKER_MINIMUM_MS} ms, the brokers' default group.min.session.timeout.ms: they do not let the member in.`;
    return { message, severity: 'warning' };
  }
  const cost = 'a garbage collection pause or a broker restart triggers a rebalance';
  if (session < SHORT_MS) return { message: `A session of ${time} is short: ${cost}.`, severity: 'warning' };
  const isUsual = reader.scope.role !== 'consumer' || profile === 'latency';
  if (session >= SHORTISH_MS || isUsual) return undefined;
  return {
    message: `A session of ${time} is short: ${cost}. Kafka 3.0 made 45 seconds the default.`,
    severity: 'hint',
  };
}

function memberName({ scope }: Reader): string {
  return scope.role === 'consumer' ? 'consumer' : 'worker';
}
