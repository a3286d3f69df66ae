import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import type { ProjectRule } from '../rule';
import { fixOf, nameOf, siteOf } from './support/facts';

const KEY = 'controller.quorum.voters';

export const rule: ProjectRule = {
  id: 'project/quorum-disagreement',
  summary: 'Nodes of a cluster name different voters of its quorum',
  severity: 'error',
  sources: ['QuorumConfig (controller.quorum.voters must be the same on all nodes)', 'Kafka documentation, KRaft'],
  *checkProject({ servers }: ClusterFacts): Iterable<PlacedReport> {
    const nodes = servers.flatMap((node) => {
      const text = node.settings.get(KEY)?.text;
      return text ? [{ node, text, voters: votersIn(text) }] : [];
    });
    const counts = new Map<string, number>();
    for (const { voters } of nodes) counts.set(voters, (counts.get(voters) ?? 0) + 1);
    if (counts.size < 2) return;
    const most = Math.max(...counts.values());
    const usual = nodes.find(({ voters }) => counts.get(voters) === most);
    // Where half of them say one thing and half another, nobody knows who is right.
    const isTie = [...counts.values()].filter((count) => count === most).length > 1;
    for (const { node, voters } of nodes) {
      if (!usual || (!isTie && voters === usual.voters)) continue;
      yield {
        at: siteOf(node, KEY),
        message: `${KEY} differs from that of the other nodes: Kafka needs the same voters everywhere, or controllers elect apart.`,
        related: othersThan(nodes, voters).map((other) => ({
          at: siteOf(other, KEY),
          message: `${nameOf(other)} names other voters.`,
        })),
        fixes: isTie ? [] : fixOf(node, KEY, usual.text),
      };
    }
  },
};

function othersThan(
  nodes: readonly { readonly node: ScopeFacts; readonly voters: string }[],
  voters: string,
): readonly ScopeFacts[] {
  return nodes.filter((one) => one.voters !== voters).map(({ node }) => node);
}

/** Their order says nothing. */
function votersIn(text: string): string {
  return text
    .split(',')
    .map((voter) => voter.trim())
    .sort()
    .join(',');
}
