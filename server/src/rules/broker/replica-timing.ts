import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry, setEntry } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

const SHORT_LAG = 10_000;

export const rule: ScopeRule = {
  id: 'broker/replica-timing',
  summary: 'Followers wait longer than they may, or leave the in-sync replicas too soon',
  severity: 'warning',
  roles: SERVER_ROLES,
  sources: ['KafkaConfig.validateValues', 'ReplicationConfigs.REPLICA_LAG_TIME_MAX_MS_DOC'],
  *check(reader: Reader): Iterable<Report> {
    const wait = reader.number('replica.fetch.wait.max.ms');
    const lag = reader.number('replica.lag.time.max.ms');
    const socket = reader.number('replica.socket.timeout.ms');
    if (wait === undefined) return;
    const bound = [
      { key: 'replica.socket.timeout.ms', value: socket },
      { key: 'replica.lag.time.max.ms', value: lag },
    ].find(({ value }) => value !== undefined && wait > value);
    const entry = bound && (reader.entry('replica.fetch.wait.max.ms') ?? reader.entry(bound.key));
    if (bound && entry) {
      const message = `replica.fetch.wait.max.ms is ${wait}, above ${bound.key} with ${bound.value}: Kafka fails to start, because quiet followers would fall out of sync.`;
      yield { span: entry.span, message, severity: 'error', fixes: [removeEntry(entry)] };
      return;
    }
    const set = reader.setNumber('replica.lag.time.max.ms');
    if (!set || set.value >= SHORT_LAG || reader.scope.role === 'controller') return;
    const message = `A follower leaves the in-sync replicas after ${set.value} ms behind the log end: a garbage collection or a busy disk shrinks the set. The default is 30000.`;
    yield { span: set.entry.span, message, fixes: [setEntry(set.entry, '30000')] };
  },
};
