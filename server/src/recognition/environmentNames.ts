import { type Mangling, manglings } from './manglings';
import type { Settings } from './role';

/** What the settings behind a prefix configure. `other` programs have keys of their own, which are not Kafka's. */
export type EnvironmentRole = 'server' | 'connect-distributed' | 'other';

/** The variables of an image that become settings of one of its processes. */
export interface VariableFamily {
  readonly prefix: string;
  readonly role: EnvironmentRole;
  /** The setting that a variable becomes; undefined for variables that the image reads itself, and for foreign ones. */
  keyOf(variable: string): string | undefined;
  /** True where a variable with another name than the prefix wins over one that has it. */
  readonly aliasesWin: boolean;
  /** The image's scripts want it, though it lands among the settings too, such as the port of JMX. */
  isForScripts(variable: string): boolean;
  /** The variable that becomes the setting; undefined for a key that the image has no way to write. */
  variableOf(key: string): string | undefined;
}

/** How an image turns environment variables into configuration. */
export interface ImageNaming {
  /** Its usual name, for messages. */
  readonly name: string;
  readonly families: readonly VariableFamily[];
  /** Its configuration is made of variables alone; other images change a file that they bring. */
  readonly onlyVariables: boolean;
  /** What it sets besides what the variables say; undefined where nobody can know. */
  defaultsOf(settings: Settings): ReadonlyMap<string, string | undefined>;
}

interface FamilySpec {
  readonly prefix: string;
  readonly role: EnvironmentRole;
  readonly mangling: Mangling;
  /** What stands before each key, such as `confluent.metrics.`. */
  readonly keyPrefix?: string;
  /** Variables with the prefix that do not become settings. */
  readonly reserved?: RegExp;
  /** Other variables for the same settings, by their full name. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** The image takes these even where the usual variable is set. */
  readonly aliasesWin?: boolean;
}

const CONFLUENT_RESERVED =
  /^KAFKA_(?:VERSION|HEAP_OPTS|LOG4J_OPTS|OPTS|JMX_OPTS|JVM_PERFORMANCE_OPTS|GC_LOG_OPTS|LOG4J_ROOT_LOGLEVEL|LOG4J_LOGGERS|TOOLS_LOG4J_LOGLEVEL)$/;
const APACHE_RESERVED = new RegExp(`${CONFLUENT_RESERVED.source}|^KAFKA_JMX_HOSTNAME$`);
const WURSTMEISTER_RESERVED =
  /^KAFKA_(?:VERSION|HOME|DEBUG|GC_LOG_OPTS|HEAP_OPTS|JMX_OPTS|JVM_PERFORMANCE_OPTS|LOG|OPTS|CREATE_TOPICS)$/;
const LENSES_RESERVED = /_(?:OPTS|HEAP_OPTS|JMX_OPTS|LOG4J_OPTS|PERFORMANCE_OPTS)$|^KAFKA_(?:REST_|CONNECT_|PORT)/;

/** Bitnami's own names for settings, which it also accepts without `CFG_`. */
const BITNAMI_ALIASES = [
  'ADVERTISED_LISTENERS',
  'BROKER_ID',
  'NODE_ID',
  'CONTROLLER_QUORUM_VOTERS',
  'CONTROLLER_QUORUM_BOOTSTRAP_SERVERS',
  'PROCESS_ROLES',
  'DEFAULT_REPLICATION_FACTOR',
  'DELETE_TOPIC_ENABLE',
  'INTER_BROKER_LISTENER_NAME',
  'LISTENERS',
  'LISTENER_SECURITY_PROTOCOL_MAP',
  'LOG_DIRS',
  'LOG_FLUSH_INTERVAL_MESSAGES',
  'LOG_FLUSH_INTERVAL_MS',
  'LOG_MESSAGE_FORMAT_VERSION',
  'LOG_RETENTION_BYTES',
  'LOG_RETENTION_HOURS',
  'LOG_SEGMENT_BYTES',
  'MESSAGE_MAX_BYTES',
  'NUM_IO_THREADS',
  'NUM_NETWORK_THREADS',
  'NUM_PARTITIONS',
  'NUM_RECOVERY_THREADS_PER_DATA_DIR',
  'OFFSETS_TOPIC_REPLICATION_FACTOR',
  'SOCKET_RECEIVE_BUFFER_BYTES',
  'SOCKET_SEND_BUFFER_BYTES',
  'SOCKET_REQUEST_MAX_BYTES',
  'SSL_ENDPOINT_IDENTIFICATION_ALGORITHM',
  'TRANSACTION_STATE_LOG_MIN_ISR',
  'TRANSACTION_STATE_LOG_REPLICATION_FACTOR',
  'ZOOKEEPER_CONNECT',
  'ZOOKEEPER_CONNECTION_TIMEOUT_MS',
  'AUTO_CREATE_TOPICS_ENABLE',
] as const;

