import type { PlacedReport, WorkspaceFacts } from '../../model/project';
import type { WorkspaceRule } from '../rule';
import { brokerExporters } from './support/exported';

export const rule: WorkspaceRule = {
  id: 'monitoring/missing-raft-metrics',
  summary: 'The exporter of a KRaft cluster leaves out the metrics of its metadata quorum',
  severity: 'information',
  sources: ['Kafka monitoring documentation (KRaft monitoring metrics)', 'JMX exporter on a broker of 4.3'],
  *checkWorkspace(workspace: WorkspaceFacts): Iterable<PlacedReport> {
    const isKraft = workspace.files.some(({ scopes }) =>
      scopes.some(({ scope, settings }) => scope.role === 'combined' || settings.has('process.roles')),
    );
    if (!isKraft) return;
    for (const { exporter, exported } of brokerExporters(workspace)) {
      if (!exported || exported.attributes.some((text) => text.startsWith('kafka.server<type=raft-metrics>'))) continue;
      if (!exported.attributes.some((text) => text.startsWith('kafka.server<type=ReplicaManager'))) continue;
      yield {
        at: exporter.anchor,
        message: 'No rule takes raft-metrics: who leads the metadata quorum, and who is behind, is not seen.',
      };
    }
  },
};
