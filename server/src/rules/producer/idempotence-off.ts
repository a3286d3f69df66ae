import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report, Severity } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet, removeEntry, setEntry } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { targetNote } from '../support/certainty';
import { isInsideConnect } from '../support/nesting';
import { inEnvironment } from '../support/severity';

export const rule: ScopeRule = {
  id: 'producer/idempotence-off',
  summary: 'The producer runs without idempotence',
  severity: 'warning',
  roles: ['producer'],
  sources: [
    'ProducerConfig.postProcessAndValidateIdempotenceConfigs',
    'ProducerConfig.ENABLE_IDEMPOTENCE_DOC',
    'Kafka 3.0 and 3.2 upgrade notes (KIP-679)',
  ],
  *check(reader: Reader, context: RuleContext): Iterable<Report> {
    // Kafka refuses a transactional producer without idempotence, which is the finding of another rule; Connect
    // leaves idempotence off by itself.
    if (reader.has('transactional.id') || isInsideConnect(reader)) return;
    const found = explicitly(reader) ?? silently(reader, context) ?? byOldDefault(reader);
    if (found) yield { ...found, severity: inEnvironment(reader, found.severity) };
  },
};

type Found = Report & { readonly severity: Severity };

function explicitly(reader: Reader): Found | undefined {
  const idempotence = reader.setBoolean('enable.idempotence');
  if (idempotence?.value !== false || neverRetries(reader)) return undefined;
  const message = `enable.idempotence=false: a retry ${costOfRetries(reader)}.`;
  const severity = inFlight(reader) > 1 ? 'warning' : 'information';
  const fixes = reader.atLeast('3.0')
    ? [removeEntry(idempotence.entry, 'it is on by default')]
    : [setEntry(idempotence.entry, 'true')];
  if (inFlight(reader) > 1) fixes.push(addOrSet(reader, 'max.in.flight.requests.per.connection', '1'));
  return { span: idempotence.entry.span, message, severity, fixes };
}

/** Since Kafka 3.0 a setting that rules idempotence out switches the default off, with nothing but a line in the log. */
function silently(reader: Reader, { profile }: RuleContext): Found | undefined {
  if (!reader.atLeast('3.0') || reader.scope.completeness !== 'complete' || reader.has('enable.idempotence')) return;
  const retries = reader.setNumber('retries');
  if (retries?.value === 0) return noRetries(retries.entry);
  const acks = reader.setString('acks');
  if (acks?.value !== '1') return undefined;
  const message = `Because of acks=1 the producer quietly runs without idempotence, the default since Kafka 3.0: a retry ${costOfRetries(reader)}.`;
  const fast = profile === 'throughput' || profile === 'latency';
  const severity = fast || inFlight(reader) === 1 ? 'information' : 'warning';
  return { span: acks.entry.span, message, severity, fixes: [setEntry(acks.entry, 'all')] };
}

function noRetries(entry: Entry): Found {
  const message =
    'retries=0 turns idempotence off, and a record whose request fails, as during every change of a leader, is lost ' +
    'instead of sent again.';
  const fixes: Fix[] = [removeEntry(entry, 'the default is 2147483647')];
  return { span: entry.span, message, severity: 'warning', fixes };
}

function byOldDefault(reader: Reader): Found | undefined {
  const isOff = !reader.atLeast('3.0') && reader.boolean('enable.idempotence') === false;
  const anchor = anchorOf(reader);
  if (!isOff || reader.has('enable.idempotence') || !anchor || neverRetries(reader)) return undefined;
  const message = `Idempotence is off by default before Kafka 3.0: a retry ${costOfRetries(reader)}.${targetNote(reader.scope)}`;
  const acks = reader.string('acks');
  const fixes = acks === '0' || acks === '1' ? [] : [addOrSet(reader, 'enable.idempotence', 'true')];
  return { span: anchor, message, severity: 'information', fixes };
}

function neverRetries(reader: Reader): boolean {
  return reader.number('retries') === 0 || reader.string('acks') === '0';
}

function inFlight(reader: Reader): number {
  return reader.number('max.in.flight.requests.per.connection') ?? 5;
}

function costOfRetries(reader: Reader): string {
  const requests = inFlight(reader);
  return requests > 1
    ? `can write records twice and, with ${requests} requests in flight, in another order`
    : 'can write records twice';
}
