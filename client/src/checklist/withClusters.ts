import * as l10n from '@vscode/l10n';
import type { WireChecklistLine } from '../../../server/src/protocol/workspaceMessages';
import type { KnownCluster } from './knownClusters';

/** The lines with what connected clusters show: what is so outweighs what files leave open. */
export function withClusters(
  lines: readonly WireChecklistLine[],
  clusters: readonly KnownCluster[],
): readonly WireChecklistLine[] {
  if (clusters.length === 0) return lines;
  return lines.map((line) => {
    if (line.id === 'monitoring-groups') return watched(line, clusters);
    return line.id === 'broker-replication' ? replicated(line, clusters) : line;
  });
}

function watched(line: WireChecklistLine, clusters: readonly KnownCluster[]): WireChecklistLine {
  if (line.state === 'fail') return line;
  const groups = clusters.reduce((sum, cluster) => sum + cluster.groups, 0);
  const { place: _, ...rest } = line;
  const says = l10n.t(
    'Consumer groups of {0} are watched here while their view is open: {1}.',
    names(clusters),
    groups,
  );
  return { ...rest, state: 'pass', says, more: 0 };
}

/** Copies that are missing now say more than how many there ought to be. */
function replicated(line: WireChecklistLine, clusters: readonly KnownCluster[]): WireChecklistLine {
  const ill = clusters.filter(({ unhealthy = 0 }) => unhealthy > 0);
  if (ill.length === 0) return line;
  const partitions = ill.reduce((sum, { unhealthy = 0 }) => sum + unhealthy, 0);
  const { place: _place, fix: _fix, rule: _rule, ...rest } = line;
  const says =
    partitions === 1
      ? l10n.t('1 partition of {0} lacks copies or a leader now.', names(ill))
      : l10n.t('{0} partitions of {1} lack copies or a leader now.', partitions, names(ill));
  return { ...rest, state: 'fail', says, more: 0 };
}

function names(clusters: readonly KnownCluster[]): string {
  return clusters.map(({ name }) => name).join(', ');
}
