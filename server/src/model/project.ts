import type { ForeignEdit } from './edit';
import type { Position, Severity } from './finding';
import type { Monitoring } from './monitoring';
import type { RunningLink } from './running';
import type { ClientLibrary, Scope } from './scope';
import type { Span } from './span';

/**
 * What a project knows of its files: facts that rules across files ask for, neither texts nor trees. Facts hold no
 * positions but the indexes of places, so that text which only moves changes no fact.
 */
export interface FileFacts {
  readonly uri: string;
  readonly scopes: readonly ScopeFacts[];
  /** What it says of watching Kafka; absent where it says nothing of that. */
  readonly monitoring?: readonly Sited<Monitoring>[];
  /** The containers that it starts with Kafka in them, as those that scrape them see them. */
  readonly metricPorts?: readonly MetricPorts[];
  /** Where what the facts speak of is written. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly span: Span;
  readonly start: Position;
  readonly end: Position;
}

/** One of the places of a file, by its index. */
export interface Site {
  readonly uri: string;
  readonly at: number;
}

/** A setting as its file has it. */
export interface WrittenSetting {
  readonly site: Site;
  /** The index of the scope that has it, and its key there: what a change of it names. */
  readonly scope: number;
  readonly key: string;
  /** Trimmed; undefined where nobody can know it. */
  readonly text: string | undefined;
  /** Kafka's own values can be written there: it means to its library what it means to Kafka. */
  readonly settable: boolean;
}

export interface ScopeFacts {
  readonly uri: string;
  /** Among the scopes of its document. */
  readonly index: number;
  /** The index of the object that it comes from; its own where it comes from none. */
  readonly root: number;
  /** The library that really reads it. */
  readonly client: ClientLibrary;
  /**
   * The settings that are asked for, under the names and with the values that Kafka's own clients would have, so that
   * every reader of settings can read them. Its spans are nowhere.
   */
  readonly scope: Scope;
  readonly settings: ReadonlyMap<string, WrittenSetting>;
  /** Where to speak about what is absent. */
  readonly anchor: Site;
  /** What somebody who reads its name would call it: a service, a resource; absent where it has none. */
  readonly name?: string;
  /** Names under which others reach it: of its container, or the host of an operator's service. */
  readonly hosts: readonly string[];
  /** Where a broker listens; undefined where that cannot be known, or for what does not listen. */
  readonly endpoints?: readonly Endpoint[];
  readonly topics: readonly TopicUse[];
  /** The topic that it declares. */
  readonly declares?: DeclaredTopic;
  /** The resource's label that names its cluster, or the cluster's own name. */
  readonly cluster?: { readonly name: string; readonly namespace?: string };
  /** It is of a connected cluster: nothing of it can be edited. */
  readonly running?: true;
  /** How many members of the group it is, as far as it says so itself. */
  readonly members?: { readonly count: number; readonly site: Site };
}

/** A listener as clients see it. */
export interface Endpoint {
  /** In lower case; undefined for any host that the node has. */
  readonly host: string | undefined;
  readonly port: number;
  readonly protocol: 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL' | undefined;
  /** The logins that it takes, in upper case; undefined where they cannot be known. */
  readonly mechanisms?: readonly string[];
  readonly listener: string;
  readonly kind: 'clients' | 'controllers';
  readonly site: Site;
}

export interface TopicUse {
  readonly topic: string;
  readonly use: 'reads' | 'writes';
  readonly site: Site;
  /** Of a write, where it says so itself. */
  readonly acks?: string;
}

export interface DeclaredTopic {
  readonly topic: string;
  readonly site: Site;
  readonly partitions?: { readonly value: number; readonly site: Site };
  readonly replicas?: { readonly value: number; readonly site: Site };
}

/** The same fact with sites in the place of its spans. */
export type Sited<T> = T extends Span
  ? Site
  : T extends readonly (infer U)[]
    ? readonly Sited<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Sited<T[K]> }
      : T;

/** The ports of a container at which there are metrics, or at which there are none though one may think so. */
export interface MetricPorts {
  /** The names under which others reach it, in lower case. */
  readonly hosts: readonly string[];
  /** Of the JMX exporter's agent. */
  readonly agent?: number;
  /** Of JMX itself, which Prometheus does not speak. */
  readonly jmx?: number;
  readonly site: Site;
}

/** What the files of a workspace say that have to do with watching Kafka, in the order of their names. */
export interface WorkspaceFacts {
  readonly files: readonly FileFacts[];
  readonly clusters: readonly ClusterFacts[];
}

/** What of the workspace is one Kafka cluster with its clients. */
export interface ClusterFacts {
  /** What people call it: a service, a resource, an address, or its name in the settings. */
  readonly name: string;
  /** The settings name it and its files. */
  readonly isStated?: true;
  /** Brokers and controllers; empty where no file has them. */
  readonly servers: readonly ScopeFacts[];
  /** How many brokers there are, where the files show all of them. */
  readonly brokers?: number;
  readonly clients: readonly ScopeFacts[];
  readonly topics: readonly ScopeFacts[];
  /** Why each of them belongs to it, as a sentence without its end. */
  readonly reasons: ReadonlyMap<ScopeFacts, string>;
  /** The connected cluster that it is. */
  readonly running?: RunningLink;
}

/** What a rule about several files reports; it is shown at the one place, and names the others. */
export interface PlacedReport {
  readonly at: Site;
  readonly message: string;
  readonly severity?: Severity;
  readonly related?: readonly { readonly at: Site; readonly message: string }[];
  readonly fixes?: readonly PlacedFix[];
  /** Fixes that replace text of the file itself. */
  readonly texts?: readonly { readonly title: string; readonly safe: boolean; readonly edits: readonly SiteEdit[] }[];
}

/** Replaces what is at a site of the file that the report is about. */
export interface SiteEdit {
  readonly at: Site;
  readonly newText: string;
}

/** Never safe: which of the files is wrong only people know. */
export interface PlacedFix {
  readonly title: string;
  readonly changes: readonly ForeignEdit[];
  /** A command for a shell that changes what no file does; then there are no changes. */
  readonly command?: string;
}