/** Aliases whose setting has another name. */
const BITNAMI_OTHER_ALIASES = {
  KAFKA_LOG_RETENTION_CHECK_INTERVALS_MS: 'log.retention.check.interval.ms',
  KAFKA_LOGS_DIRS: 'log.dirs',
  KAFKA_SEGMENT_BYTES: 'log.segment.bytes',
  KAFKA_MAX_MESSAGE_BYTES: 'message.max.bytes',
  KAFKA_ZOOKEEPER_CONNECT_TIMEOUT_MS: 'zookeeper.connection.timeout.ms',
};

/** Debezium's own variables, which win over `CONNECT_` ones of the same setting. */
const DEBEZIUM_CONNECT = {
  BOOTSTRAP_SERVERS: 'bootstrap.servers',
  GROUP_ID: 'group.id',
  CONFIG_STORAGE_TOPIC: 'config.storage.topic',
  OFFSET_STORAGE_TOPIC: 'offset.storage.topic',
  STATUS_STORAGE_TOPIC: 'status.storage.topic',
  KEY_CONVERTER: 'key.converter',
  VALUE_CONVERTER: 'value.converter',
  OFFSET_FLUSH_INTERVAL_MS: 'offset.flush.interval.ms',
  OFFSET_FLUSH_TIMEOUT_MS: 'offset.flush.timeout.ms',
  SHUTDOWN_TIMEOUT: 'task.shutdown.graceful.timeout.ms',
  REST_PORT: 'rest.port',
  ADVERTISED_HOST_NAME: 'rest.advertised.host.name',
};

const { underscores, apache, dots, bitnami } = manglings;

const CONFLUENT_KAFKA: readonly FamilySpec[] = [
  { prefix: 'KAFKA_', role: 'server', mangling: underscores, reserved: CONFLUENT_RESERVED },
  { prefix: 'CONFLUENT_SUPPORT_', role: 'other', mangling: underscores, keyPrefix: 'confluent.support.' },
];

