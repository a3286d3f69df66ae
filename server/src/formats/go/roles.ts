import type { Call, Options } from '../../model/call';
import type { ClientRole } from './clients';

/** What franz-go's one client is told to do, by the names of options and methods. */
const PRODUCES =
  /^(?:RequiredAcks|DisableIdempotentWrite|AllowIdempotent\w*|MaxProduce\w*|Producer\w*|Record(?!sPer)\w*|MaxBuffered\w*|ManualFlushing|Transaction\w*|Produce\w*|TryProduce|Unknown\w*|Stop\w*|DefaultProduce\w*|Flush)$/;
const CONSUMES =
  /^(?:Consume\w*|Fetch\w*|ConsumerGroup|ShareGroup|Balancers|SessionTimeout|HeartbeatInterval|RebalanceTimeout|AutoCommit\w*|DisableAutoCommit|GreedyAutoCommit|OnPartitions\w*|InstanceID|BlockRebalance\w*|MaxConcurrentFetches|Poll\w*|Commit\w*|MarkCommit\w*|AllowRebalance)$/;

export function isOfRole(name: string, role: ClientRole): boolean {
  if (role === 'producer') return !CONSUMES.test(name);
  return role === 'consumer' ? !PRODUCES.test(name) : true;
}

/** What a client of franz-go does, by its options and by the calls that are made on it. */
export function rolesOf(options: Options | undefined, calls: readonly Call[]): readonly ClientRole[] {
  const names = [...(options?.entries.map(({ writtenKey }) => writtenKey) ?? []), ...calls.map(({ method }) => method)];
  const roles: ClientRole[] = [];
  if (names.some((name) => CONSUMES.test(name))) roles.push('consumer');
  if (names.some((name) => PRODUCES.test(name))) roles.push('producer');
  return roles.length > 0 ? roles : ['client'];
}
