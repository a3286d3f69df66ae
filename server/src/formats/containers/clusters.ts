import type { PlacedDraft } from '../sites/placedDraft';

type Draft = Pick<PlacedDraft, 'entries' | 'role'>;

/** What only nodes of one cluster have in common, the surest first. */
const CLUSTER_KEYS = ['controller.quorum.voters', 'controller.quorum.bootstrap.servers', 'zookeeper.connect'];

/** How many brokers the cluster of each node has; those that a file does not show to belong together are left out. */
export function countBrokers<D extends Draft>(drafts: readonly D[]): Map<D, number> {
  const clusters = new Map<string, D[]>();
  for (const draft of drafts) {
    const id = clusterOf(draft);
    if (id !== undefined) clusters.set(id, [...(clusters.get(id) ?? []), draft]);
  }
  const counts = new Map<D, number>();
  for (const nodes of clusters.values()) {
    const brokers = nodes.filter(({ role }) => role === 'broker' || role === 'combined').length;
    if (brokers > 0 && !hasOthers(nodes)) for (const node of nodes) counts.set(node, brokers);
  }
  return counts;
}

/** The quorum has more nodes than are here, so that brokers may be elsewhere, too. */
function hasOthers(nodes: readonly Draft[]): boolean {
  const voters = nodes[0]?.entries.find(({ key }) => key === CLUSTER_KEYS[0])?.value.text.split(',').length ?? 0;
  const controllers = nodes.filter(({ role }) => role !== 'broker').length;
  return controllers > 0 && voters > controllers;
}

function clusterOf({ entries, role }: Draft): string | undefined {
  if (role !== 'broker' && role !== 'combined' && role !== 'controller') return undefined;
  for (const key of CLUSTER_KEYS) {
    const text = entries.find((entry) => entry.key === key && !entry.overriddenBy)?.value.text.trim();
    if (text) return `${key}=${text}`;
  }
  return undefined;
}
