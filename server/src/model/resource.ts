import type { Entry } from './entry';
import type { Span } from './span';

/** The resource by which an operator is told what to configure, as far as rules look at it. */
export interface Resource {
  readonly kind: string;
  readonly apiVersion: Written<string>;
  /** Settings that the operator leaves out, since it makes them itself. */
  readonly ignored: readonly Entry[];
  /** How many copies of each partition a topic has. */
  readonly replicas?: Written<number>;
  readonly partitions?: Written<number>;
  /** What Kafka calls the topic, where that is not the resource's name. */
  readonly topicName?: Written<string>;
  /** The cluster that it belongs to, or is. */
  readonly clusterName?: string;
  readonly namespace?: string;
  /** Where the cluster's brokers listen. */
  readonly listeners?: readonly ResourceListener[];
  /** The resource of the cluster that it belongs to, where the same file has it. */
  readonly cluster?: ClusterFacts;
  /** The section for ZooKeeper. */
  readonly zookeeper?: Span;
  /** Fields that the operator leaves alone, since the node pools have them. */
  readonly pooled?: readonly Written<string>[];
  /** The data of its nodes is gone when their pods are. */
  readonly ephemeral?: Span;
}

export interface Written<T> {
  readonly value: T;
  readonly span: Span;
}

export interface ResourceListener {
  readonly name: string;
  readonly port: number;
  readonly tls: boolean;
  /** How clients log in: `scram-sha-512`, `tls`; absent where anybody may connect. */
  readonly authentication?: string;
  readonly span: Span;
}

export interface ClusterFacts {
  readonly brokers?: number;
  readonly minInsyncReplicas?: number;
}
