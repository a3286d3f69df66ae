/** Client to server, notification: the clusters that are connected now, all of them. */
export const CONNECTED_CLUSTERS = 'kafkaLint/connectedClusters';
export interface ConnectedClustersParams {
  readonly clusters: readonly ConnectedCluster[];
}
export interface ConnectedCluster {
  readonly name: string;
  readonly bootstrapServers: readonly string[];
  /** What the brokers speak at these and at the addresses below. */
  readonly protocol: 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL';
  /** A Kafka release line. */
  readonly version?: string;
  /** With the document that shows what each runs with. */
  readonly brokers: readonly {
    readonly id: number;
    readonly host: string;
    readonly port: number;
    readonly uri: string;
  }[];
  /** Another number once what it runs with is worth asking for again. */
  readonly serial: number;
}

/** Server to client, request: what brokers and topics of a connected cluster run with; null when it is not connected. */
export const CLUSTER_FACTS = 'kafkaLint/clusterFacts';
export interface ClusterFactsParams {
  readonly cluster: string;
  readonly brokers: readonly number[];
  readonly topics: readonly string[];
}
export type ClusterFactsResult = WireClusterFacts | null;
export interface WireClusterFacts {
  /** Those whose settings may be seen. */
  readonly brokers: readonly { readonly id: number; readonly settings: WireSettings }[];
  /** Those that are there. */
  readonly topics: readonly WireTopic[];
}
export interface WireTopic {
  readonly topic: string;
  readonly uri: string;
  readonly partitions: number;
  readonly replicas: number;
  readonly settings?: WireSettings;
}
/** By key, defaults included. A value is absent where nothing is set, and where Kafka keeps it to itself. */
export type WireSettings = Readonly<
  Record<string, { readonly value?: string; readonly source: string; readonly isSensitive?: true }>
>;

/**
 * Client to server, request: files as they would be if they said what a connected cluster runs with; those of a broker or a
 * topic, or one of them. Empty where nothing shows for certain that they belong together.
 */
export const COMPARE_RUNNING = 'kafkaLint/compareRunning';
export type CompareRunningParams =
  | { readonly uri: string }
  | { readonly cluster: string; readonly kind: 'broker' | 'topic'; readonly name: string };
export type CompareRunningResult = readonly ComparedFile[];
export interface ComparedFile {
  readonly uri: string;
  readonly cluster: string;
  readonly text: string;
  /** How many settings differ, and how many of these the text cannot show. */
  readonly differences: number;
  readonly unwritten: number;
}
