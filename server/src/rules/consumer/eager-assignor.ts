import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { addOrSet, removeEntry, setEntry } from '../fixes';
import { CONNECT_WORKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

const PACKAGE = 'org.apache.kafka.clients.consumer';
const COOPERATIVE = `${PACKAGE}.CooperativeStickyAssignor`;
const EAGER = ['RangeAssignor', 'RoundRobinAssignor', 'StickyAssignor'].map((name) => `${PACKAGE}.${name}`);
const COST = 'each rebalance stops every member of the group';

export const rule: ScopeRule = {
  id: 'consumer/eager-assignor',
  summary: 'Every rebalance stops the whole group',
  severity: 'information',
  roles: ['consumer', 'client', ...CONNECT_WORKER_ROLES],
  sources: ['ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_DOC', 'KIP-429', 'KIP-415 (connect.protocol)'],
  *check(reader: Reader): Iterable<Report> {
    const isWorker = CONNECT_WORKER_ROLES.some((role) => role === reader.scope.role);
    const finding = isWorker ? eagerWorker(reader) : eagerConsumer(reader);
    if (finding) yield finding;
  },
};

function eagerConsumer(reader: Reader): Report | undefined {
  const strategy = reader.setList('partition.assignment.strategy');
  if (!strategy || strategy.value.length === 0 || !strategy.value.every((name) => EAGER.includes(name))) return;
  // The new protocol refuses the setting, which is the finding of another rule.
  if (reader.string('group.protocol')?.toLowerCase() === 'consumer') return;
  const names = strategy.value.map((name) => name.slice(PACKAGE.length + 1)).join(' and ');
  const message = `With ${names} ${COST}; CooperativeStickyAssignor stops only the partitions that move.`;
  const both = [COOPERATIVE, ...strategy.value].join(',');
  const fixes = [
    setEntry(strategy.entry, both),
    setEntry(strategy.entry, COOPERATIVE),
    ...newProtocol(reader, strategy.entry),
  ];
  return { span: strategy.entry.span, message, fixes };
}

/** Brokers of 4.0 and later assign by themselves; what the members said of sessions and assignors is refused then. */
function newProtocol(reader: Reader, strategy: Entry): Fix[] {
  const isFree = ['session.timeout.ms', 'heartbeat.interval.ms', 'group.protocol'].every((key) => !reader.has(key));
  if (reader.scope.target.source === 'newest' || !reader.atLeast('4.0') || !isFree) return [];
  const edits = [...removeEntry(strategy).edits, ...addOrSet(reader, 'group.protocol', 'consumer').edits];
  return [{ title: 'Use the new group protocol (group.protocol=consumer)', safe: false, edits }];
}

function eagerWorker(reader: Reader): Report | undefined {
  const protocol = reader.setString('connect.protocol');
  if (protocol?.value.toLowerCase() !== 'eager') return undefined;
  const message =
    'connect.protocol=eager stops and restarts all connectors and tasks of the cluster: every change of a connector or ' +
    'worker does so. The default, sessioned, moves only what changes.';
  return { span: protocol.entry.span, message, fixes: [setEntry(protocol.entry, 'sessioned')] };
}
