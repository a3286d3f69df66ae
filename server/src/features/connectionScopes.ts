import type { ConfigDocument } from '../model/document';
import type { Entry } from '../model/entry';
import type { ClientLibrary, Scope } from '../model/scope';

/** A scope that says how to connect, and the entry that says where. */
export interface ConnectionScope {
  readonly scope: Scope;
  readonly servers: Entry;
  /** What each option's key has before the name that KafkaJS gives it. */
  readonly optionsPrefix: string;
}

interface Naming {
  readonly servers: string;
  readonly optionsPrefix: string;
}

/** Where the libraries are told of brokers; the options of those that are missing here are in yet other terms. */
const NAMING: Readonly<Partial<Record<ClientLibrary, Naming>>> = {
  java: { servers: 'bootstrap.servers', optionsPrefix: '' },
  kafkajs: { servers: 'brokers', optionsPrefix: '' },
  confluent: { servers: 'kafkaJS.brokers', optionsPrefix: 'kafkaJS.' },
};

/** The scopes of a document that name brokers to connect to; the first of those that have the name from one place. */
export function connectionScopes({ scopes }: ConfigDocument): ConnectionScope[] {
  const found = scopes.flatMap((scope): ConnectionScope[] => {
    const naming = NAMING[scope.client];
    if (!naming || scope.part || scope.role === 'broker' || scope.role === 'controller') return [];
    const servers = scope.entries.find((entry) => entry.key === naming.servers && !entry.overriddenBy);
    return servers ? [{ scope, servers, optionsPrefix: naming.optionsPrefix }] : [];
  });
  const byPlace = new Map(found.toReversed().map((one) => [one.servers.span.start, one]));
  return [...byPlace.values()].reverse();
}

/** An option in the terms of KafkaJS, from which Confluent's own differ by a prefix. */
export interface ConnectionOption {
  readonly key: string;
  readonly kind: Entry['value']['kind'];
  readonly text: string;
  readonly fallback?: true;
}

export function connectionOptions({ scope, optionsPrefix }: ConnectionScope): ConnectionOption[] {
  const inForce = scope.entries.filter(({ overriddenBy, key }) => !overriddenBy && key.startsWith(optionsPrefix));
  return inForce.map(({ key, value }) => ({
    key: key.slice(optionsPrefix.length),
    kind: value.kind,
    text: value.text,
    ...(value.kind === 'literal' && value.fallback && { fallback: true }),
  }));
}
