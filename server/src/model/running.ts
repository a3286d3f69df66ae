import type { ScopeFacts } from './project';
import type { KafkaVersion } from './version';

/** A connected cluster, as far as it has been asked. Plain data: it comes over the wire. */
export interface RunningCluster {
  /** What people call it. */
  readonly name: string;
  readonly bootstrapServers: readonly string[];
  /** What is spoken at these and at the brokers' addresses below. */
  readonly protocol: 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL';
  readonly version?: KafkaVersion;
  readonly brokers: readonly RunningBroker[];
  /** Those that were asked for and are there. */
  readonly topics: readonly RunningTopic[];
}

/** What a broker or a topic runs with. */
export interface RunningPart {
  /** Of the document that shows it. */
  readonly uri: string;
  /** By key, defaults included; absent where they were not asked for or may not be seen. */
  readonly settings?: Readonly<Record<string, RunningValue>>;
}

export interface RunningBroker extends RunningPart {
  readonly id: number;
  readonly host: string;
  readonly port: number;
}

export interface RunningTopic extends RunningPart {
  readonly topic: string;
  readonly partitions: number;
  readonly replicas: number;
}

export interface RunningValue {
  /** Absent where nothing is set, and where Kafka keeps it to itself. */
  readonly value?: string;
  /** Kafka's own name of where it comes from. */
  readonly source: string;
  readonly isSensitive?: true;
}

/** What of a connected cluster the files of a workspace describe for certain. */
export interface RunningLink {
  readonly cluster: RunningCluster;
  /** A file's broker or brokers, by the brokers that they are. */
  readonly brokers: readonly { readonly facts: ScopeFacts; readonly brokers: readonly RunningBroker[] }[];
  readonly topics: readonly { readonly facts: ScopeFacts; readonly topic: RunningTopic }[];
}
