import type { ScopeFacts } from '../../model/project';
import { type Address, addressesOf, isGlobal, isLoopback } from './addresses';
import { fileOf, isAround, nearness } from './paths';
import type { ServerGroup } from './servers';

export interface Membership {
  readonly group: ServerGroup;
  readonly reason: string;
}

export type Belongs = (facts: ScopeFacts) => Membership | undefined;

interface Known {
  readonly group: ServerGroup;
  readonly node: ScopeFacts;
}

/** Tells to which servers a client or a topic belongs; undefined where that is not certain. */
export function membershipAmong(groups: readonly ServerGroup[], running: readonly ServerGroup[] = []): Belongs {
  const byAddress = new Map<string, Known[]>();
  const byName = new Map<string, Known[]>();
  const add = (map: Map<string, Known[]>, key: string, known: Known) => {
    const list = map.get(key);
    if (!list) map.set(key, [known]);
    else if (list.at(-1)?.group !== known.group) list.push(known);
  };
  for (const group of [...groups, ...running]) {
    for (const node of group.nodes) {
      for (const { host, port } of node.endpoints ?? []) add(byAddress, `${host ?? ''}:${port}`, { group, node });
      for (const host of node.hosts) add(byAddress, host, { group, node });
      if (node.cluster) add(byName, node.cluster.name, { group, node });
    }
  }
  const isOnly = groups.length === 1;
  const byAddresses: Belongs = (facts) => {
    const addresses = addressesOf(facts);
    const exact = addresses.flatMap((address) => candidates(facts, address, byAddress, isOnly));
    const found = exact.length > 0 ? exact : addresses.flatMap((one) => namedHosts(facts, one, byAddress, isOnly));
    return nearest(facts, found);
  };
  return (facts) => (facts.cluster ? labelled(facts, byName) : byAddresses(facts));
}

interface Candidate extends Known {
  readonly reason: string;
}

function candidates(
  facts: ScopeFacts,
  address: Address,
  known: ReadonlyMap<string, Known[]>,
  isOnly: boolean,
): Candidate[] {
  const { host, port } = address;
  const exact = known.get(`${host}:${port}`) ?? [];
  const anyHost = isLoopback(host) ? (known.get(`:${port}`) ?? []) : [];
  const localhost = isLoopback(host) && host !== 'localhost' ? (known.get(`localhost:${port}`) ?? []) : [];
  return [...exact, ...anyHost, ...localhost]
    .filter(({ node }) => isNear(facts, host, node, isOnly))
    .map((one) => ({ ...one, reason: `connects to ${address.text}, where ${nodeName(one.node)} listens` }));
}

/** The host is a server's, though nothing is known to listen at the port. */
function namedHosts(
  facts: ScopeFacts,
  { host, text }: Address,
  known: ReadonlyMap<string, Known[]>,
  isOnly: boolean,
): Candidate[] {
  return (known.get(host) ?? [])
    .filter(({ node }) => isNear(facts, host, node, isOnly))
    .map((one) => ({ ...one, reason: `connects to ${text}, a host of ${nodeName(one.node)}` }));
}

/** Names of this machine, and of networks of containers, mean the files around only. */
function isNear({ uri }: ScopeFacts, host: string, node: ScopeFacts, isOnly: boolean): boolean {
  if (isGlobal(host)) return true;
  return !node.running && (isAround(uri, node.uri) || (isOnly && !isLoopback(host)));
}

function labelled(facts: ScopeFacts, byName: ReadonlyMap<string, Known[]>): Membership | undefined {
  const { name, namespace } = facts.cluster ?? { name: '' };
  const found = (byName.get(name) ?? []).filter(({ node }) => {
    const other = node.cluster?.namespace;
    return namespace === undefined || other === undefined || namespace === other;
  });
  return nearest(
    facts,
    found.map((one) => ({ ...one, reason: `has the label strimzi.io/cluster: ${name}` })),
  );
}

/** The candidate that lies nearest; undefined where several lie as near. */
function nearest({ uri }: ScopeFacts, found: readonly Candidate[]): Membership | undefined {
  let best: Candidate | undefined;
  let most = -1;
  let isTie = false;
  for (const one of found) {
    const near = nearness(uri, one.node.uri);
    if (near > most) [best, most, isTie] = [one, near, false];
    else if (near === most && one.group !== best?.group) isTie = true;
  }
  return best && !isTie ? { group: best.group, reason: best.reason } : undefined;
}

export function nodeName({ name, uri }: ScopeFacts): string {
  return name === undefined ? fileOf(uri) : `${name} of ${fileOf(uri)}`;
}
