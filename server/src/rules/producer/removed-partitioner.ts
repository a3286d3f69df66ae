import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { targetNote } from '../support/certainty';
import { refusalSeverity } from '../support/severity';
import { PRODUCER_ROLES } from './support/roles';

const PACKAGE = 'org.apache.kafka.clients.producer';
const DEFAULT = `${PACKAGE}.internals.DefaultPartitioner`;
const UNIFORM = `${PACKAGE}.UniformStickyPartitioner`;

export const rule: ScopeRule = {
  id: 'producer/removed-partitioner',
  summary: 'A partitioner that Kafka 4.0 removed',
  severity: 'error',
  // What these say without a prefix reaches producers of their own.
  roles: [...PRODUCER_ROLES, 'streams', 'connect-distributed'],
  from: '3.3',
  sources: [
    'Kafka 4.0 upgrade notes',
    'KIP-794',
    'DefaultPartitioner and UniformStickyPartitioner of kafka-clients 3.9',
  ],
  *check(reader: Reader): Iterable<Report> {
    const entry = reader.entry('partitioner.class');
    const name = entry?.value.kind === 'literal' ? entry.value.text.trim() : '';
    if (!entry || (name !== DEFAULT && name !== UNIFORM)) return;
    const removed = reader.atLeast('4.0');
    const end = removed ? 'Kafka 4.0 removed: the producer does not start' : 'Kafka 4.0 removes';
    const short = name.slice(name.lastIndexOf('.') + 1);
    const message = `partitioner.class names ${short}, which ${end}. The built-in one has taken its place since 3.3.${targetNote(reader.scope)}`;
    const fixes = [fixOf(reader, entry, name)];
    const severity = removed ? refusalSeverity(reader) : 'hint';
    yield { span: entry.span, message, severity, fixes, ...(!removed && { tags: ['deprecated'] }) };
  },
};

function fixOf(reader: Reader, entry: Entry, name: string): Fix {
  if (name === DEFAULT) return removeEntry(entry, 'the built-in one does the same', { safe: true });
  return reader.scope.role === 'connect-distributed' ? removeEntry(entry, 'the worker needs none') : ignoreKeys(reader);
}

/** UniformStickyPartitioner spread records without regard to their keys, which the built-in one does on request. */
function ignoreKeys({ scope, entry }: Reader): Fix {
  const old = entry('partitioner.class');
  const remove = old ? [{ kind: 'remove' as const, entry: old }] : [];
  const key = 'partitioner.ignore.keys';
  const add = { kind: 'add' as const, scope, key, value: 'true' };
  return { title: `Replace it by ${scope.written(key)}=true`, safe: true, edits: [...remove, add] };
}
