import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setAll, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { bootstrapOf, isEventHubs } from './support/bootstrap';

/** Azure's load balancers close connections that have been idle for so long. */
const IDLE_LIMIT_MS = 240_000;
const IDLE_KEYS = ['connections.max.idle.ms', 'metadata.max.age.ms'] as const;
const RECOMMENDED_MS = '180000';
const LARGEST_REQUEST = 1_046_528;

export const rule: ScopeRule = {
  id: 'client/azure-idle-timeout',
  summary: 'Azure Event Hubs closes idle connections before the client does',
  severity: 'warning',
  roles: ['producer', 'consumer', 'client'],
  sources: [
    'Microsoft: Apache Kafka client configurations for Azure Event Hubs',
    'CommonClientConfigs.CONNECTIONS_MAX_IDLE_MS_DOC',
  ],
  *check(reader: Reader): Iterable<Report> {
    const bootstrap = bootstrapOf(reader);
    if (!bootstrap || !isEventHubs(reader)) return;
    const missing = IDLE_KEYS.filter((key) => !reader.has(key) && (reader.number(key) ?? 0) >= IDLE_LIMIT_MS);
    if (missing.length > 0) {
      const message = `Azure closes connections idle for ${IDLE_LIMIT_MS / 1000} s: the defaults of ${missing.join(' and ')} are longer, and requests on dead connections time out.`;
      const title = `Set ${missing.join(' and ')} to ${RECOMMENDED_MS}`;
      const fixes = [setAll(reader, title, Object.fromEntries(missing.map((key) => [key, RECOMMENDED_MS])))];
      yield { span: bootstrap.entry.span, message, fixes };
    }
    yield* written(reader);
  },
};

function* written(reader: Reader): Iterable<Report> {
  for (const key of IDLE_KEYS) {
    const idle = reader.setNumber(key);
    if (!idle || (idle.value >= 0 && idle.value < IDLE_LIMIT_MS)) continue;
    const message = `Azure closes connections that are idle for ${IDLE_LIMIT_MS} ms, sooner than ${key}=${idle.value}: the client uses dead connections, and requests time out.`;
    yield { span: idle.entry.span, message, fixes: [setEntry(idle.entry, RECOMMENDED_MS)] };
  }
  const request = reader.setNumber('max.request.size');
  if (!request || request.value <= LARGEST_REQUEST) return;
  const message = `Azure Event Hubs closes the connection on requests over ${LARGEST_REQUEST} bytes, which max.request.size=${request.value} allows.`;
  yield { span: request.entry.span, message, fixes: [setEntry(request.entry, '1000000')] };
}
