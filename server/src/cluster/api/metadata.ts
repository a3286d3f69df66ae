import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion } from './call';

/** Each is connected to: no cluster has more, and who claims more must not have us knock at a million doors. */
const MOST_BROKERS = 1000;

export interface BrokerNode {
  readonly id: number;
  readonly host: string;
  readonly port: number;
  readonly rack?: string;
}

export interface PartitionMetadata {
  readonly errorCode: number;
  readonly partition: number;
  /** Absent while the partition has none. */
  readonly leader?: number;
  readonly replicas: readonly number[];
  readonly inSyncReplicas: readonly number[];
}

export interface TopicMetadata {
  readonly errorCode: number;
  readonly topic: string;
  readonly isInternal: boolean;
  readonly partitions: readonly PartitionMetadata[];
}

export interface MetadataAnswer {
  readonly brokers: readonly BrokerNode[];
  readonly clusterId?: string;
  /** Without ZooKeeper brokers name any live broker here, so it tells the controller only with ZooKeeper. */
  readonly controllerId?: number;
  readonly topics: readonly TopicMetadata[];
}

/** Of every topic that we may see, or of the named ones; creates none. */
export function metadata(support: ApiSupport, topics?: readonly string[]): ApiCall<MetadataAnswer> {
  return {
    name: 'Metadata',
    key: 3,
    version: pickVersion(support, 'Metadata', 3, [5]),
    flexible: false,
    write: (body) => {
      if (topics) body.array(topics, (topic) => body.string(topic));
      else body.nullArray();
      body.boolean(false);
    },
    read,
  };
}

function read(body: WireReader): MetadataAnswer {
  body.skip(4);
  const brokers = body.arrayUpTo(MOST_BROKERS, () => readBroker(body)).items;
  const clusterId = body.nullableString();
  const controllerId = body.int32();
  const topics = body.array(() => readTopic(body));
  return {
    brokers,
    ...(clusterId !== undefined && { clusterId }),
    ...(controllerId >= 0 && { controllerId }),
    topics,
  };
}

function readBroker(body: WireReader): BrokerNode {
  const node = { id: body.int32(), host: body.string(), port: body.int32() };
  const rack = body.nullableString();
  return rack === undefined ? node : { ...node, rack };
}

function readTopic(body: WireReader): TopicMetadata {
  return {
    errorCode: body.int16(),
    topic: body.string(),
    isInternal: body.boolean(),
    partitions: body.array(() => readPartition(body)),
  };
}

function readPartition(body: WireReader): PartitionMetadata {
  const errorCode = body.int16();
  const partition = body.int32();
  const leader = body.int32();
  const replicas = body.int32s();
  const inSyncReplicas = body.int32s();
  body.int32s();
  return { errorCode, partition, ...(leader >= 0 && { leader }), replicas, inSyncReplicas };
}
