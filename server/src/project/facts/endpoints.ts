import { type Reader, readerOf } from '../../catalogue/reader';
import type { Container } from '../../model/container';
import type { Endpoint, Site } from '../../model/project';
import type { ResourceListener } from '../../model/resource';
import type { Scope } from '../../model/scope';
import {
  advertisedListeners,
  boundListeners,
  controllerListenerNames,
  type Listener,
  protocolMap,
  SECURITY_PROTOCOLS,
} from '../../rules/broker/support/listeners';
import type { Places } from './places';

/** Where a server listens, by every name that the file shows for it; undefined where that cannot be known. */
export function endpointsOf(scope: Scope, places: Places): readonly Endpoint[] | undefined {
  const { resource, container } = scope;
  if (resource?.listeners && resource.clusterName !== undefined) {
    const host = `${resource.clusterName}-kafka-bootstrap`.toLowerCase();
    return resource.listeners.map((listener) => ofResource(listener, host, places));
  }
  const reader = readerOf(scope);
  const [advertised, bound] = [advertisedListeners(reader), boundListeners(reader)];
  const controllers = controllerListenerNames(reader)?.map((name) => name.trim().toUpperCase());
  if (!advertised || !controllers || advertised.malformed.length > 0) return undefined;
  const make = endpointMaker(reader, controllers, siteOf(reader, places));
  const inContainer = container && bound ? bound.listeners.flatMap((one) => ofContainer(one, container, make)) : [];
  const own = bound?.listeners.filter(({ name }) => controllers.includes(name)) ?? [];
  return [...advertised.listeners, ...own].map((one) => make(one, hostOf(one), one.port)).concat(inContainer);
}

type Make = (listener: Listener, host: string | undefined, port: number) => Endpoint;

function endpointMaker(reader: Reader, controllers: readonly string[], site: Site): Make {
  const map = protocolMap(reader);
  return ({ name }, host, port) => ({
    host,
    port,
    listener: name,
    kind: controllers.includes(name) ? 'controllers' : 'clients',
    protocol: protocolNamed(map?.get(name) ?? name),
    ...mechanismsOf(reader, name),
    site,
  });
}

function protocolNamed(text: string): Endpoint['protocol'] {
  return SECURITY_PROTOCOLS.includes(text) ? (text as Endpoint['protocol']) : undefined;
}

function mechanismsOf(reader: Reader, listener: string): Pick<Endpoint, 'mechanisms'> {
  const own = `listener.name.${listener.toLowerCase()}.sasl.enabled.mechanisms`;
  const written = reader.entry(own);
  const list = written
    ? written.value.kind === 'literal'
      ? written.value.text.split(',')
      : undefined
    : reader.list('sasl.enabled.mechanisms');
  return list ? { mechanisms: list.map((one) => one.trim().toUpperCase()) } : {};
}

/** An empty host is any that the machine has. */
function hostOf({ host }: Listener): string | undefined {
  return host === '' || host === '0.0.0.0' || host === '::' ? undefined : host.toLowerCase();
}

/** Other containers reach what it listens on by its names, and this machine what it publishes. */
function ofContainer(listener: Listener, { hosts, ports }: Container, make: Make): Endpoint[] {
  const published = ports.filter(({ container, host }) => container === listener.port && host !== undefined);
  return [
    ...hosts.map((host) => make(listener, host.toLowerCase(), listener.port)),
    ...published.map(({ host = 0 }) => make(listener, 'localhost', host)),
  ];
}

function siteOf(reader: Reader, places: Places): Site {
  const entry = reader.entry('advertised.listeners') ?? reader.entry('listeners') ?? reader.scope.entries[0];
  return places.at(entry?.span ?? reader.scope.span);
}

function ofResource(
  { name, port, tls, authentication, span }: ResourceListener,
  host: string,
  places: Places,
): Endpoint {
  const isLogin = authentication !== undefined && authentication !== 'tls';
  const protocol = `${isLogin ? 'SASL_' : ''}${tls ? 'SSL' : 'PLAINTEXT'}`;
  const mechanisms = /^scram-sha-\d+$/.test(authentication ?? '') ? [(authentication ?? '').toUpperCase()] : undefined;
  return {
    host,
    port,
    protocol: protocolNamed(protocol),
    listener: name.toUpperCase(),
    kind: 'clients',
    ...(mechanisms && { mechanisms }),
    site: places.at(span),
  };
}
