import type { ClusterFacts, ScopeFacts } from '../../model/project';
import type { RunningCluster } from '../../model/running';
import { type RunningGroup, runningGroup } from '../running/runningGroup';
import { addressesOf, isGlobal } from './addresses';
import { type Belongs, membershipAmong } from './membership';
import { fileOf, folderOf } from './paths';
import { type ServerGroup, serverGroups } from './servers';
import { joinBy, unionsOf } from './unions';

/** A scope with the name that the settings give its file's cluster. */
export interface Member {
  readonly facts: ScopeFacts;
  readonly assigned?: string;
}

/** What belongs together, in the order in which it is given. What belongs nowhere for certain is left out. */
export function clustersOf(members: readonly Member[], running: readonly RunningCluster[] = []): ClusterFacts[] {
  const assigned = new Map<string, ScopeFacts[]>();
  const free: ScopeFacts[] = [];
  for (const { facts, assigned: name } of members) {
    if (name === undefined) free.push(facts);
    else assigned.set(name, [...(assigned.get(name) ?? []), facts]);
  }
  const groups = running.map(runningGroup);
  const stated = [...assigned].map(([name, facts]) =>
    statedCluster(
      name,
      facts,
      groups.find((group) => group.name === name),
    ),
  );
  const others = groups.filter(({ name }) => !assigned.has(name));
  return [...stated, ...concluded(free, others)];
}

function isServer({ scope: { role } }: ScopeFacts): boolean {
  return role === 'broker' || role === 'combined' || role === 'controller';
}

/** Brokers that run take the place of those that no file configures. */
function statedCluster(name: string, all: readonly ScopeFacts[], running: RunningGroup | undefined): ClusterFacts {
  const own = all.filter(isServer);
  const servers = own.length > 0 ? own : (running?.nodes ?? []);
  const groups = own.length > 0 ? serverGroups(own) : running ? [running] : [];
  const [only] = groups.length === 1 ? groups : [];
  return {
    name,
    isStated: true,
    servers,
    ...(only?.brokers !== undefined && { brokers: only.brokers }),
    clients: all.filter((facts) => !isServer(facts) && !facts.declares),
    topics: all.filter(({ declares }) => declares !== undefined),
    reasons: new Map([
      ...all.map((facts) => [facts, `is of ${name} by the setting clusterFiles`] as const),
      ...servers.flatMap((server) => (server.running ? [[server, running?.reason ?? ''] as const] : [])),
    ]),
  };
}

function concluded(all: readonly ScopeFacts[], running: readonly RunningGroup[]): ClusterFacts[] {
  const groups = serverGroups(all.filter(isServer));
  const belongs = membershipAmong(groups, running);
  const around = new Map<ServerGroup, { facts: ScopeFacts; reason: string }[]>();
  for (const group of [...groups, ...running]) around.set(group, []);
  const rest: ScopeFacts[] = [];
  for (const facts of all.filter((one) => !isServer(one))) {
    const found = membershipOf(facts, belongs);
    if (found) around.get(found.group)?.push({ facts, reason: found.reason });
    else rest.push(facts);
  }
  // A connected cluster that no file has to do with says nothing about the workspace.
  const used = running.filter((group) => (around.get(group)?.length ?? 0) > 0);
  return [
    ...groups.map((group) => withServers(group, around.get(group) ?? [])),
    ...used.map((group) => withRunningTopics(withServers(group, around.get(group) ?? []), group)),
    ...withoutServers(rest),
  ];
}

function membershipOf(facts: ScopeFacts, belongs: Belongs): ReturnType<Belongs> {
  return isServer(facts) ? undefined : belongs(facts);
}

function withServers(
  { name, nodes, brokers, reason }: ServerGroup,
  around: readonly { readonly facts: ScopeFacts; readonly reason: string }[],
): ClusterFacts {
  const others = around.map(({ facts }) => facts);
  return {
    name,
    servers: nodes,
    ...(brokers !== undefined && { brokers }),
    clients: others.filter(({ declares }) => !declares),
    topics: others.filter(({ declares }) => declares),
    reasons: new Map([
      ...nodes.map((node) => [node, reason] as const),
      ...around.map(({ facts, reason: why }) => [facts, why] as const),
    ]),
  };
}

/** What files declare is not said twice. */
function withRunningTopics(cluster: ClusterFacts, { topics, reason }: RunningGroup): ClusterFacts {
  const declared = new Set(cluster.topics.map(({ declares }) => declares?.topic));
  const others = topics.filter(({ declares }) => !declared.has(declares?.topic));
  const reasons = new Map([...cluster.reasons, ...others.map((topic) => [topic, reason] as const)]);
  return { ...cluster, topics: [...cluster.topics, ...others], reasons };
}

/** Clients of clusters that no file configures: those of one address, of one object in code, or of one label. */
function withoutServers(rest: readonly ScopeFacts[]): ClusterFacts[] {
  const unions = unionsOf(rest);
  const labels = new Map<string, Set<string>>();
  for (const { cluster, uri } of rest) {
    if (!cluster) continue;
    labels.set(cluster.name, (labels.get(cluster.name) ?? new Set()).add(labelKey(cluster, uri)));
  }
  joinBy(unions, rest, (facts) => [...keysOf(facts), ...operatorKeys(facts, labels)]);
  return unions
    .sets()
    .filter((set) => set.length > 1)
    .map((set): ClusterFacts => {
      const [address] = set.flatMap(addressesOf);
      const [first] = set;
      const name = first?.cluster?.name ?? address?.text ?? fileOf(first?.uri ?? '');
      const why = address ? `connects to ${address.text} like the others` : 'comes from the same object in code';
      return {
        name,
        servers: [],
        clients: set.filter(({ declares }) => !declares),
        topics: set.filter(({ declares }) => declares),
        reasons: new Map(set.map((facts) => [facts, facts.cluster ? `has the label of ${facts.cluster.name}` : why])),
      };
    });
}

function labelKey({ name, namespace = '' }: NonNullable<ScopeFacts['cluster']>, uri: string): string {
  return `label ${namespace}/${name} ${folderOf(uri)}`;
}

/** The service of an operator's cluster, where the resources of only one have such a label. */
function operatorKeys(facts: ScopeFacts, labels: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return addressesOf(facts).flatMap(({ host }) => {
    const keys = labels.get(/^(.+)-kafka-bootstrap$/.exec(host)?.[1] ?? '');
    return keys?.size === 1 ? [...keys] : [];
  });
}

function keysOf(facts: ScopeFacts): string[] {
  const { uri, root, client, cluster } = facts;
  if (cluster) return [labelKey(cluster, uri)];
  const addresses = addressesOf(facts).map(({ host, port }) =>
    isGlobal(host) ? `${host}:${port}` : `${host}:${port} ${folderOf(uri)}`,
  );
  return client === 'java' ? addresses : [...addresses, `object ${uri} ${root}`];
}
