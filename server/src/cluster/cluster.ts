import type { ConfigResource } from './api/describeConfigs';
import { describeLogDirs } from './api/describeLogDirs';
import { assemble } from './assemble/assemble';
import { Brokers } from './brokers';
import { collect } from './collect/collect';
import { newMemory } from './collect/memory';
import type { ConnectionOptions } from './connection';
import { configsOf } from './describe/configs';
import { describeLayout } from './describe/layout';
import type { ErrorContext } from './explain/errorFacts';
import { kafkajsLinks } from './kafkajsLink';
import { type OpenLink, parseAddress, type RequestEvent } from './link';
import type { ClusterLayout, ClusterSnapshot, DescribedConfigs, LogDir } from './model';

/** A cluster that snapshots are taken of. Connections, metadata and coordinators are kept between them. */
export interface Cluster {
  /** Rejects when no broker answers; anything less is told in the snapshot. One at a time. */
  refresh(): Promise<ClusterSnapshot>;
  /** What the cluster consists of; one request. */
  layout(): Promise<ClusterLayout>;
  /** Effective configurations, of all keys or the named ones; one request to each named broker, and one for every 1,000 topics. */
  configsOf(resources: readonly ConfigResource[], keys?: readonly string[]): Promise<DescribedConfigs>;
  /** The directories that a broker keeps its logs in; one request to it. Rejects where that may not be known. */
  logDirsOf(broker: number): Promise<readonly LogDir[]>;
  /** Ends every connection, so that the next refresh connects anew; for a machine that slept. */
  reconnect(): void;
  /** For good, and at once; a refresh under way rejects. */
  close(): void;
}

export interface ClusterOptions {
  /** Snapshots have every topic with both ends of every log, for the same number of requests. */
  readonly wholeTopics?: boolean;
  readonly onRequest?: (event: RequestEvent) => void;
}

/** Connects when first refreshed. Throws a RangeError when an address is none. */
export function openCluster(options: ConnectionOptions, wanted: ClusterOptions = {}): Cluster {
  const context = { usesTls: options.tls !== undefined, usesSasl: options.sasl !== undefined };
  return clusterOver(options.brokers, kafkajsLinks(options, wanted.onRequest), context, wanted);
}

/** The same over any library's links. */
export function clusterOver(
  bootstrap: readonly string[],
  open: OpenLink,
  context: ErrorContext = {},
  { wholeTopics = false }: ClusterOptions = {},
): Cluster {
  const brokers = new Brokers(bootstrap.map(parseAddress), open, context);
  const memory = newMemory(wholeTopics);
  return {
    refresh: async () => {
      const facts = await collect(brokers, memory);
      memory.previous = assemble(facts, memory.previous, Date.now());
      return memory.previous;
    },
    layout: () => describeLayout(brokers),
    configsOf: (resources, keys) => configsOf(brokers, resources, keys),
    logDirsOf: (broker) => brokers.send(broker, describeLogDirs),
    reconnect: () => brokers.drop(),
    close: () => brokers.close(),
  };
}
