import type { Reader } from '../../../catalogue/reader';
import { BROKER_ROLES, SERVER_ROLES } from '../../roles';
import { elementsOf } from '../../support/elements';
import { atMost, type Clash, type Combination } from './combination';

const MIB = 1024 * 1024;

/** KafkaConfig.validateValues and LogConfig.validateBrokerLogConfigValues, without what rules of their own cover. */
export const BROKER_COMBINATIONS: readonly Combination[] = [
  { roles: SERVER_ROLES, from: '3.1', clash: twoIds },
  { roles: SERVER_ROLES, clash: dedupeBuffer },
  { roles: SERVER_ROLES, clash: zeroTime },
  { roles: SERVER_ROLES, clash: negativeJitter },
  { roles: SERVER_ROLES, from: '4.0', until: '4.3', clash: manyUpdates },
  { roles: SERVER_ROLES, until: '4.0', clash: impossibleAcks },
  { roles: ['controller'], clash: smallQueue },
  { roles: SERVER_ROLES, from: '3.3', warning: true, clash: heartbeatOverHalfSession },
  { roles: SERVER_ROLES, clash: authenticationDelay },
  { roles: SERVER_ROLES, clash: noConnections },
  atMost('log.cleaner.min.compaction.lag.ms', 'log.cleaner.max.compaction.lag.ms', { roles: BROKER_ROLES }),
  atMost('offsets.commit.required.acks', 'offsets.topic.replication.factor', { roles: SERVER_ROLES, until: '4.0' }),
  { roles: BROKER_ROLES, from: '4.3', clash: cordonedElsewhere },
  { roles: ['broker'], from: '4.2', clash: autoJoinWithoutController },
  { roles: SERVER_ROLES, from: '4.4', clash: tagTwice },
];

function twoIds(reader: Reader): Clash | undefined {
  const node = reader.setNumber('node.id')?.value;
  const broker = reader.setNumber('broker.id')?.value;
  if (node === undefined || broker === undefined || node === broker) return undefined;
  const message = `node.id (${node}) and broker.id (${broker}) name the same thing, and Kafka rejects two values.`;
  return { keys: ['broker.id', 'node.id'], message, change: { remove: 'broker.id' } };
}

const NO_CLEANER = 'log.cleaner.threads is 0: Kafka divides the buffer among the threads, and does not start.';

function dedupeBuffer(reader: Reader): Clash | undefined {
  const buffer = reader.number('log.cleaner.dedupe.buffer.size');
  const threads = reader.number('log.cleaner.threads');
  if (threads === 0) return { keys: ['log.cleaner.threads'], message: NO_CLEANER };
  if (buffer === undefined || threads === undefined || Math.trunc(buffer / threads) > MIB) return undefined;
  const message = `log.cleaner.dedupe.buffer.size (${buffer}) is too small for ${threads} log.cleaner.threads: each needs more than ${MIB} bytes, or Kafka fails to start.`;
  const keys = ['log.cleaner.dedupe.buffer.size', 'log.cleaner.threads'];
  const enough = Math.max(128 * MIB, threads * (MIB + MIB / 8));
  return { keys, message, change: { key: 'log.cleaner.dedupe.buffer.size', value: String(enough) } };
}

function impossibleAcks(reader: Reader): Clash | undefined {
  const key = 'offsets.commit.required.acks';
  const acks = reader.setNumber(key)?.value;
  if (acks === undefined || acks >= -1) return undefined;
  const message = `${key} is ${acks}, and has to be at least -1, which stands for all: Kafka fails to start.`;
  return { keys: [key], message, change: { key, value: '-1' } };
}

/** From 4.3 on the definition itself has the bound. */
function manyUpdates(reader: Reader): Clash | undefined {
  const key = 'share.coordinator.snapshot.update.records.per.snapshot';
  const updates = reader.setNumber(key)?.value;
  if (updates === undefined || (updates >= 0 && updates <= 500)) return undefined;
  return { keys: [key], message: `${key} is ${updates}, and has to be from 0 to 500: Kafka fails to start.` };
}

function negativeJitter(reader: Reader): Clash | undefined {
  const winner = ['log.roll.jitter.ms', 'log.roll.jitter.hours'].find((key) => reader.entry(key));
  const value = winner === undefined ? undefined : reader.setNumber(winner)?.value;
  if (!winner || value === undefined || value >= 0) return undefined;
  return { keys: [winner], message: `${winner} is ${value}, and has to be at least 0: Kafka fails to start.` };
}

