import { tableOf, tablesOf } from '../../model/tableOf';
import type { CodeClient } from './data';
import type { ClientOption } from './option';

/** Where each library takes the options of Node's `tls.connect`. */
const PLACES: Readonly<Partial<Record<CodeClient, Readonly<Record<string, readonly string[]>>>>> = tablesOf({
  kafkajs: { Kafka: ['ssl'] },
  platformatic: { Producer: ['tls', 'ssl'], Consumer: ['tls', 'ssl'], Admin: ['tls', 'ssl'] },
});

type TlsOption = Pick<ClientOption, 'kinds' | 'description' | 'defaultText' | 'resembles'>;

const PEM = ['string', 'Buffer', 'string[]', 'Buffer[]'];

/** The options of Node's that people set for Kafka; it has more. */
const OPTIONS: Readonly<Record<string, TlsOption>> = tableOf({
  rejectUnauthorized: {
    kinds: ['boolean'],
    defaultText: 'true',
    description:
      'Whether the broker’s certificate must be trusted. Default `true`; with `false` anyone on the way can read along.',
  },
  ca: {
    kinds: PEM,
    resembles: 'ssl.truststore.location',
    description: 'The certificates to trust, as PEM, in place of those that Node trusts.',
  },
  cert: {
    kinds: PEM,
    resembles: 'ssl.keystore.location',
    description: 'The client’s certificate with its chain, as PEM.',
  },
  key: {
    kinds: PEM,
    resembles: 'ssl.keystore.location',
    description: 'The client’s private key, as PEM. Read it from a file or a secret store.',
  },
  passphrase: { kinds: ['string'], resembles: 'ssl.key.password', description: 'The passphrase of the private key.' },
  servername: {
    kinds: ['string'],
    description: 'The name that the certificate must be for. Default: the broker’s host.',
  },
  checkServerIdentity: {
    kinds: ['function'],
    resembles: 'ssl.endpoint.identification.algorithm',
    description:
      'A check of the broker’s name of one’s own. One that does nothing trusts any broker with a valid certificate.',
  },
  minVersion: {
    kinds: ['string'],
    resembles: 'ssl.enabled.protocols',
    description: 'The oldest TLS version to allow, such as `TLSv1.2`.',
  },
});

/** The options of TLS that a call takes inside of another option; empty for calls that take none. */
export function tlsOptions(client: CodeClient, call: string): readonly ClientOption[] {
  const calls = PLACES[client] ?? {};
  const places = Object.hasOwn(calls, call) ? (calls[call] ?? []) : [];
  return places.flatMap((place) =>
    Object.entries(OPTIONS).map(([name, option]) => ({ name: `${place}.${name}`, required: false, ...option })),
  );
}
