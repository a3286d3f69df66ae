import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import { ownId } from '../broker/support/quorum';
import type { ProjectRule } from '../rule';
import { nameOf, readerFor, siteOf } from './support/facts';

export const rule: ProjectRule = {
  id: 'project/duplicate-id',
  summary: 'Two nodes of a cluster have one id, or advertise one address',
  severity: 'error',
  sources: ['ClusterControlManager.registerBroker (DuplicateBrokerRegistrationException)', 'BrokerMetadataListener'],
  *checkProject({ servers: all }: ClusterFacts): Iterable<PlacedReport> {
    const servers = withoutCopies(all);
    const byId = groupedBy(servers, (node) => {
      const id = ownId(readerFor(node))?.value;
      return id === undefined || id < 0 ? [] : [String(id)];
    });
    for (const [id, nodes] of byId) {
      yield* reports(
        nodes,
        ['node.id', 'broker.id'],
        `Another node of the cluster has the id ${id} too: the second one to register is rejected.`,
      );
    }
    const byAddress = groupedBy(servers, advertisedBy);
    for (const [address, nodes] of byAddress) {
      const message = `Another broker advertises ${address} too: clients that look for one of them reach the other.`;
      yield* reports(nodes, ['advertised.listeners', 'listeners'], message);
    }
  },
};

/** Files with the same id and addresses in one folder are one node's: a copy that was kept, or one for another occasion. */
function withoutCopies(nodes: readonly ScopeFacts[]): readonly ScopeFacts[] {
  const seen = new Set<string>();
  return nodes.filter((node) => {
    const id = ownId(readerFor(node))?.value;
    const listeners = node.settings.get('listeners')?.text;
    if (id === undefined || listeners === undefined || node.hosts.length > 0) return true;
    const folder = node.uri.slice(0, node.uri.lastIndexOf('/'));
    const key = [id, listeners, node.settings.get('advertised.listeners')?.text, folder].join(' ');
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** The addresses that are written for clients, not those that containers give them beside. */
function advertisedBy({ settings, endpoints = [] }: ScopeFacts): string[] {
  const text = settings.get('advertised.listeners')?.text ?? '';
  const own = endpoints.filter(
    ({ kind, host, port }) => kind === 'clients' && host && text.includes(`${host}:${port}`),
  );
  return [...new Set(own.map(({ host, port }) => `${host}:${port}`))];
}

function groupedBy(
  nodes: readonly ScopeFacts[],
  keysOf: (node: ScopeFacts) => readonly string[],
): [string, ScopeFacts[]][] {
  const groups = new Map<string, ScopeFacts[]>();
  for (const node of nodes) for (const key of keysOf(node)) groups.set(key, [...(groups.get(key) ?? []), node]);
  return [...groups].filter(([, group]) => group.length > 1);
}

function reports(nodes: readonly ScopeFacts[], keys: readonly string[], message: string): PlacedReport[] {
  return nodes.map((node) => ({
    at: siteOf(node, ...keys),
    message,
    related: nodes
      .filter((other) => other !== node)
      .map((other) => ({ at: siteOf(other, ...keys), message: `${nameOf(other)} has it as well.` })),
  }));
}
