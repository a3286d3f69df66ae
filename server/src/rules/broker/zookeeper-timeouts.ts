import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { humanDuration } from '../support/human';

/** Two and twenty ticks, between which ZooKeeper keeps all sessions unless its own settings say otherwise. */
const SHORTEST_MS = 4000;
const LONGEST_MS = 40_000;
const LONG_START_MS = 120_000;

export const rule: ScopeRule = {
  id: 'broker/zookeeper-timeouts',
  summary: 'ZooKeeper does not keep the session timeout, or a broker waits for minutes to start',
  severity: 'information',
  until: '4.0',
  roles: BROKER_ROLES,
  sources: [
    'ZooKeeper administrator guide: minSessionTimeout (2 ticks), maxSessionTimeout (20 ticks), tickTime (2000)',
    'KafkaConfig.zkConnectionTimeoutMs',
  ],
  *check(reader: Reader): Iterable<Report> {
    const session = reader.setNumber('zookeeper.session.timeout.ms');
    if (session && session.value > 0 && session.value < SHORTEST_MS) {
      const message = `ZooKeeper raises a session timeout of ${humanDuration(session.value)} to two of its ticks, 4 s by default: less has no effect.`;
      yield { span: session.entry.span, message, fixes: [removeEntry(session.entry)] };
    }
    if (session && session.value > LONGEST_MS) {
      const message = `ZooKeeper lowers a session timeout of ${humanDuration(session.value)} to twenty of its ticks, 40 s by default: more has no effect.`;
      yield { span: session.entry.span, message, fixes: [removeEntry(session.entry)] };
    }
    const connection = reader.setNumber('zookeeper.connection.timeout.ms');
    if (!connection || connection.value < LONG_START_MS) return;
    const message = `A broker that cannot reach ZooKeeper waits for ${humanDuration(connection.value)} before it says so and ends.`;
    yield { span: connection.entry.span, message, fixes: [removeEntry(connection.entry)] };
  },
};
