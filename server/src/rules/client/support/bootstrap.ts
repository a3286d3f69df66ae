import type { Reader } from '../../../catalogue/reader';
import type { Entry } from '../../../model/entry';
import { hostOf } from './addresses';

export interface Bootstrap {
  readonly entry: Entry;
  /** As written, trimmed; empty ones included. */
  readonly addresses: readonly string[];
}

/** The written `bootstrap.servers`; undefined when absent, empty or a placeholder. */
export function bootstrapOf(reader: Reader): Bootstrap | undefined {
  const entry = reader.entry('bootstrap.servers');
  const text = entry?.value.kind === 'literal' ? entry.value.text.trim() : '';
  if (!entry || text === '') return undefined;
  return { entry, addresses: text.split(',').map((address) => address.trim()) };
}

const EVENT_HUBS = /\.servicebus\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$/i;

/** True for clients of Azure Event Hubs, which speaks Kafka's protocol with limits of its own. */
export function isEventHubs(reader: Reader): boolean {
  return bootstrapHosts(reader).some((host) => EVENT_HUBS.test(host));
}

/** The hosts that the client can read from `bootstrap.servers`. */
export function bootstrapHosts(reader: Reader): string[] {
  const addresses = bootstrapOf(reader)?.addresses ?? [];
  return addresses.flatMap((address) => hostOf(address, reader.version) ?? []);
}
