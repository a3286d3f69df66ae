import type { RunningName } from '../../../server/src/protocol/runningUri';

/** What the node of a tree stands for, where that has a configuration; commands may be given anything. */
export function partOf(node: unknown): RunningName | undefined {
  const { kind, clusterName, broker, topic } = Object(node) as Readonly<Record<string, unknown>>;
  if (typeof clusterName !== 'string') return undefined;
  if (kind === 'broker' && typeof broker === 'number') return { cluster: clusterName, kind, name: String(broker) };
  if (kind === 'liveTopic' && typeof topic === 'string') return { cluster: clusterName, kind: 'topic', name: topic };
  return undefined;
}
