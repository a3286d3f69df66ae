import { receivedEntries } from '../../catalogue/inheritance';
import { type Reader, readerOf } from '../../catalogue/reader';

/**
 * A client's part of a whole process as the client gets it, so that absence tells something: together with what it gets
 * from elsewhere in the process. Any other scope is left as it is.
 */
export function wholePart(reader: Reader): Reader {
  const { scope } = reader;
  if (!scope.part) return asClient(reader);
  if (scope.parent?.completeness !== 'complete') return reader;
  return readerOf({ ...scope, completeness: 'complete', entries: receivedEntries(scope) });
}

/** StreamsConfig and StandaloneConfig define few of the settings that every client has, and hand on all that are written. */
export function asClient(reader: Reader): Reader {
  const { scope } = reader;
  return scope.role === 'streams' || scope.role === 'connect-standalone'
    ? readerOf({ ...scope, role: 'admin' })
    : reader;
}
