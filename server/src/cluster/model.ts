/** What is known of a cluster at one moment. Offsets and lags are BigInt: Kafka's are 64-bit. Imports nothing. */

/** Why a number cannot be told. Unknown is never shown as zero and never counted in a total. */
export type UnknownReason =
  | 'no-commit'
  | 'leader-unreachable'
  | 'coordinator-unreachable'
  | 'unauthorised'
  | 'topic-deleted'
  | 'error';

export interface Unknown {
  readonly unknown: UnknownReason;
  /** What Kafka or the network said, without any secret. */
  readonly detail?: string;
}

export type Offset = bigint | Unknown;

export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  /** The next offset that the group would read after a restart. */
  readonly committed: Offset;
  readonly logStart: Offset;
  /** The high watermark: what a consumer with isolation level read_uncommitted could read up to. */
  readonly logEnd: Offset;
  /**
   * Up to where a consumer with isolation level read_committed can read. Asked for only where a reader stands still, and
   * told only where an open transaction holds it back.
   */
  readonly stableEnd?: bigint;
  /**
   * `logEnd - committed`, as kafka-consumer-groups.sh counts it; negative when the log was truncated or recreated. Zero
   * without a commit where the log holds nothing.
   */
  readonly lag: Offset;
  readonly leader?: number;
  /** The member that reads the partition, when the group has told. */
  readonly memberId?: string;
}

export interface LagTotal {
  /** In messages, over the partitions whose lag is known; a negative one counts as none, lest it hide another's. */
  readonly lag: bigint;
  readonly knownPartitions: number;
  /** Above zero means that the total is partial. */
  readonly unknownPartitions: number;
}

export interface TopicLag {
  readonly topic: string;
  readonly partitions: readonly PartitionLag[];
  readonly total: LagTotal;
}

export interface GroupMember {
  readonly memberId: string;
  readonly clientId: string;
  readonly host: string;
  readonly groupInstanceId?: string;
  readonly assigned: readonly { readonly topic: string; readonly partitions: readonly number[] }[];
}

/** Kafka's own names of group states. */
export type GroupState =
  | 'Stable'
  | 'Empty'
  | 'Dead'
  | 'PreparingRebalance'
  | 'CompletingRebalance'
  | 'Assigning'
  | 'Reconciling'
  | 'Unknown';

export interface GroupSnapshot {
  readonly groupId: string;
  readonly state: GroupState;
  /** `consumer` is KIP-848's protocol, `streams` KIP-1071's, `share` KIP-932's. */
  readonly protocol: 'classic' | 'consumer' | 'streams' | 'share' | 'unknown';
  readonly coordinator?: number;
  readonly members: readonly GroupMember[];
  /** The members could not be had: an empty list does not mean that there are none. */
  readonly membersUnknown?: true;
  readonly topics: readonly TopicLag[];
  readonly total: LagTotal;
  /** Set when the group's own state or offsets could not be had; what is known is there all the same. */
  readonly problem?: Unknown;
}

export interface BrokerInfo {
  readonly id: number;
  readonly host: string;
  readonly port: number;
  readonly rack?: string;
  readonly isController: boolean;
  /** What failed when it was last asked; absent when it answered. */
  readonly problem?: string;
}

export interface UnhealthyPartition {
  readonly topic: string;
  readonly partition: number;
  readonly state: 'offline' | 'below-min-isr' | 'under-replicated';
  readonly leader?: number;
  readonly replicas: readonly number[];
  readonly inSyncReplicas: readonly number[];
  readonly minInSyncReplicas?: number;
}

/** A partition whoever reads it. */
export interface TopicPartition {
  readonly partition: number;
  /** Absent while it has none. */
  readonly leader?: number;
  readonly replicas: readonly number[];
  readonly inSyncReplicas: readonly number[];
  readonly logStart: Offset;
  readonly logEnd: Offset;
}

export interface TopicSnapshot {
  readonly topic: string;
  readonly isInternal: boolean;
  readonly partitions: readonly TopicPartition[];
}

export interface ClusterSnapshot {
  readonly clusterId?: string;
  /** Milliseconds since the epoch when the refresh ended. */
  readonly takenAt: number;
  readonly brokers: readonly BrokerInfo[];
  /** The active controller, which without ZooKeeper need not be one of the brokers; absent when it is not known. */
  readonly controllerId?: number;
  /** As the brokers' API versions tell, such as `3.9` or `4.1+`; absent when they do not. */
  readonly kafkaVersion?: string;
  readonly groups: readonly GroupSnapshot[];
  readonly unhealthy: readonly UnhealthyPartition[];
  /** Of every topic; there only where whole topics are asked for. */
  readonly topics?: readonly TopicSnapshot[];
  /** What could not be had in this refresh, each a sentence for a person. */
  readonly problems: readonly string[];
}

/** Kafka's own names of where a value comes from. */
export type ConfigSource =
  | 'DYNAMIC_TOPIC_CONFIG'
  | 'DYNAMIC_BROKER_CONFIG'
  | 'DYNAMIC_DEFAULT_BROKER_CONFIG'
  | 'STATIC_BROKER_CONFIG'
  | 'DEFAULT_CONFIG'
  | 'UNKNOWN';

export interface RunningSetting {
  readonly key: string;
  /** Absent where nothing is set, and where Kafka keeps it to itself. */
  readonly value?: string;
  readonly source: ConfigSource;
  /** It changes with a file and a restart only. */
  readonly isReadOnly: boolean;
  /** Kafka tells no value of it. */
  readonly isSensitive: boolean;
}

/** The effective configuration of a broker, named by its id, or of a topic. */
export interface RunningConfig {
  readonly kind: 'broker' | 'topic';
  readonly name: string;
  readonly settings: readonly RunningSetting[];
}

export interface TopicLayout {
  readonly topic: string;
  readonly isInternal: boolean;
  readonly partitions: number;
  /** Of the partition that has the fewest, as the brokers' own checks see it. */
  readonly replicas: number;
  /** How many partitions have no leader, or replicas that are not in sync. */
  readonly offline: number;
  readonly underReplicated: number;
}

export interface BrokerLayout extends Pick<BrokerInfo, 'id' | 'host' | 'port' | 'rack'> {
  /** How many partitions it leads. */
  readonly leaders?: number;
}

/** A directory that a broker keeps logs in. Sizes are in bytes. */
export interface LogDir {
  readonly path: string;
  /** Kafka cannot use it any more. */
  readonly isOffline: boolean;
  /** Of its disk; absent before Kafka 3.3. */
  readonly totalBytes?: bigint;
  readonly usableBytes?: bigint;
}

/** What a cluster consists of, without any offset. */
export interface ClusterLayout {
  readonly clusterId?: string;
  readonly kafkaVersion?: string;
  readonly brokers: readonly BrokerLayout[];
  readonly topics: readonly TopicLayout[];
}

/** Configurations as far as they may be seen. */
export interface DescribedConfigs {
  readonly configs: readonly RunningConfig[];
  /** What is missing and why, each a sentence for a person. */
  readonly problems: readonly string[];
}
