import type { Reader } from '../../catalogue/reader';
import type { Fix, Report, Severity } from '../../model/finding';
import { anchorOf } from '../anchor';
import { isEventHubs } from '../client/support/bootstrap';
import { addOrSet } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { nameOf, shownSetting } from '../support/naming';

/** Serializers of what an application has already put into its own, perhaps compressed, form. */
const BYTES = /\.(?:ByteArray|ByteBuffer|Bytes)Serializer$/;

export const rule: ScopeRule = {
  id: 'producer/compression',
  summary: 'Records go out uncompressed, or with the codec that costs most',
  severity: 'information',
  roles: ['producer'],
  clients: ['java', 'rdkafka', 'kafka-python', 'aiokafka', 'sarama', 'kafka-go', 'franz-go'],
  sources: ['ProducerConfig.COMPRESSION_TYPE_DOC', 'Confluent: optimize Kafka producers for throughput (lz4)'],
  *check(reader: Reader, { profile }: RuleContext): Iterable<Report> {
    const type = reader.string('compression.type');
    const entry = reader.entry('compression.type');
    const span = entry?.span ?? anchorOf(reader);
    if (!span) return;
    if (type === 'gzip' && !isEventHubs(reader) && !reader.has('compression.gzip.level')) {
      const message =
        'gzip costs by far the most CPU of the codecs: lz4 is much cheaper, and zstd packs as well for less.';
      yield { span, message, severity: 'hint', fixes: codecs(reader, ['zstd', 'lz4']) };
    }
    if (type !== 'none' || isPackedAlready(reader)) return;
    // Event Hubs rejects every codec but gzip.
    const types = isEventHubs(reader) ? ['gzip'] : ['lz4', 'zstd'];
    const what = entry
      ? `${shownSetting(entry)} sends`
      : `${nameOf(reader, 'compression.type')} is not set, and by default sends`;
    const message = `${what} records uncompressed: text such as JSON takes several times the network, disk and replicas.`;
    const severity = severityOf(profile, entry !== undefined);
    yield { span, message, severity, fixes: codecs(reader, types) };
  },
};

function severityOf(profile: RuleContext['profile'], written: boolean): Severity {
  return written || profile === 'throughput' ? 'warning' : 'information';
}

function isPackedAlready(reader: Reader): boolean {
  const serializer = reader.entry('value.serializer');
  return serializer !== undefined && BYTES.test(serializer.value.text.trim());
}

function codecs(reader: Reader, types: readonly string[]): Fix[] {
  return types.map((type) => addOrSet(reader, 'compression.type', type));
}
