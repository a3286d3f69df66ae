import type { Reader } from '../../../catalogue/reader';
import type { Entry } from '../../../model/entry';
import type { Fix } from '../../../model/finding';
import { removeEntry, setEntry } from '../../fixes';

/** A written setting that rules idempotence out, with what it would have to be. */
export interface Contradiction {
  readonly entry: Entry;
  readonly key: 'acks' | 'retries' | 'max.in.flight.requests.per.connection';
  readonly needs: string;
  readonly fix: Fix;
}

/**
 * What Kafka checks before it makes a producer idempotent (ProducerConfig.postProcessAndValidateIdempotenceConfigs).
 * Each fix is safe: where a producer is refused, only delivery guarantees that hold can come out of it.
 */
export function contradictions(reader: Reader): Contradiction[] {
  const found: Contradiction[] = [];
  const acks = reader.setString('acks');
  if (acks && (acks.value === '0' || acks.value === '1')) {
    const fix = setEntry(acks.entry, 'all', { safe: true });
    found.push({ entry: acks.entry, key: 'acks', needs: 'acks=all', fix });
  }
  const retries = reader.setNumber('retries');
  if (retries?.value === 0) {
    const fix = removeEntry(retries.entry, 'the default is 2147483647', { safe: true });
    found.push({ entry: retries.entry, key: 'retries', needs: 'retries above 0', fix });
  }
  const inFlight = reader.setNumber('max.in.flight.requests.per.connection');
  if (inFlight && inFlight.value > 5) {
    const fix = setEntry(inFlight.entry, '5', { safe: true });
    const needs = 'at most 5 requests in flight';
    found.push({ entry: inFlight.entry, key: 'max.in.flight.requests.per.connection', needs, fix });
  }
  return found;
}

/** Whether the producer is idempotent in the end; undefined when the file does not tell. */
export function isIdempotent(reader: Reader): boolean | undefined {
  const enabled = reader.boolean('enable.idempotence');
  if (!enabled) return enabled;
  return contradictions(reader).length === 0;
}
