import { lookup } from '../catalogue/catalogue';
import { clientsUnder, type Prefixed, prefixed } from './prefixes';
import type { Settings } from './role';

/** A server beside Kafka that has clients in it, and hands them the settings under some prefixes. */
export interface Component {
  /** A key that only its files have. */
  readonly sign: RegExp;
  readonly parts: readonly Prefixed[];
}

const COMPONENTS: readonly Component[] = [
  // Schema Registry
  { sign: /^kafkastore\./, parts: [prefixed('kafkastore.', 'client', 'client')] },
  // ksqlDB
  {
    sign: /^ksql\./,
    parts: [...clientsUnder('ksql.streams.'), prefixed('ksql.streams.', 'client', 'client'), ...clientsUnder('')],
  },
  // Control Center
  {
    sign: /^confluent\.controlcenter\./,
    parts: [
      ...clientsUnder('confluent.controlcenter.streams.'),
      prefixed('confluent.controlcenter.streams.', 'client', 'client'),
      prefixed('confluent.monitoring.interceptor.', 'client', 'client'),
    ],
  },
  // REST Proxy
  { sign: /^client\.bootstrap\.servers$/, parts: [prefixed('client.', 'client', 'client'), ...clientsUnder('')] },
];

const REST_PROXY = COMPONENTS.at(-1);

/** The component whose file it is, going by its own keys. */
export function componentOf(settings: Settings): Component | undefined {
  // Only REST Proxy has listeners of HTTP beside the address of a cluster; a worker has topics for itself as well.
  const isWorker = settings.has('key.converter') || settings.has('offset.storage.topic');
  if (/^https?:/.test(settings.get('listeners') ?? '') && settings.has('schema.registry.url') && !isWorker)
    return REST_PROXY;
  for (const key of settings.keys()) {
    const found = COMPONENTS.find(({ sign }) => sign.test(key));
    if (found) return found;
  }
  return undefined;
}

/** Where a key of a component's file belongs: to a part, to all its clients, or to the component itself. */
export function placeInComponent({ parts }: Component, key: string): Prefixed | 'process' | 'others' {
  const part = parts.find(({ prefix }) => key.startsWith(prefix));
  if (part) return lookup(part.role, key.slice(part.prefix.length)) ? part : 'others';
  // Its own listeners have settings of the same names as a client's TLS.
  return lookup('client', key) && !key.startsWith('ssl.') ? 'process' : 'others';
}
