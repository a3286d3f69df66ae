import type { Reader } from '../../catalogue/reader';

/** At least so many brokers the cluster has: as many as the workspace shows, or as are listed to start from. */
export function knownBrokers(reader: Reader): number {
  const listed = reader.list('bootstrap.servers')?.filter((address) => address.includes(':')) ?? [];
  return Math.max(reader.scope.brokers ?? 0, new Set(listed).size);
}
