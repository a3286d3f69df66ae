import type { WireRange } from './protocol';

/** Client to server, request: lints every file of the workspace, whatever the settings ask for. */
export const LINT_WORKSPACE = 'kafkaLint/lintWorkspace';

/** Server to client, notification: what the next request answers has changed. */
export const HEALTH_CHANGED = 'kafkaLint/healthChanged';

/** Client to server, request: what has been read of the workspace, and which of its files belong together. */
export const WORKSPACE_HEALTH = 'kafkaLint/workspaceHealth';
export interface WorkspaceHealth {
  /** The files are being read for the first time. */
  readonly isReading: boolean;
  /** Every file has been linted, not only those that are open. */
  readonly isWhole: boolean;
  /** How many files were looked into, how many of them are Kafka's, and how many the settings leave out. */
  readonly files: number;
  readonly kafka: number;
  readonly excluded: number;
  /** Why not all files were looked into, as a sentence. */
  readonly limit?: string;
  /** Files that could not be read, and those which nothing shows the purpose of: how many, and the first of them. */
  readonly unreadable: WireFiles;
  readonly unrecognized: WireFiles;
  readonly clusters: readonly WireCluster[];
  /** How many further clusters there are. */
  readonly moreClusters: number;
}
export interface WireFiles {
  readonly count: number;
  readonly uris: readonly string[];
}
/** Files that are one cluster with its clients. */
export interface WireCluster {
  readonly name: string;
  /** How many brokers it has, where the files show all of them. */
  readonly brokers?: number;
  readonly members: readonly WireMember[];
}
export interface WireMember {
  readonly uri: string;
  readonly range: WireRange;
  readonly role: string;
  /** A service, a resource, a topic. */
  readonly name?: string;
  /** Why it belongs there, as a sentence without its subject: `connects to kafka:9092, where kafka-1 listens`. */
  readonly reason: string;
}

/** Client to server, request: what people check before production, as far as the files of the workspace tell. */
export const CHECKLIST = 'kafkaLint/checklist';
export interface WireChecklist {
  /** The files are being read for the first time, so that more may be found. */
  readonly isReading: boolean;
  /** How many files were looked into. */
  readonly files: number;
  readonly lines: readonly WireChecklistLine[];
}
export interface WireChecklistLine {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly why: string;
  readonly state: 'fail' | 'unknown' | 'pass' | 'not-applicable';
  /** A sentence: what is wrong, what shows that it is well, or why nobody can tell. */
  readonly says: string;
  /** The place that decides it, and how many further places say the same. */
  readonly place?: { readonly uri: string; readonly range: WireRange };
  readonly more: number;
  readonly rule?: string;
  /** The title of the fix that its rule offers there. */
  readonly fix?: string;
}
