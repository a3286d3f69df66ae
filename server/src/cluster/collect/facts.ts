import type { ApiSupport } from '../api/call';
import type { DescribedGroup } from '../api/describeGroups';
import type { ListedGroup } from '../api/listGroups';
import type { MetadataAnswer } from '../api/metadata';
import type { GroupOffsets } from '../api/offsetFetch';
import type { ExplainedError } from '../explain/errorFacts';
import type { Offset, Unknown } from '../model';

/** One end of logs, by topic and partition. */
export type OffsetTable = ReadonlyMap<string, ReadonlyMap<number, Offset>>;

export interface GroupFacts {
  readonly listed: ListedGroup;
  readonly coordinator: number;
  /** Undefined when nobody was asked, since the cluster cannot describe such a group. */
  readonly described: DescribedGroup | Unknown | undefined;
  readonly offsets: GroupOffsets | Unknown;
}

/** Everything that one refresh got to know, as Kafka told it. */
export interface Facts {
  readonly metadata: MetadataAnswer;
  /** The ends of every log were asked for, and not of those alone that a group reads. */
  readonly wholeTopics: boolean;
  readonly groups: readonly GroupFacts[];
  /** Brokers that could not say which groups they coordinate, with the reason. */
  readonly unlisted: ReadonlyMap<number, Unknown>;
  /** Groups that no broker lists, though none says that they are gone: a broker that has just come back may load them. */
  readonly vanished: ReadonlyMap<string, Unknown>;
  /** By broker, how many groups are left out, since there are too many. */
  readonly omitted: ReadonlyMap<number, number>;
  readonly logEnds: OffsetTable;
  readonly logStarts: OffsetTable;
  /** Of the logs whose reader stands still. */
  readonly stableEnds: OffsetTable;
  /** Topics that groups name and the cluster's list does not, with what is known of why. */
  readonly absentTopics: ReadonlyMap<string, Unknown>;
  readonly minInSyncReplicas: ReadonlyMap<string, number>;
  readonly controllerId?: number;
  readonly brokerFailures: ReadonlyMap<number, ExplainedError>;
  /** What every connected broker supports. */
  readonly supports: readonly ApiSupport[];
}
