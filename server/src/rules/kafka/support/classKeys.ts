import type { ClassKind } from '../../../catalogue/classes';
import { parseJaas } from '../../../jaas/jaas';
import type { Role } from '../../../model/scope';

/** What a setting wants a class for, and what becomes of it where there is none. */
export interface Wanted {
  readonly kind: ClassKind;
  readonly fails: string;
  /** The value is a list of classes, or a login that names one. */
  readonly form?: 'list' | 'login';
  /** Kafka asks for the kind only when it makes something of the class, and the process runs without that. */
  readonly late?: true;
}

const CLIENT = 'the client does not start';
const WORKER = 'the worker does not start';
const CONNECTOR = 'Connect rejects the connector';
const SERVER = 'the server does not start';

type Row = readonly [key: RegExp, wanted: Wanted];

const OF_CLIENTS: readonly Row[] = [
  [/^(?:key|value)\.serializer$/, { kind: 'serializer', fails: CLIENT }],
  [/^(?:key|value)\.deserializer$/, { kind: 'deserializer', fails: CLIENT }],
  [/^partition\.assignment\.strategy$/, { kind: 'assignor', fails: CLIENT, form: 'list' }],
  [/^partitioner\.class$/, { kind: 'partitioner', fails: CLIENT }],
];
/** A connector's configuration asks for the kind at once; a worker's leaves it to its connectors. */
const OF_CONNECT = (fails: string, late?: true): readonly Row[] => [
  [/^(?:key|value)\.converter$/, { kind: 'converter', fails, ...(late && { late }) }],
  [/^header\.converter$/, { kind: 'header converter', fails, ...(late && { late }) }],
];
const OF_SERVERS: readonly Row[] = [
  [/^authorizer\.class\.name$/, { kind: 'authorizer', fails: SERVER }],
  [
    /^(?:listener\.name\.[^.]+\.)?(?:[^.]+\.)?sasl\.jaas\.config$/,
    { kind: 'login module', fails: SERVER, form: 'login' },
  ],
];

const PROVIDER = /^config\.providers\.[^.]+\.class$/;

const BY_ROLE: Readonly<Partial<Record<Role, readonly Row[]>>> = {
  producer: OF_CLIENTS,
  consumer: OF_CLIENTS,
  client: OF_CLIENTS,
  streams: [
    ...OF_CLIENTS,
    [
      /^default\.(?:key|value|list\.(?:key|value))\.serde(?:\.inner)?$/,
      { kind: 'serde', fails: 'the application fails', late: true },
    ],
  ],
  'connect-standalone': OF_CONNECT(WORKER, true),
  // The clients of its internal topics get the whole file, and serializers of its own.
  'connect-distributed': [
    ...OF_CONNECT(WORKER, true),
    [/^partition\.assignment\.strategy$/, { kind: 'assignor', fails: WORKER, form: 'list' }],
    [/^partitioner\.class$/, { kind: 'partitioner', fails: WORKER }],
  ],
  connector: [
    ...OF_CONNECT(CONNECTOR),
    [/^transforms\.[^.]+\.type$/, { kind: 'transformation', fails: CONNECTOR }],
    [/^predicates\.[^.]+\.type$/, { kind: 'predicate', fails: CONNECTOR }],
  ],
  'mirror-maker': [
    ...OF_CONNECT('MirrorMaker does not start'),
    [/^replication\.policy\.class$/, { kind: 'replication policy', fails: 'MirrorMaker does not start' }],
  ],
  broker: OF_SERVERS,
  controller: OF_SERVERS,
  combined: OF_SERVERS,
};

/** Undefined for keys that want no class of Kafka's kinds. */
export function kindOfKey(role: Role, key: string): Wanted | undefined {
  if (PROVIDER.test(key)) return { kind: 'config provider', fails: 'the process does not start' };
  return BY_ROLE[role]?.find(([pattern]) => pattern.test(key))?.[1];
}

/** The classes that the value names; empty where it is no login that can be read. */
export function namesIn(text: string, { form }: Wanted): readonly string[] {
  if (form === 'login') {
    const login = parseJaas(text);
    return 'problem' in login ? [] : [login.loginModule];
  }
  const names = form === 'list' ? text.split(',') : [text];
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