/** The image is told by the end of its name, without registry and tag. */
const IMAGES: readonly (readonly [RegExp, string, readonly FamilySpec[]])[] = [
  [/(?:^|\/)cp-(?:enterprise-)?kafka$/, 'cp-kafka', CONFLUENT_KAFKA],
  [
    /(?:^|\/)cp-server$/,
    'cp-server',
    [
      ...CONFLUENT_KAFKA,
      { prefix: 'CONFLUENT_METRICS_', role: 'server', mangling: underscores, keyPrefix: 'confluent.metrics.' },
    ],
  ],
  [
    /(?:^|\/)cp-(?:kafka|server)-connect(?:-\w+)*$/,
    'cp-kafka-connect',
    [{ prefix: 'CONNECT_', role: 'connect-distributed', mangling: underscores }],
  ],
  [
    /(?:^|\/)cp-schema-registry$/,
    'cp-schema-registry',
    [{ prefix: 'SCHEMA_REGISTRY_', role: 'other', mangling: underscores }],
  ],
  [/(?:^|\/)cp-kafka-rest$/, 'cp-kafka-rest', [{ prefix: 'KAFKA_REST_', role: 'other', mangling: underscores }]],
  [/(?:^|\/)(?:cp-)?ksqldb-server$/, 'cp-ksqldb-server', [{ prefix: 'KSQL_', role: 'other', mangling: underscores }]],
  [
    /(?:^|\/)confluent-local$/,
    'confluent-local',
    [
      {
        prefix: 'KAFKA_',
        role: 'server',
        mangling: underscores,
        reserved: /^KAFKA_REST_|^KAFKA_(?:VERSION|OPTS)$|_OPTS$/,
      },
    ],
  ],
  [
    /(?:^|\/)apache\/kafka(?:-native)?$/,
    'apache/kafka',
    [{ prefix: 'KAFKA_', role: 'server', mangling: apache, reserved: APACHE_RESERVED }],
  ],
  [
    /(?:^|\/)(?:bitnami(?:legacy|secure)?|soldevelo)\/kafka$/,
    'bitnami/kafka',
    [{ prefix: 'KAFKA_CFG_', role: 'server', mangling: bitnami, aliases: bitnamiAliases() }],
  ],
  [
    /(?:^|\/)wurstmeister\/kafka$/,
    'wurstmeister/kafka',
    [{ prefix: 'KAFKA_', role: 'server', mangling: dots, reserved: WURSTMEISTER_RESERVED }],
  ],
  [
    /(?:^|\/)debezium\/kafka$/,
    'debezium/kafka',
    [{ prefix: 'KAFKA_', role: 'server', mangling: dots, reserved: /^KAFKA_(?:VERSION|HOME|LOG4J_OPTS|JMX_OPTS)$/ }],
  ],
  [
    /(?:^|\/)debezium\/connect(?:-base)?$/,
    'debezium/connect',
    [{ prefix: 'CONNECT_', role: 'connect-distributed', mangling: dots, aliases: DEBEZIUM_CONNECT, aliasesWin: true }],
  ],
  [
    /(?:^|\/)(?:lensesio|landoop)\/fast-data-dev$/,
    'lensesio/fast-data-dev',
    [
      { prefix: 'KAFKA_', role: 'server', mangling: apache, reserved: LENSES_RESERVED },
      { prefix: 'CONNECT_', role: 'connect-distributed', mangling: apache, reserved: LENSES_RESERVED },
      { prefix: 'SCHEMA_REGISTRY_', role: 'other', mangling: apache, reserved: LENSES_RESERVED },
    ],
  ],
];

/** How the image names its variables; undefined for images that make no Kafka configuration of their environment. */
export function imageNamingOf(image: string): ImageNaming | undefined {
  const name = imageName(image);
  return NAMINGS.find(({ pattern }) => pattern.test(name))?.naming;
}

/** The naming of an image by its usual name. */
function namingCalled(name: string): ImageNaming | undefined {
  return NAMINGS.find(({ naming }) => naming.name === name)?.naming;
}

/** `${REGISTRY:-docker.io}/apache/kafka:4.1.0@sha256:…` without tag and digest. */
function imageName(image: string): string {
  const [reference = ''] = image.replace(/\$\{\w+:?-([^${}]*)\}/g, '$1').split('@');
  const slash = reference.lastIndexOf('/');
  const colon = reference.indexOf(':', slash + 1);
  return colon === -1 ? reference : reference.slice(0, colon);
}

function bitnamiAliases(): Record<string, string> {
  const plain = BITNAMI_ALIASES.map((name) => [`KAFKA_${name}`, name.toLowerCase().replaceAll('_', '.')] as const);
  return { ...Object.fromEntries(plain), ...BITNAMI_OTHER_ALIASES };
}

