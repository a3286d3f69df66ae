import type { Reader } from '../../../catalogue/reader';
import type { Clash, Combination } from './combination';

const CLIENTS = ['producer', 'consumer', 'admin'] as const;

/** Checks of the clients and of topics that have no rule of their own. */
export const CLIENT_COMBINATIONS: readonly Combination[] = [
  { roles: ['topic'], clash: compactionLags },
  { roles: ['streams'], from: '3.2', clash: tagsWithoutValues },
  { roles: ['streams', 'connect-distributed'], from: '3.9', clash: assignorOfClassicGroup },
  { roles: ['admin', 'connect-standalone', 'connect-distributed'], clash: apiTimeout },
  { roles: ['admin'], from: '3.7', clash: twoBootstraps },
  { roles: ['admin'], from: '3.7', clash: noBootstrap },
  { roles: ['producer'], from: '4.4', clash: rackAwareWithoutRack },
  { roles: ['producer'], from: '4.4', clash: compressedIncrementally },
  { roles: ['consumer', 'connect-distributed', 'streams'], clash: emptyGroup },
  {
    roles: CLIENTS,
    from: '3.7',
    warning: true,
    clash: (reader) => overItsMaximum(reader, 'retry.backoff.ms', 'retry.backoff.max.ms', 'backoff'),
  },
  {
    roles: CLIENTS,
    from: '3.7',
    warning: true,
    clash: (reader) =>
      overItsMaximum(
        reader,
        'socket.connection.setup.timeout.ms',
        'socket.connection.setup.timeout.max.ms',
        'connection set-up timeout',
      ),
  },
];

/** Without a group a consumer of the new protocol does not start, and an empty name is no group's since 4.0. */
function emptyGroup(reader: Reader): Clash | undefined {
  // A Streams application's id is the name of its group.
  const key = reader.scope.role === 'streams' ? 'application.id' : 'group.id';
  const group = reader.setString(key)?.value;
  const isNew = reader.string('group.protocol')?.toLowerCase() === 'consumer';
  if (group !== '' || !(isNew || reader.atLeast('4.0'))) return undefined;
  // Groups of the streams protocol have a consumer of their own.
  if (reader.string('group.protocol')?.toLowerCase() === 'streams') return undefined;
  return { keys: [key], message: `${key} is empty: the consumer throws an InvalidGroupIdException.` };
}

const MOST_TAGS = 5;

/** StreamsConfig's ListSize and validateRackAwarenessConfiguration. */
function tagsWithoutValues(reader: Reader): Clash | undefined {
  const key = 'rack.aware.assignment.tags';
  const tags = reader.setList(key)?.value ?? [];
  if (tags.length > MOST_TAGS) {
    const message = `${key} accepts at most ${MOST_TAGS} tags: the application throws a ConfigException.`;
    return { keys: [key], message };
  }
  const unset = tags.find((tag) => !reader.has(`client.tag.${tag}`));
  if (unset === undefined) return undefined;
  const message = `${key} names "${unset}", and client.tag.${unset} is not set: the application throws a ConfigException.`;
  return { keys: [key], message };
}

/** The groups of Streams and of a worker's consumers are classic ones unless something else is written. */
function assignorOfClassicGroup(reader: Reader): Clash | undefined {
  const key = 'group.remote.assignor';
  const entry = reader.entry(key);
  if (entry?.value.kind !== 'literal' || entry.value.text.trim() === '' || reader.has('group.protocol'))
    return undefined;
  const message = `${key} needs group.protocol=consumer, and the group is a classic one: the consumer throws a ConfigException.`;
  return { keys: [key], message, change: { remove: key } };
}

function rackAwareWithoutRack(reader: Reader): Clash | undefined {
  const key = 'partitioner.rack.aware';
  const rack = reader.entry('client.rack');
  if (reader.scope.completeness === 'fragment' || reader.setBoolean(key)?.value !== true) return undefined;
  if (rack && (rack.value.kind === 'dynamic' || rack.value.text.trim() !== '')) return undefined;
  const message = `${key}=true needs client.rack: the producer throws a ConfigException.`;
  return { keys: [key], message };
}

