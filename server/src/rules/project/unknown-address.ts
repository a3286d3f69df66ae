import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import type { ProjectRule } from '../rule';
import { bootstrapIn, endpointsAt, isLoopback } from './support/endpoints';
import { nameOf, siteOf } from './support/facts';

export const rule: ProjectRule = {
  id: 'project/unknown-address',
  summary: 'A client connects to a port at which no broker listens',
  severity: 'warning',
  sources: ['SocketServer (listeners)', 'NetworkClient: bootstrap addresses are tried in turn'],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    for (const client of cluster.clients) {
      for (const { text, host, port } of bootstrapIn(client)) {
        // A container's name is its own, while brokers whose files are elsewhere may share a machine with this one.
        const servers = isLoopback(host) ? [] : cluster.servers.filter(({ hosts }) => hosts.includes(host));
        const areKnown = servers.length > 0 && servers.every(({ endpoints }) => endpoints !== undefined);
        if (!areKnown || endpointsAt(cluster, host, port).length > 0) continue;
        const ports = [...new Set(servers.flatMap((server) => portsOf(server, host)))].sort((a, b) => a - b);
        yield {
          at: siteOf(client, 'bootstrap.servers'),
          message: `No listener is at ${text}: ${host} listens on ${ports.join(', ')}.`,
          related: servers.map((server) => ({
            at: siteOf(server, 'listeners', 'advertised.listeners'),
            message: `${nameOf(server)} listens here.`,
          })),
        };
      }
    }
  },
};

function portsOf({ endpoints = [] }: ScopeFacts, host: string): number[] {
  return endpoints.filter((endpoint) => endpoint.host === host && endpoint.kind === 'clients').map(({ port }) => port);
}
