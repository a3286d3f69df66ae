import type { ConfigDocument } from '../model/document';
import type { Scope } from '../model/scope';
import type { Platform, Watched, WatchedNode } from './stack';

/** What the documents configure that can be watched; a platform that is asked for is enough, also without any node. */
export function watchedIn(documents: readonly ConfigDocument[], asked: Platform | undefined): Watched | undefined {
  const servers = documents.flatMap(({ scopes }) => scopes.filter(isServer));
  const resource = servers.find((scope) => scope.resource?.kind === 'Kafka');
  const contained = servers.filter(({ container, resource: own }) => container && !own);
  const platform =
    asked ?? (resource ? 'strimzi' : contained.length > 0 ? 'compose' : servers.length > 0 ? 'hosts' : undefined);
  if (platform === undefined) return undefined;
  if (platform === 'strimzi') return { platform, nodes: [], ...resourceOf(resource) };
  const own = platform === 'compose' ? contained : servers.filter((scope) => !scope.container && !scope.resource);
  const nodes = own.flatMap((scope) => nodeOf(scope) ?? []);
  const byHost = new Map(nodes.map((node) => [node.host, node]));
  return { platform, nodes: byHost.size > 0 ? [...byHost.values()] : [EXAMPLES[platform]] };
}

/** To be replaced, where no file says what the nodes are called. */
const EXAMPLES: Readonly<Record<'compose' | 'hosts', WatchedNode>> = {
  compose: { host: 'kafka', service: 'kafka' },
  hosts: { host: 'kafka-1.example.com' },
};

function isServer({ role, parent }: Scope): boolean {
  return parent === undefined && (role === 'broker' || role === 'combined' || role === 'controller');
}

function resourceOf(scope: Scope | undefined): Pick<Watched, 'resource'> {
  if (scope?.name === undefined) return {};
  const namespace = scope.resource?.namespace;
  return { resource: { name: scope.name, ...(namespace !== undefined && { namespace }) } };
}

function nodeOf({ container, name, entries }: Scope): WatchedNode | undefined {
  const host = container?.hosts[0];
  if (container && host !== undefined && name !== undefined && /^[\w.-]+$/.test(name)) {
    const value = container.variables.find((one) => one.name === 'KAFKA_OPTS')?.entry.value;
    return { host, service: name, ...(value?.kind === 'literal' && value.text !== '' && { options: value.text }) };
  }
  const listeners =
    entries.findLast(({ key }) => key === 'advertised.listeners') ?? entries.findLast(({ key }) => key === 'listeners');
  const found = /:\/\/([\w.-]+):\d/.exec(listeners?.value.kind === 'literal' ? listeners.value.text : '')?.[1];
  return found === undefined || found === '0.0.0.0' ? undefined : { host: found };
}