function familyOf({
  prefix,
  role,
  mangling,
  keyPrefix = '',
  reserved,
  aliases = {},
  aliasesWin = false,
}: FamilySpec): VariableFamily {
  const byAlias: ReadonlyMap<string, string> = new Map(Object.entries(aliases));
  const keyOf = (variable: string): string | undefined => {
    const alias = byAlias.get(variable);
    if (alias !== undefined) return alias;
    if (!variable.startsWith(prefix) || variable.length === prefix.length || reserved?.test(variable)) return undefined;
    return keyPrefix + mangling.key(variable.slice(prefix.length));
  };
  const variableOf = (key: string): string | undefined => {
    if (!key.startsWith(keyPrefix)) return undefined;
    const variable = prefix + mangling.name(key.slice(keyPrefix.length));
    // Only what the image turns back into just this key can be written.
    return keyOf(variable) === key ? variable : undefined;
  };
  return {
    prefix,
    role,
    keyOf,
    aliasesWin,
    isForScripts: (variable) =>
      FOR_SCRIPTS.test(variable) || (prefix === 'KAFKA_' && variable.startsWith('KAFKA_CFG_')),
    variableOf,
  };
}

/** What the start scripts of images read, what they hand to the JVM, and what another image's script would read. */
const FOR_SCRIPTS =
  /_(?:OPTS|(?:KEY|TRUST)STORE_FILENAME|CREDENTIALS|LOGLEVEL|LOGGERS|APPENDERS?|LAYOUT)$|^\w+?_(?:JMX_PORT|JMX_HOSTNAME|CREATE_TOPICS|CUB_\w+|LOG4J_\w+|CLUSTER_ID)$/;

const ONLY_VARIABLES: ReadonlySet<string> = new Set(['cp-kafka', 'cp-server', 'cp-kafka-connect', 'apache/kafka']);

/** Confluent's images listen on what they advertise, and keep data where their volume is. */
function confluentDefaults(settings: Settings): ReadonlyMap<string, string | undefined> {
  const advertised = settings.get('advertised.listeners');
  const listeners = advertised?.replaceAll(/:\/\/[^:,]*:/g, '://0.0.0.0:');
  return new Map([
    ['listeners', listeners],
    ['log.dirs', '/var/lib/kafka/data'],
  ]);
}

function namingOf(name: string, families: readonly VariableFamily[]): ImageNaming {
  const isConfluentKafka = name === 'cp-kafka' || name === 'cp-server';
  const defaultsOf = isConfluentKafka ? confluentDefaults : () => new Map();
  return { name, families, onlyVariables: ONLY_VARIABLES.has(name), defaultsOf };
}

/** Variables that only a broker has; two of them show an image that names them as Confluent's does. */
const BROKER_VARIABLES = [
  'KAFKA_ADVERTISED_LISTENERS',
  'KAFKA_PROCESS_ROLES',
  'KAFKA_NODE_ID',
  'KAFKA_BROKER_ID',
  'KAFKA_ZOOKEEPER_CONNECT',
  'KAFKA_LISTENERS',
  'KAFKA_LISTENER_SECURITY_PROTOCOL_MAP',
  'KAFKA_CONTROLLER_QUORUM_VOTERS',
  'KAFKA_INTER_BROKER_LISTENER_NAME',
];

/** The naming that the variables show, where the image is nobody's that is known. */
export function guessedNaming(variables: ReadonlySet<string>): ImageNaming | undefined {
  if ([...variables].some((name) => name.startsWith('KAFKA_CFG_'))) return namingCalled('bitnami/kafka');
  if (BROKER_VARIABLES.filter((name) => variables.has(name)).length >= 2) return namingCalled('cp-kafka');
  const isWorker = variables.has('CONNECT_CONFIG_STORAGE_TOPIC') && variables.has('CONNECT_BOOTSTRAP_SERVERS');
  return isWorker ? namingCalled('cp-kafka-connect') : undefined;
}

const NAMINGS = IMAGES.map(([pattern, name, families]) => ({
  pattern,
  naming: namingOf(name, families.map(familyOf)),
}));