function compressedIncrementally(reader: Reader): Clash | undefined {
  const [strategy, codec] = ['buffer.memory.allocation.strategy', 'compression.type'];
  const isIncremental = reader.setString(strategy)?.value.toLowerCase() === 'incremental';
  const type = reader.setString(codec)?.value;
  if (!isIncremental || type === undefined || type === 'none') return undefined;
  const message = `${strategy}=incremental does not go with ${codec}=${type}: the producer throws a ConfigException.`;
  return { keys: [strategy], message, change: { remove: strategy } };
}

function twoBootstraps(reader: Reader): Clash | undefined {
  const isEmpty = (key: string) => reader.entry(key)?.value.text.trim() === '';
  const key = 'bootstrap.controllers';
  if (!reader.has(key) || !reader.has('bootstrap.servers') || isEmpty(key) || isEmpty('bootstrap.servers'))
    return undefined;
  const message =
    'bootstrap.servers and bootstrap.controllers exclude each other: the admin client throws a ConfigException.';
  return { keys: [key], message, change: { remove: key } };
}

/** One alone is judged with the addresses. */
function noBootstrap(reader: Reader): Clash | undefined {
  const keys = ['bootstrap.servers', 'bootstrap.controllers'];
  if (!keys.every((key) => reader.entry(key)?.value.kind === 'literal')) return undefined;
  if (!keys.every((key) => reader.entry(key)?.value.text.trim() === '')) return undefined;
  const message = `${keys.join(' and ')} are both empty: the admin client throws a ConfigException.`;
  return { keys, message };
}

/** Only written values count: an absent one is the broker's, which this file does not show. */
function compactionLags(reader: Reader): Clash | undefined {
  const low = reader.setNumber('min.compaction.lag.ms')?.value;
  const high = reader.setNumber('max.compaction.lag.ms')?.value;
  if (low === undefined || high === undefined || low <= high) return undefined;
  const message = `min.compaction.lag.ms (${low}) is over max.compaction.lag.ms (${high}): Kafka rejects the topic.`;
  return { keys: ['min.compaction.lag.ms', 'max.compaction.lag.ms'], message };
}

/** What an admin client has by itself; workers hand on what is written, and not their own defaults. */
const ADMIN_REQUEST_TIMEOUT_MS = 30_000;

function writtenNumber(reader: Reader, key: string): number | undefined {
  const value = reader.entry(key)?.value;
  return value?.kind === 'literal' && /^\d+$/.test(value.text.trim()) ? Number(value.text) : undefined;
}

function apiTimeout(reader: Reader): Clash | undefined {
  const api = writtenNumber(reader, 'default.api.timeout.ms');
  const isWhole = reader.scope.completeness === 'complete' && !reader.has('request.timeout.ms');
  const request = isWhole ? ADMIN_REQUEST_TIMEOUT_MS : writtenNumber(reader, 'request.timeout.ms');
  if (api === undefined || request === undefined || api >= request) return undefined;
  const message =
    `default.api.timeout.ms (${api}) has to be at least request.timeout.ms (${request}): the admin client throws a ` +
    'ConfigException.';
  const change = { key: 'default.api.timeout.ms', value: String(request) };
  return { keys: ['default.api.timeout.ms', 'request.timeout.ms'], message, change };
}

function overItsMaximum(reader: Reader, key: string, maximum: string, what: string): Clash | undefined {
  const value = reader.number(key);
  const most = reader.number(maximum);
  if (value === undefined || most === undefined || value <= most) return undefined;
  const message =
    `${key} (${value}) is over ${maximum} (${most}), so the client drops it and waits a constant ${most} ms: ` +
    `the ${what} neither starts as written nor grows.`;
  return { keys: [key, maximum], message, change: { key: maximum, value: String(value) } };
}
