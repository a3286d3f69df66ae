import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Broker, createBroker, prepareBroker } from './broker';
import { type Certificates, makeCertificates } from './certificates';
import type { BrokerRelease } from './jars';
import { freePorts } from './ports';
import { type BrokerPorts, brokerProperties, LISTENERS, type ListenerName } from './properties';

export interface ClusterOptions {
  readonly release: BrokerRelease;
  /** Each is broker and controller. */
  readonly brokers: 1 | 3;
  /** With TLS listeners and the certificates for them, which takes a second more. */
  readonly tls?: boolean;
  /** The PLAINTEXT port of the first broker; the next ones follow it. Any free ports when absent. */
  readonly firstPort?: number;
  /** Settings for every broker on top of the harness's own. */
  readonly overrides?: Readonly<Record<string, string | undefined>>;
  /** Further options of the broker's JVM, such as an agent. */
  readonly jvm?: (id: number) => readonly string[];
}

/** A real Kafka cluster on this machine's loopback interface. */
export interface Cluster {
  readonly release: BrokerRelease;
  readonly brokers: readonly Broker[];
  readonly ports: readonly BrokerPorts[];
  /** Only with `tls`. */
  readonly certificates: Certificates | undefined;
  /** Every broker's address by that listener, with commas. */
  bootstrap(listener?: ListenerName): string;
  /** Ends every process and deletes all data. */
  dispose(): Promise<void>;
}

/**
 * Starts a cluster: some 5 s for one broker, 8 s for three. Ends it when this process ends, however it does.
 * Rejects with a broker's last words when one does not start.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { release, brokers: count, tls, overrides = {} } = options;
  const folder = mkdtempSync(join(tmpdir(), 'kafka-harness-'));
  const brokers: Broker[] = [];
  // Before the first file is written, since an interrupt may come while the folders are still being prepared.
  const forget = killAtExit(brokers, folder);
  const ports = await clusterPorts(count, options.firstPort);
  const certificates = tls ? makeCertificates(join(folder, 'certificates')) : undefined;
  const clusterId = newClusterId();
  const ids = ports.map((_, index) => index + 1);
  const made = ids.map(async (id) => {
    const own = join(folder, String(id));
    mkdirSync(own);
    const properties = brokerProperties({ id, all: ports, folder: own, certificates, overrides });
    const file = await prepareBroker(release, own, clusterId, properties);
    return createBroker(id, release, file, options.jvm?.(id));
  });
  brokers.push(...(await Promise.all(made)));
  const dispose = async (): Promise<void> => {
    for (const broker of brokers) broker.resume();
    await Promise.all(brokers.map((broker) => broker.kill()));
    rmSync(folder, { recursive: true, force: true });
    forget();
  };
  try {
    await Promise.all(brokers.map((broker) => broker.start()));
  } catch (error) {
    await dispose();
    throw error;
  }
  const bootstrap = (listener: ListenerName = 'PLAINTEXT'): string =>
    ports.map(({ listeners }) => `127.0.0.1:${listeners[listener]}`).join(',');
  return { release, brokers, ports, certificates, bootstrap, dispose };
}

/** One that starts with a hyphen would be taken for an option; Kafka's own `random-uuid` tries again too. */
function newClusterId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newClusterId() : id;
}

async function clusterPorts(count: number, firstPort: number | undefined): Promise<BrokerPorts[]> {
  const each = LISTENERS.length + 1;
  const free = await freePorts(count * each);
  return Array.from({ length: count }, (_, broker) => {
    const own = free.slice(broker * each, (broker + 1) * each);
    const [controller = 0, ...rest] = own;
    const listeners = Object.fromEntries(LISTENERS.map((name, index) => [name, rest[index] ?? 0]));
    const fixed = firstPort === undefined ? {} : { PLAINTEXT: firstPort + broker };
    return { controller, listeners: { ...(listeners as Record<ListenerName, number>), ...fixed } };
  });
}

/**
 * A broker must not outlive the process that wanted it, nor its folder; those count that are in the list then.
 * Returns what forgets about them.
 */
export function killAtExit(brokers: readonly { readonly pid: number | undefined }[], folder: string): () => void {
  const end = (): void => {
    for (const { pid } of brokers) {
      try {
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const interrupted = (): never => process.exit(130);
  process.once('exit', end);
  process.on('SIGINT', interrupted);
  process.on('SIGTERM', interrupted);
  return () => {
    process.off('exit', end);
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
  };
}
