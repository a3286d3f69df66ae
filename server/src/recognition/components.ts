import { lookup } from '../catalogue/catalogue';
import type { Role } from '../model/scope';
import type { Settings } from './role';

/** A server beside Kafka that has clients in it, and hands them the settings under some prefixes. */
export interface Component {
  readonly parts: readonly { readonly prefix: string; readonly role: Role }[];
}

interface Known extends Component {
  /** A key that only its files have. */
  readonly sign: RegExp;
}

const clientsUnder = (prefix: string): Component['parts'] => [
  { prefix: `${prefix}producer.`, role: 'producer' },
  { prefix: `${prefix}consumer.`, role: 'consumer' },
  { prefix: `${prefix}admin.`, role: 'admin' },
];

const COMPONENTS: readonly Known[] = [
  // Schema Registry
  { sign: /^kafkastore\./, parts: [{ prefix: 'kafkastore.', role: 'client' }] },
  // ksqlDB
  {
    sign: /^ksql\./,
    parts: [...clientsUnder('ksql.streams.'), { prefix: 'ksql.streams.', role: 'client' }, ...clientsUnder('')],
  },
  // Control Center
  {
    sign: /^confluent\.controlcenter\./,
    parts: [
      ...clientsUnder('confluent.controlcenter.streams.'),
      { prefix: 'confluent.controlcenter.streams.', role: 'client' },
      { prefix: 'confluent.monitoring.interceptor.', role: 'client' },
    ],
  },
  // REST Proxy
  { sign: /^client\.bootstrap\.servers$/, parts: [{ prefix: 'client.', role: 'client' }, ...clientsUnder('')] },
];

/** The component whose file it is, going by its own keys. */
export function componentOf(settings: Settings): Component | undefined {
  for (const key of settings.keys()) {
    const found = COMPONENTS.find(({ sign }) => sign.test(key));
    if (found) return found;
  }
  return undefined;
}

/** Where a key of a component's file belongs: to a part, to all its clients (undefined), or to none (without a role). */
export function partOfComponent(
  { parts }: Component,
  key: string,
): { readonly prefix: string; readonly role?: Role } | undefined {
  const part = parts.find(({ prefix }) => key.startsWith(prefix));
  if (part && lookup(part.role, key.slice(part.prefix.length))) return part;
  // Its own listeners have settings of the same names as a client's TLS.
  return !part && lookup('client', key) && !key.startsWith('ssl.') ? undefined : { prefix: '' };
}
