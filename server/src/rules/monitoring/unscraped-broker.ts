import type { FileFacts, PlacedReport, WorkspaceFacts } from '../../model/project';
import type { WorkspaceRule } from '../rule';
import { areTogether } from './support/queries';

export const rule: WorkspaceRule = {
  id: 'monitoring/unscraped-broker',
  summary: 'Prometheus scrapes some brokers of a cluster, and others not',
  severity: 'warning',
  sources: ['Prometheus, static_configs: each process is a target of its own'],
  *checkWorkspace({ files }: WorkspaceFacts): Iterable<PlacedReport> {
    for (const { uri, monitoring = [] } of files) {
      const jobs = monitoring.flatMap((one) => one.jobs);
      if (jobs.length === 0 || jobs.some(({ discovers }) => discovers)) continue;
      const hosts = new Set(jobs.flatMap(({ targets }) => targets.map(({ host }) => host)));
      for (const { metricPorts = [] } of files.filter((other) => areTogether(uri, other.uri))) {
        const agents = metricPorts.filter(({ agent }) => agent !== undefined);
        const missing = agents.filter((one) => !one.hosts.some((host) => hosts.has(host)));
        const job = jobs.find(({ targets }) =>
          targets.some(({ host }) => agents.some((one) => one.hosts.includes(host))),
        );
        if (!job || missing.length === 0) continue;
        yield reportOf(job, agents.length, missing);
      }
    }
  },
};

type Ports = NonNullable<FileFacts['metricPorts']>;

function reportOf(
  { name, span }: { name: string; span: PlacedReport['at'] },
  all: number,
  missing: Ports,
): PlacedReport {
  const first = missing[0]?.hosts[0] ?? '';
  const others = missing.length > 1 ? ` and ${missing.length - 1} more` : '';
  return {
    at: span,
    message: `${missing.length} of ${all} brokers are no targets of the job ${name}: ${first}${others}; their faults stay unseen.`,
    related: missing.map(({ site }) => ({ at: site, message: 'Its exporter is not scraped.' })),
  };
}
