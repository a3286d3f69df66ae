import { runningDocument } from '../../cluster/document/runningDocument';
import type { ClusterLayout, RunningConfig } from '../../cluster/model';
import type { RunningPart } from '../../features/runningCommand';
import { CLUSTER_SCHEME, runningPath } from '../../protocol/runningUri';
import type { CliHost } from '../host';
import type { ClusterAddress } from '../lagArguments';
import { clusterTrouble, connectionFor } from './connect';
import { tell } from './host';

/** A part of a running cluster as a text that is linted like a file. */
export interface RunningDocument {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  readonly part: RunningPart;
}

export interface RunningCluster {
  readonly documents: readonly RunningDocument[];
  /** What could not be had, each a sentence for a person. */
  readonly problems: readonly string[];
}

/** Undefined when no broker answers, which has been told then. */
export async function readCluster(
  address: ClusterAddress,
  host: Pick<CliHost, 'cwd' | 'err'>,
): Promise<RunningCluster | undefined> {
  try {
    return await describeCluster(address, host.cwd);
  } catch (error) {
    for (const line of clusterTrouble(error).lines) tell(host, line);
    return undefined;
  }
}

/**
 * Reads metadata and configurations, and nothing else: every broker, and the topics that have settings of their own. Kafka's
 * own topics are left out. Rejects when no broker answers.
 */
async function describeCluster(address: ClusterAddress, cwd: string): Promise<RunningCluster> {
  const connection = await connectionFor(address, cwd);
  const { openCluster } = await import('../../cluster/cluster');
  const cluster = openCluster(connection);
  try {
    const layout = await cluster.layout();
    const brokers = layout.brokers.map(({ id }) => ({ kind: 'broker' as const, name: String(id) }));
    const own = layout.topics.filter(({ isInternal }) => !isInternal);
    const topics = own.map(({ topic }) => ({ kind: 'topic' as const, name: topic }));
    const { configs, problems } = await cluster.configsOf([...brokers, ...topics]);
    const name = connection.brokers[0] ?? 'cluster';
    const documents = configs.filter(isOfInterest).map((config) => documentOf(config, { name, address, layout }));
    return { documents, problems };
  } finally {
    cluster.close();
  }
}

function isOfInterest({ kind, settings }: RunningConfig): boolean {
  return kind === 'broker' || settings.some(({ source }) => source === 'DYNAMIC_TOPIC_CONFIG');
}

interface Around {
  readonly name: string;
  readonly address: ClusterAddress;
  readonly layout: ClusterLayout;
}

function documentOf(config: RunningConfig, { name: cluster, address, layout }: Around): RunningDocument {
  const { kind, name } = config;
  const path = runningPath({ cluster, kind, name });
  const { bootstrapServer = cluster, commandConfig } = address;
  return {
    uri: `${CLUSTER_SCHEME}:${path}`,
    path,
    text: runningDocument(config, { cluster, layout, takenAt: Date.now() }),
    part: { cluster, kind, name, bootstrapServer, ...(commandConfig !== undefined && { commandConfig }) },
  };
}
