import { choiceAmong, count, type OptionName, text, UsageError, type Values } from './values';

/** Where a cluster is, and how it is reached. */
export interface ClusterAddress {
  /** As it was given; absent where the file has to say it. */
  readonly bootstrapServer?: string;
  /** A client.properties. */
  readonly commandConfig?: string;
}

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

export interface LagOptions extends ClusterAddress {
  /** Empty for all. */
  readonly groups: readonly string[];
  readonly format: 'text' | 'json';
  /** Tell again and again, instead of once. */
  readonly watch: boolean;
  readonly intervalMs: number;
  /** Serve metrics there instead of printing. */
  readonly serve?: ListenAddress;
}

const OF_LAG: ReadonlySet<string> = new Set<OptionName>([
  'bootstrap-server',
  'command-config',
  'group',
  'watch',
  'once',
  'interval',
  'serve',
  'format',
]);

/** Seconds between two looks: often enough to see a group stop, and seldom enough for a cluster not to notice. */
const INTERVAL = { least: 2, usual: 10, most: 3600 };

export function readLag(values: Values, rest: readonly string[]): LagOptions {
  if (rest.length > 0) throw new UsageError('kafka-lint lag takes no paths; --group names a consumer group.');
  const foreign = Object.keys(values).find((name) => !OF_LAG.has(name));
  if (foreign !== undefined) throw new UsageError(`--${foreign} does not belong to kafka-lint lag.`);
  const address = readAddress(values);
  if (!address) {
    throw new UsageError('kafka-lint lag needs --bootstrap-server, such as --bootstrap-server localhost:9092.');
  }
  if (values.watch && values.once) throw new UsageError('Use either --watch or --once.');
  const serve = readListen(text('serve', values));
  if (serve && (values.watch || values.once || values.format)) {
    throw new UsageError('--serve serves metrics and prints nothing; leave out --watch, --once and --format.');
  }
  const groups = Array.isArray(values.group) ? values.group.map(String) : [];
  return {
    ...address,
    groups,
    format: choiceAmong('format', values, ['text', 'json'] as const) ?? 'text',
    watch: values.watch === true,
    intervalMs: readInterval(values) * 1000,
    ...(serve && { serve }),
  };
}

/** Undefined where no cluster is meant. */
export function readAddress(values: Values): ClusterAddress | undefined {
  const bootstrapServer = text('bootstrap-server', values);
  const commandConfig = text('command-config', values);
  if (bootstrapServer === undefined && commandConfig === undefined) return undefined;
  return {
    ...(bootstrapServer !== undefined && { bootstrapServer }),
    ...(commandConfig !== undefined && { commandConfig }),
  };
}

/** Throws for options that mean nothing where no lag is asked for. */
export function assertNoLagOption(values: Values): void {
  const ownOnes: readonly OptionName[] = ['group', 'watch', 'once', 'interval', 'serve'];
  const name = ownOnes.find((one) => values[one] !== undefined);
  if (name) throw new UsageError(`--${name} belongs to kafka-lint lag.`);
}

function readInterval(values: Values): number {
  const seconds = count('interval', values) ?? INTERVAL.usual;
  if (seconds >= INTERVAL.least && seconds <= INTERVAL.most) return seconds;
  throw new UsageError(`--interval ${seconds}: must be between ${INTERVAL.least} and ${INTERVAL.most} seconds.`);
}

/** A port alone is one of this machine's loopback interface, which nobody else reaches. */
function readListen(written: string | undefined): ListenAddress | undefined {
  if (written === undefined) return undefined;
  const match = /^(?:(?:\[([0-9a-f:.%]+)\]|([\w.-]+)):)?(\d{1,5})$/i.exec(written);
  const port = Number(match?.[3]);
  if (!match || port > 65_535) {
    throw new UsageError(`--serve ${written}: must be host:port or a port, such as 127.0.0.1:9308.`);
  }
  return { host: match[1] ?? match[2] ?? '127.0.0.1', port };
}
