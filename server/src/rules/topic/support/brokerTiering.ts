import type { Reader } from '../../../catalogue/reader';
import type { Report } from '../../../model/finding';
import { setEntry } from '../../fixes';
import { elementsOf } from '../../support/elements';

const MANAGER = 'remote.log.storage.manager.class.name';
const METADATA_LISTENER = 'remote.log.metadata.manager.listener.name';

/** What a broker needs for, and cannot have together with, remote.log.storage.system.enable=true. */
export function* brokerTiering(reader: Reader): Iterable<Report> {
  const enabled = reader.entry('remote.log.storage.system.enable');
  if (!enabled) return;
  if (reader.scope.completeness === 'complete' && !reader.entry(MANAGER)) {
    const message = `Kafka brings no remote storage of its own: without ${MANAGER} the broker does not start.`;
    yield { span: enabled.span, message, fixes: [setEntry(enabled, 'false')] };
  }
  yield* severalDirectories(reader);
  yield* unknownListener(reader);
}

function* severalDirectories(reader: Reader): Iterable<Report> {
  const entry = reader.entry('log.dirs');
  const directories = elementsOf(reader, 'log.dirs');
  if (!entry || !directories || directories.length < 2 || reader.atLeast('3.8')) return;
  const message = `Before Kafka 3.8 tiered storage does not take several log.dirs (${directories.length} here): the broker does not start.`;
  yield { span: entry.span, message };
}

function* unknownListener(reader: Reader): Iterable<Report> {
  const entry = reader.entry(METADATA_LISTENER);
  const wanted = reader.string(METADATA_LISTENER);
  const listeners = elementsOf(reader, 'listeners');
  if (!entry || !wanted || !listeners?.length) return;
  const names = listeners.map((listener) => listener.slice(0, Math.max(0, listener.indexOf('://'))).toUpperCase());
  if (names.includes('') || names.includes(wanted.toUpperCase())) return;
  const message = `${METADATA_LISTENER} is ${wanted}, which is none of the listeners (${names.join(', ')}): the broker does not start.`;
  const fixes = names.filter((name) => name !== 'CONTROLLER').map((name) => setEntry(entry, name));
  yield { span: entry.span, message, fixes };
}
