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
const STREAMS = 'the application fails';
const CONNECTOR = 'Connect rejects the connector';
const MIRROR = 'MirrorMaker does not start';
const SERVER = 'the server does not start';

type Row = readonly [key: RegExp, wanted: Wanted];

/** What encrypts and logs in is looked for with the settings, and made with the first connection that needs it. */
const OF_CONNECTIONS = (fails: string): readonly Row[] => [
  [
    /^(?:listener\.name\.[^.]+\.)?(?:[^.]+\.)?sasl\.(?:login|client|server)\.callback\.handler\.class$/,
    { kind: 'callback handler', fails, late: true },
  ],
  [/^(?:listener\.name\.[^.]+\.)?ssl\.engine\.factory\.class$/, { kind: 'engine factory', fails, late: true }],
];
const OF_PROCESSES = (fails: string): readonly Row[] => [
  ...OF_CONNECTIONS(fails),
  [/^metric\.reporters$/, { kind: 'metrics reporter', fails, form: 'list' }],
];
const OF_EVERY_CLIENT = OF_PROCESSES(CLIENT);
const OF_CLIENTS: readonly Row[] = [
  ...OF_EVERY_CLIENT,
  [/^(?:key|value)\.serializer$/, { kind: 'serializer', fails: CLIENT }],
  [/^(?:key|value)\.deserializer$/, { kind: 'deserializer', fails: CLIENT }],
  [/^partition\.assignment\.strategy$/, { kind: 'assignor', fails: CLIENT, form: 'list' }],
  [/^partitioner\.class$/, { kind: 'partitioner', fails: CLIENT }],
];
const HANDLER = { fails: STREAMS, late: true } as const;
/** A connector's configuration asks for the kind at once; a worker's leaves it to its connectors. */
const OF_CONNECT = (fails: string, late?: true): readonly Row[] => [
  [/^(?:key|value)\.converter$/, { kind: 'converter', fails, ...(late && { late }) }],
  [/^header\.converter$/, { kind: 'header converter', fails, ...(late && { late }) }],
];
const OF_SERVERS: readonly Row[] = [
  ...OF_PROCESSES(SERVER),
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
    [/^default\.(?:key|value|list\.(?:key|value))\.serde(?:\.inner)?$/, { kind: 'serde', fails: STREAMS, late: true }],
    [/^default\.timestamp\.extractor$/, { kind: 'timestamp extractor', fails: STREAMS, late: true }],
    [/^(?:default\.)?deserialization\.exception\.handler$/, { ...HANDLER, kind: 'deserialization exception handler' }],
    [/^(?:default\.)?production\.exception\.handler$/, { ...HANDLER, kind: 'production exception handler' }],
    [/^processing\.exception\.handler$/, { ...HANDLER, kind: 'processing exception handler' }],
  ],
  admin: OF_EVERY_CLIENT,
  'connect-standalone': [...OF_PROCESSES(WORKER), ...OF_CONNECT(WORKER, true)],
  // The clients of its internal topics get the whole file, and serializers of its own.
  'connect-distributed': [
    ...OF_PROCESSES(WORKER),
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
    ...OF_CONNECTIONS(MIRROR),
    ...OF_CONNECT(MIRROR),
    [/^replication\.policy\.class$/, { kind: 'replication policy', fails: MIRROR }],
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

/** The classes that the value names, with empty names between commas; none where it is no login that can be read. */
export function namesIn(text: string, { form }: Wanted): readonly string[] {
  if (form === 'login') {
    const login = parseJaas(text);
    return 'problem' in login ? [] : [login.loginModule];
  }
  if (text.trim() === '') return [];
  return (form === 'list' ? text.split(',') : [text]).map((name) => name.trim());
}
