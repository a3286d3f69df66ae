import type { Call } from './call';
import type { Container } from './container';
import type { CreatedTopic } from './createdTopic';
import type { Entry } from './entry';
import type { Machine } from './machine';
import type { Resource } from './resource';
import type { Span } from './span';
import type { Spring } from './spring';
import type { KafkaVersion, TargetVersion } from './version';

/** What a scope configures. `client` is a file shared by producers, consumers or tools, such as `client.properties`. */
export const ROLES = [
  'broker',
  'controller',
  'combined',
  'topic',
  'producer',
  'consumer',
  'admin',
  'client',
  'connect-standalone',
  'connect-distributed',
  'connector',
  'streams',
  'mirror-maker',
] as const;

/** What the machine and the Java process below Kafka are set to: no file of Kafka's own, so that no directive names them. */
export const MACHINE_ROLES = ['host', 'jvm'] as const;

export type Role = (typeof ROLES)[number] | (typeof MACHINE_ROLES)[number];

/**
 * The library that reads the scope; each has its own defaults and limits. `rdkafka` stands for librdkafka's own keys,
 * `confluent` for `@confluentinc/kafka-javascript` with options in the manner of KafkaJS, and `nest` for NestJS's client,
 * which has KafkaJS behind it and methods of its own.
 */
export type ClientLibrary =
  | 'java'
  | 'kafkajs'
  | 'confluent'
  | 'rdkafka'
  | 'platformatic'
  | 'nest'
  | 'kafka-python'
  | 'aiokafka'
  | 'sarama'
  | 'kafka-go'
  | 'franz-go';

/** What a process configures beside itself: the clients that it makes, and its topics. */
export type PartKind =
  | 'producer'
  | 'consumer'
  | 'main-consumer'
  | 'restore-consumer'
  | 'global-consumer'
  | 'admin'
  /** A client of no kind in particular. */
  | 'client'
  | 'topic'
  /** A direction in which MirrorMaker replicates. */
  | 'flow';

export interface Part {
  readonly kind: PartKind;
  /** The cluster of a mirror that it is for, of a flow the one that it leads to; absent for all of them. */
  readonly cluster?: string;
  /** The cluster that a flow comes from. */
  readonly source?: string;
}

/**
 * One configured thing.
 *
 * The settings for a part of a process, such as `producer.` in a Connect worker, are a scope of their own, so that a
 * rule about producers needs no word about Connect.
 */
export interface Scope {
  readonly role: Role;
  readonly client: ClientLibrary;
  readonly target: TargetVersion;
  readonly span: Span;
  /** All entries in the order of the file, overridden ones included. */
  readonly entries: readonly Entry[];
  /** How code uses it; empty where the format is no code. */
  readonly calls: readonly Call[];
  /** In code: the package that the client comes from, where the file shows it. */
  readonly package?: string;
  /** The release of that package which the project asks for, such as `1.16`; absent where nobody says. */
  readonly release?: KafkaVersion;
  /** In code: others than its file may use the client too, since it is handed on. */
  readonly shared?: true;
  /** The calls that functions at hand make, and the handlers that they are given, where they are called; absent where there are none. */
  readonly indirect?: readonly Call[];
  /** The call that makes it, in code. */
  readonly creation?: Call;
  /** In code: the calls that make one for a single run of their function, which keeps it and hands it to nobody. */
  readonly shortLived?: readonly Call[];
  /** In code: something else than the calls that are seen may use it too. */
  readonly handedOn?: true;
  /** The scope that it belongs to: the process of a part, the `new Kafka()` of a producer. */
  readonly parent?: Scope;
  /** Which part of its process it is; absent for a process, and for an object of its own in code. */
  readonly part?: Part;
  /** The scopes that belong to this one. */
  readonly parts: readonly Scope[];
  /** What the process sets that is neither its own nor a part's, such as a cluster's worker; the keys are whole. */
  readonly others: readonly Entry[];
  /** What the text calls it, such as a service's name; absent where it has none. */
  readonly name?: string;
  /** How the scope's own format writes a key of it: `producer.linger.ms` for `linger.ms` in a worker's file. */
  written(key: string): string;
  /**
   * In code: how a value of Kafka's is written there, such as `20 * time.Millisecond` for 20; undefined for what the
   * library cannot be told. Values are written as they stand when absent.
   */
  writtenValue?(key: string, value: string): string | undefined;
  /** In code: how the language reads a variable of the environment; as JavaScript does when absent. */
  fromEnvironment?(variable: string): string;
  /**
   * `complete` when an absent key means Kafka's default; `fragment` when it may be set elsewhere (a template,
   * an overlay, a prefixed part), so that nothing may be concluded from absence.
   */
  readonly completeness: 'complete' | 'fragment';
  /** `development` when path or content show a demo, a test or a single combined node. */
  readonly environment: 'development' | 'unknown';
  /** How many brokers the cluster has, where the scope or the workspace shows it. */
  readonly brokers?: number;
  /** What starts it, where that is a container. */
  readonly container?: Container;
  /** The resource that configures it through an operator. */
  readonly resource?: Resource;
  /** With settings of a host or of a Java process: who reads them, and for whom. */
  readonly machine?: Machine;
  /** In code: the topic that it is of. */
  readonly created?: CreatedTopic;
  /** What Spring makes of its file. */
  readonly spring?: Spring;
  /** What holds instead of Kafka's own defaults, such as what an image sets; undefined where nobody can know. */
  readonly defaults?: ReadonlyMap<string, string | undefined>;
}
