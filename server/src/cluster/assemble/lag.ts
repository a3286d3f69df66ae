import type { LagTotal, Offset, PartitionLag } from '../model';
import { isKnown } from '../unknown';

/** `logEnd - committed`; nothing where the log is empty; else unknown for the first reason that is met. */
export function lagOf(committed: Offset, logStart: Offset, logEnd: Offset): Offset {
  if (isKnown(committed)) return isKnown(logEnd) ? logEnd - committed : logEnd;
  const isEmpty = isKnown(logStart) && logStart === logEnd;
  return isEmpty && committed.unknown === 'no-commit' ? 0n : committed;
}

/** How many of the messages that wait have expired, so that nobody can read them any more. */
export function lostOf({ committed, logStart, logEnd }: PartitionLag): bigint {
  if (!isKnown(committed) || !isKnown(logStart) || !isKnown(logEnd)) return 0n;
  const readable = logStart < logEnd ? logStart : logEnd;
  return readable > committed ? readable - committed : 0n;
}

export function totalOfPartitions(partitions: readonly PartitionLag[]): LagTotal {
  let lag = 0n;
  let knownPartitions = 0;
  for (const partition of partitions) {
    if (!isKnown(partition.lag)) continue;
    knownPartitions += 1;
    if (partition.lag > 0n) lag += partition.lag;
  }
  return { lag, knownPartitions, unknownPartitions: partitions.length - knownPartitions };
}

export function sumOfTotals(totals: readonly LagTotal[]): LagTotal {
  return totals.reduce(
    (sum, total) => ({
      lag: sum.lag + total.lag,
      knownPartitions: sum.knownPartitions + total.knownPartitions,
      unknownPartitions: sum.unknownPartitions + total.unknownPartitions,
    }),
    { lag: 0n, knownPartitions: 0, unknownPartitions: 0 },
  );
}
