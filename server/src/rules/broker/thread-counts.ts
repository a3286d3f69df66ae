import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet, removeEntry, setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { RuleContext, ScopeRule } from '../rule';
import { elementsOf } from '../support/elements';
import { isLocalSetup } from './support/quorum';

/** More threads than this only contend on any host that runs a broker; a heuristic. */
const TOO_MANY = 64;
const TOO_MANY_FETCHERS = 16;

export const rule: ScopeRule = {
  id: 'broker/thread-counts',
  summary: 'Thread counts do not fit the disks or each other',
  severity: 'warning',
  roles: BROKER_ROLES,
  sources: [
    'Kafka documentation, Monitoring (idle percentages of network and handler threads)',
    'ReplicationConfigs.NUM_REPLICA_FETCHERS_DOC',
  ],
  *check(reader: Reader, context: RuleContext): Iterable<Report> {
    const io = reader.setNumber('num.io.threads');
    const network = reader.setNumber('num.network.threads');
    const disks = reader.has('log.dirs') ? (elementsOf(reader, 'log.dirs')?.length ?? 0) : 0;
    if (io && io.value < disks) {
      const message = `${io.value} handler threads for ${disks} log directories: one slow disk holds up requests for the others. There should be at least one for each.`;
      yield { span: io.entry.span, message, fixes: [setEntry(io.entry, String(Math.max(8, disks)))] };
    }
    if (network && network.value > TOO_MANY) yield tooMany(network.entry);
    if (io && io.value > TOO_MANY) yield tooMany(io.entry);
    const handlers = reader.number('num.io.threads');
    if (network && handlers && network.value <= TOO_MANY && network.value > 4 * handlers) {
      const message = `${network.value} network threads hand requests to ${handlers} handler threads: the queue between them is the bottleneck, and more network threads only fill it.`;
      yield {
        span: network.entry.span,
        message,
        fixes: [addOrSet(reader, 'num.io.threads', String(network.value * 2))],
      };
    }
    yield* fetchers(reader, context);
    yield* recovery(reader);
  },
};

function tooMany(entry: Parameters<typeof removeEntry>[0]): Report {
  const message = `More than ${TOO_MANY} threads for ${entry.key} contend for CPU and locks; raise the count only while the broker's idle percentage for these threads is below 0.3.`;
  return { span: entry.span, message, fixes: [removeEntry(entry)] };
}

function* fetchers(reader: Reader, { profile }: RuleContext): Iterable<Report> {
  const set = reader.setNumber('num.replica.fetchers');
  if (set && set.value > TOO_MANY_FETCHERS) {
    const message = `${set.value} fetchers for each source broker: each is a thread and a connection, so a broker of ten runs ${set.value * 9} of them.`;
    yield { span: set.entry.span, message, fixes: [setEntry(set.entry, '4')] };
  }
  const tunes = profile === 'throughput' || profile === 'durability';
  if (set?.value === 1 && tunes && (reader.scope.brokers ?? 1) >= 3) {
    const message = 'One fetcher for each source broker limits how fast a follower catches up after a restart.';
    yield { span: set.entry.span, message, severity: 'hint', fixes: [setEntry(set.entry, '4')] };
  }
}

function* recovery(reader: Reader): Iterable<Report> {
  const set = reader.setNumber('num.recovery.threads.per.data.dir');
  if (set?.value !== 1 || isLocalSetup(reader)) return;
  const message =
    'Recovery after a crash is slow with one thread for each log directory: it reads all unflushed segments one by one. Kafka 4.0 made 2 the default.';
  yield { span: set.entry.span, message, severity: 'hint', fixes: [setEntry(set.entry, '2')] };
}
