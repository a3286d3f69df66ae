import type { Reader } from '../../../catalogue/reader';
import type { Entry } from '../../../model/entry';

interface Count {
  readonly key: string;
  readonly value: number;
  readonly written: boolean;
}

/** How many replicas a kind of topic has, and how many of them must be in sync for an acks=all write. */
export interface ReplicationPair {
  readonly minIsr: Count;
  readonly factor: Count;
  /** The entry to point at: the minimum where it is written, else the factor. */
  readonly entry: Entry;
}

const PAIRS = [
  ['min.insync.replicas', 'default.replication.factor'],
  ['transaction.state.log.min.isr', 'transaction.state.log.replication.factor'],
  ['share.coordinator.state.topic.min.isr', 'share.coordinator.state.topic.replication.factor'],
] as const;

/**
 * In a part of a broker's file the factor may be set elsewhere; where the minimum is written and the factor is not,
 * the default is worth a thought, which the rules give as a hint.
 */
function assumedFactor(reader: Reader, key: string): number | undefined {
  const isHere = reader.scope.completeness === 'complete' || reader.has(key) || key !== 'default.replication.factor';
  return isHere ? undefined : 1;
}

/** The pairs of a broker's file of which at least one half is written; the other may be a default. */
export function replicationPairs(reader: Reader): ReplicationPair[] {
  return PAIRS.flatMap(([minKey, factorKey]) => {
    const entry = reader.entry(minKey) ?? reader.entry(factorKey);
    const minIsr = reader.number(minKey);
    const factor = reader.number(factorKey) ?? assumedFactor(reader, factorKey);
    if (!entry || minIsr === undefined || factor === undefined || factor < 1) return [];
    return [
      {
        minIsr: { key: minKey, value: minIsr, written: reader.entry(minKey) !== undefined },
        factor: { key: factorKey, value: factor, written: reader.entry(factorKey) !== undefined },
        entry,
      },
    ];
  });
}
