import type { Reader } from '../../catalogue/reader';
import { SEVERITIES, type Severity } from '../../model/finding';

/** Advice on durability and security weighs one level less in demos and tests, whose data nobody misses. */
export function inEnvironment(reader: Reader, severity: Severity): Severity {
  return reader.scope.environment === 'development' ? oneLower(severity) : severity;
}

function oneLower(severity: Severity): Severity {
  return SEVERITIES[SEVERITIES.indexOf(severity) + 1] ?? 'hint';
}

/**
 * The severity of what Kafka refuses from some version on: an error where the file is known to be for such a
 * version, a warning where nobody has said which version it is for and the newest is only assumed.
 */
export function refusalSeverity(reader: Reader): Severity {
  return reader.scope.target.source === 'newest' ? 'warning' : 'error';
}