/** Only the key that wins counts; a negative retention means unlimited, a negative time to roll is refused. */
function zeroTime(reader: Reader): Clash | undefined {
  for (const keys of [
    ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours'],
    ['log.roll.ms', 'log.roll.hours'],
  ]) {
    const winner = keys.find((key) => reader.entry(key));
    const value = winner === undefined ? undefined : reader.setNumber(winner)?.value;
    const isRetention = winner?.startsWith('log.retention');
    if (!winner || value === undefined || value > 0 || (isRetention && value < 0)) continue;
    const unlimited = isRetention ? ', or -1 for no limit' : '';
    return {
      keys: [winner],
      message: `${winner} is ${value}, and Kafka fails to start: it has to be at least 1${unlimited}.`,
    };
  }
  return undefined;
}

function heartbeatOverHalfSession(reader: Reader): Clash | undefined {
  const heartbeat = reader.number('broker.heartbeat.interval.ms');
  const session = reader.number('broker.session.timeout.ms');
  if (!reader.entry('process.roles') || heartbeat === undefined || session === undefined) return undefined;
  if (heartbeat * 2 <= session) return undefined;
  const message =
    `broker.heartbeat.interval.ms (${heartbeat}) is over half of broker.session.timeout.ms (${session}), so one late ` +
    'heartbeat can cost a broker its lease and its leaderships; Kafka 4.2 and later log an error about it.';
  return { keys: ['broker.heartbeat.interval.ms', 'broker.session.timeout.ms'], message };
}

function authenticationDelay(reader: Reader): Clash | undefined {
  const delay = reader.number('connection.failed.authentication.delay.ms');
  const idle = reader.number('connections.max.idle.ms');
  if (delay === undefined || idle === undefined || idle < 0 || delay < idle) return undefined;
  const message =
    `connection.failed.authentication.delay.ms (${delay}) has to be less than connections.max.idle.ms (${idle}): ` +
    'Kafka fails to start.';
  const keys = ['connection.failed.authentication.delay.ms', 'connections.max.idle.ms'];
  const change = { key: 'connection.failed.authentication.delay.ms', value: String(Math.min(100, idle - 1)) };
  return { keys, message, ...(idle > 0 && { change }) };
}

function noConnections(reader: Reader): Clash | undefined {
  if (reader.setNumber('max.connections.per.ip')?.value !== 0) return undefined;
  const overrides = reader.entry('max.connections.per.ip.overrides');
  if (overrides && (overrides.value.kind === 'dynamic' || overrides.value.text.trim() !== '')) return undefined;
  const message =
    'max.connections.per.ip=0 blocks all connections unless max.connections.per.ip.overrides allows some: Kafka ' +
    'fails to start.';
  return { keys: ['max.connections.per.ip'], message, change: { key: 'max.connections.per.ip', value: '2147483647' } };
}

/** For brokers a rule about the sizes of messages has it. */
function smallQueue(reader: Reader): Clash | undefined {
  const queued = reader.setNumber('queued.max.request.bytes')?.value;
  const request = reader.number('socket.request.max.bytes');
  if (queued === undefined || request === undefined || queued <= 0 || queued >= request) return undefined;
  const message = `queued.max.request.bytes (${queued}) is under socket.request.max.bytes (${request}): Kafka fails to start.`;
  return { keys: ['queued.max.request.bytes', 'socket.request.max.bytes'], message };
}

function cordonedElsewhere(reader: Reader): Clash | undefined {
  const cordoned = elementsOf(reader, 'cordoned.log.dirs');
  const own = elementsOf(reader, reader.entry('log.dirs') ? 'log.dirs' : 'log.dir');
  if (!cordoned || !own) return undefined;
  const missing = cordoned.filter((directory) => directory !== '*' && directory !== '' && !own.includes(directory));
  if (missing.length === 0) return undefined;
  const message = `cordoned.log.dirs names ${missing.join(', ')}, which is not in log.dirs: Kafka fails to start.`;
  return { keys: ['cordoned.log.dirs'], message };
}

function tagTwice(reader: Reader): Clash | undefined {
  const key = 'group.streams.rack.aware.assignment.tags';
  // Kafka reads the list without what stands twice in it, and counts in the text.
  const written = reader.entry(key)?.value;
  const tags = written?.kind === 'literal' ? written.text.split(',').map((tag) => tag.trim()) : [];
  if (new Set(tags).size === tags.length) return undefined;
  const message = `${key} names a tag twice: Kafka fails to start.`;
  return { keys: [key], message, change: { key, value: [...new Set(tags)].join(',') } };
}

function autoJoinWithoutController(reader: Reader): Clash | undefined {
  if (reader.boolean('controller.quorum.auto.join.enable') !== true || !reader.entry('process.roles')) return undefined;
  const message =
    'controller.quorum.auto.join.enable=true works only in a process with the controller role: Kafka fails to start.';
  const key = 'controller.quorum.auto.join.enable';
  return { keys: [key], message, change: { key, value: 'false' } };
}
