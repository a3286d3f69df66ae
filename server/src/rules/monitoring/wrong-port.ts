import type { Quoting } from '../../model/monitoring';
import type { FileFacts, MetricPorts, PlacedReport, WorkspaceFacts } from '../../model/project';
import type { WorkspaceRule } from '../rule';
import { areTogether, type SitedJob } from './support/queries';

export const rule: WorkspaceRule = {
  id: 'monitoring/wrong-port',
  summary: 'Prometheus scrapes a port at which the broker gives no metrics',
  severity: 'warning',
  sources: ['jmx_exporter, agent (port)', 'JDK, com.sun.management.jmxremote.port: RMI, not HTTP'],
  *checkWorkspace({ files }: WorkspaceFacts): Iterable<PlacedReport> {
    for (const file of files) {
      const jobs = file.monitoring?.flatMap((one) => one.jobs) ?? [];
      for (const target of jobs.flatMap(({ targets }) => targets)) {
        const report = judge(target, file, files);
        if (report) yield report;
      }
    }
  },
};

type Target = SitedJob['targets'][number];

function judge({ host, port, span, quoting }: Target, { uri }: FileFacts, files: readonly FileFacts[]) {
  const near = files.filter((other) => areTogether(uri, other.uri));
  const opened = near.flatMap(({ metricPorts = [] }) => metricPorts.filter(({ hosts }) => hosts.includes(host)));
  const [first] = opened;
  // A port that another container of the name opens may be the one that is meant.
  if (!first || port === undefined || opened.some(({ agent }) => agent === port)) return undefined;
  const wrong = reasonOf(host, port, first, near);
  if (wrong === undefined) return undefined;
  const { agent, site } = first;
  const address = `${host}:${agent}`;
  const edits = [{ at: span, newText: quoted(address, quoting) }];
  return {
    at: span,
    message: wrong,
    related: [{ at: site, message: 'The container is here.' }],
    ...(agent !== undefined && { texts: [{ title: `Scrape ${address}`, safe: true, edits }] }),
  };
}

function reasonOf(host: string, port: number, { agent, jmx }: MetricPorts, near: readonly FileFacts[]) {
  const then = agent === undefined ? '' : `: the exporter's agent is at ${agent}`;
  if (port === jmx) return `Port ${port} of ${host} is for JMX by RMI, which Prometheus does not speak${then}.`;
  const endpoints = near.flatMap(({ scopes }) => scopes.flatMap((scope) => scope.endpoints ?? []));
  if (endpoints.some((one) => one.host === host && one.port === port)) {
    return `Port ${port} of ${host} is a listener of Kafka, which gives no metrics${then}.`;
  }
  return agent === undefined ? undefined : `Nothing at port ${port} of ${host} gives metrics${then}.`;
}

function quoted(text: string, quoting: Quoting): string {
  const sign = quoting === 'double' ? '"' : quoting === 'single' ? "'" : '';
  return sign + text + sign;
}
