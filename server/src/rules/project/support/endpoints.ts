import type { ClusterFacts, Endpoint, ScopeFacts } from '../../../model/project';
import { readerFor } from './facts';

export interface Bootstrap {
  readonly text: string;
  readonly host: string;
  readonly port: number;
}

const bootstraps = new WeakMap<ScopeFacts, readonly Bootstrap[]>();

/** The addresses that a client starts from; none where nobody can know. Read once, since every change asks all clients. */
export function bootstrapIn(client: ScopeFacts): readonly Bootstrap[] {
  const known = bootstraps.get(client) ?? readBootstrap(client);
  bootstraps.set(client, known);
  return known;
}

function readBootstrap(client: ScopeFacts): readonly Bootstrap[] {
  const reader = readerFor(client);
  const elements = reader.list('bootstrap.servers') ?? reader.string('bootstrap.servers')?.split(',') ?? [];
  return elements.slice(0, MOST).flatMap((element) => bootstrapOf(element.trim()) ?? []);
}

/** Longer lists are no configuration. */
const MOST = 50;
const ADDRESS = /^(?:[\w.-]{1,30}:\/\/)?\[?([\w.:%-]{1,253})\]?:(\d{1,5})$/;

function bootstrapOf(text: string): Bootstrap | undefined {
  const [, host = '', port = ''] = ADDRESS.exec(text) ?? [];
  return host === '' ? undefined : { text, host: canonicalHost(host.toLowerCase()), port: Number(port) };
}

/** A service that an operator makes has shorter and longer names. */
function canonicalHost(host: string): string {
  return /^[\w-]+-kafka-bootstrap(?=\.)/.exec(host)?.[0] ?? host;
}

export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|0\.0\.0\.0|host\.docker\.internal)$/.test(host);
}

/** A listener with its server. */
export interface Met {
  readonly server: ScopeFacts;
  readonly endpoint: Endpoint;
}

const met = new WeakMap<readonly ScopeFacts[], Map<string, readonly Met[]>>();

/** The listeners of the cluster at an address; looked for once, since many clients have the same. */
export function endpointsAt({ servers }: ClusterFacts, host: string, port: number): readonly Met[] {
  const byAddress = met.get(servers) ?? new Map<string, readonly Met[]>();
  met.set(servers, byAddress);
  const id = `${host}:${port}`;
  const known = byAddress.get(id) ?? findEndpoints(servers, host, port);
  byAddress.set(id, known);
  return known;
}

function findEndpoints(servers: readonly ScopeFacts[], host: string, port: number): readonly Met[] {
  return servers.flatMap((server) =>
    (server.endpoints ?? [])
      .filter((endpoint) => endpoint.port === port && isAt(endpoint, host))
      .map((endpoint) => ({ server, endpoint })),
  );
}

/** A listener without a host is on whatever machine the server runs on, which may be this one. */
function isAt({ host }: Endpoint, wanted: string): boolean {
  return host === wanted || (isLoopback(wanted) && (host === undefined || isLoopback(host)));
}
