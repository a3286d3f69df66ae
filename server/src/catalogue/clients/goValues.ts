import { tablesOf } from '../../model/tableOf';
import type { GoClient } from './goCounterparts';

/** What Kafka calls a value that a Go program gives for one of its keys; undefined for what is no constant. */
export function kafkaValue(client: GoClient, key: string, source: string): string | undefined {
  const text = source.replace(/\s+/g, ' ').trim();
  const milliseconds = key.endsWith('.ms') ? durationOf(text) : undefined;
  if (milliseconds !== undefined) return String(milliseconds);
  const name = /(?:^|[.&])(\w+)(?:\(\)|\{\})?\)?$/.exec(text)?.[1] ?? text;
  return CONSTANTS[client][key]?.[name] ?? (client === 'kafka-go' ? CODECS[key]?.[packageOf(text)] : undefined);
}

/** How a Go program writes a value of Kafka's; `library` is the name under which it imports the library. */
export function goValue(client: GoClient, key: string, value: string, library: string): string | undefined {
  if (key.endsWith('.ms')) return /^\d+$/.test(value) ? durationSource(Number(value)) : undefined;
  const constants = CONSTANTS[client][key];
  if (!constants) return /^-?\d+$|^true$|^false$/.test(value) ? value : undefined;
  const name = Object.keys(constants).find((one) => constants[one] === value && /^[A-Z]/.test(one));
  if (name === undefined) return undefined;
  return `${library}.${name}${client === 'franz-go' ? '()' : ''}`;
}

const UNITS: readonly (readonly [name: string, milliseconds: number])[] = [
  ['Hour', 3_600_000],
  ['Minute', 60_000],
  ['Second', 1000],
  ['Millisecond', 1],
  ['Microsecond', 0.001],
  ['Nanosecond', 0.000001],
];

/** The milliseconds of `10 * time.Second`, `time.Second * 10`, `time.Duration(5) * time.Minute` or a plain number of nanoseconds. */
function durationOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) / 1_000_000;
  const sizes = new Map(UNITS);
  const [, before, unit = '', behind] =
    /^(?:(?:time\.Duration\()?([\d_.e]+)\)? ?\* ?)?time\.(\w+)(?: ?\* ?(?:time\.Duration\()?([\d_.e]+)\)?)?$/.exec(
      text,
    ) ?? [];
  const size = sizes.get(unit);
  if (size === undefined || (before !== undefined && behind !== undefined)) return undefined;
  const count = Number((before ?? behind ?? '1').replaceAll('_', ''));
  return Number.isNaN(count) ? undefined : count * size;
}

function durationSource(milliseconds: number): string {
  if (milliseconds === 0) return '0';
  const [name, size] = UNITS.find(([, one]) => milliseconds % one === 0) ?? ['Millisecond', 1];
  const count = milliseconds / size;
  return count === 1 ? `time.${name}` : `${count} * time.${name}`;
}

/** `compress/snappy.NewCompressionCodec()`, and what `new(gzip.Codec)` names. */
function packageOf(text: string): string {
  return /\b(\w{1,60})\.(?:NewCompressionCodec|Codec|CompressionCodec)\b/.exec(text)?.[1] ?? '';
}

type Constants = Readonly<Record<string, Readonly<Record<string, string>>>>;

const CODECS: Constants = tablesOf({
  'compression.type': { gzip: 'gzip', snappy: 'snappy', lz4: 'lz4', zstd: 'zstd' },
});

const CONSTANTS: Readonly<Record<GoClient, Constants>> = tablesOf({
  sarama: {
    acks: { NoResponse: '0', WaitForLocal: '1', WaitForAll: 'all', '0': '0', '1': '1', '-1': 'all' },
    'compression.type': {
      CompressionNone: 'none',
      CompressionGZIP: 'gzip',
      CompressionSnappy: 'snappy',
      CompressionLZ4: 'lz4',
      CompressionZSTD: 'zstd',
    },
    'auto.offset.reset': { OffsetNewest: 'latest', OffsetOldest: 'earliest', '-1': 'latest', '-2': 'earliest' },
    'isolation.level': { ReadUncommitted: 'read_uncommitted', ReadCommitted: 'read_committed' },
    'sasl.mechanism': {
      SASLTypePlaintext: 'PLAIN',
      SASLTypeSCRAMSHA256: 'SCRAM-SHA-256',
      SASLTypeSCRAMSHA512: 'SCRAM-SHA-512',
      SASLTypeOAuth: 'OAUTHBEARER',
      SASLTypeGSSAPI: 'GSSAPI',
    },
  },
  'kafka-go': {
    acks: { RequireNone: '0', RequireOne: '1', RequireAll: 'all', '0': '0', '1': '1', '-1': 'all' },
    'compression.type': { Gzip: 'gzip', Snappy: 'snappy', Lz4: 'lz4', Zstd: 'zstd', '0': 'none' },
    'auto.offset.reset': { FirstOffset: 'earliest', LastOffset: 'latest', '-2': 'earliest', '-1': 'latest' },
    'isolation.level': {
      ReadUncommitted: 'read_uncommitted',
      ReadCommitted: 'read_committed',
      '0': 'read_uncommitted',
    },
  },
  'franz-go': {
    acks: { NoAck: '0', LeaderAck: '1', AllISRAcks: 'all' },
    'compression.type': {
      NoCompression: 'none',
      GzipCompression: 'gzip',
      SnappyCompression: 'snappy',
      Lz4Compression: 'lz4',
      ZstdCompression: 'zstd',
    },
    'isolation.level': {
      ReadUncommitted: 'read_uncommitted',
      ReadCommitted: 'read_committed',
      '0': 'read_uncommitted',
    },
  },
});
