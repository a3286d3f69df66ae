import type { PlacedReport, WorkspaceFacts } from '../../model/project';
import { isAtLeast } from '../../model/version';
import type { WorkspaceRule } from '../rule';

export const rule: WorkspaceRule = {
  id: 'monitoring/zookeeper-pattern',
  summary: 'A rule of the exporter waits for metrics of ZooKeeper that Kafka 4 does not have',
  severity: 'information',
  sources: ['KIP-500', 'JMX exporter on a broker of 4.3'],
  *checkWorkspace({ files }: WorkspaceFacts): Iterable<PlacedReport> {
    const servers = files.flatMap(({ scopes }) => scopes.filter(({ scope }) => isServer(scope.role)));
    const isNew = servers.length > 0 && servers.every(({ scope }) => isAtLeast(scope.target.version, '4.0'));
    if (!isNew) return;
    const exporters = files.flatMap(({ monitoring = [] }) => monitoring.flatMap(({ exporter }) => exporter ?? []));
    for (const { pattern = '', span } of exporters.flatMap(({ rules }) => rules)) {
      if (!/kafka/i.test(pattern) || !/zookeeper|SessionExpireListener/i.test(pattern)) continue;
      yield { at: span, message: 'Kafka 4 has no ZooKeeper, so that this pattern never matches.' };
    }
  },
};

function isServer(role: string): boolean {
  return role === 'broker' || role === 'combined' || role === 'controller';
}
