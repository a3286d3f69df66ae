import type { ApiCall, ApiSupport } from './api/call';

/** Where a broker listens. */
export interface BrokerAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * One authenticated connection to one broker: all that is wanted of a Kafka library. Another library replaces this one
 * by giving another OpenLink.
 */
export interface BrokerLink {
  readonly support: ApiSupport;
  /** False once the connection is gone; a link never opens again. */
  readonly isOpen: boolean;
  /** Rejects when the connection ends or the request times out; either ends the link. */
  send<Answer>(call: ApiCall<Answer>): Promise<Answer>;
  /** At once; requests under way reject. */
  close(): void;
}

/** Connects, asks for the API versions and authenticates; rejects within the connection's and the request's timeouts. */
export type OpenLink = (address: BrokerAddress) => Promise<BrokerLink>;

/** One request that was answered. */
export interface RequestEvent {
  readonly broker: string;
  readonly api: string;
  readonly apiKey: number;
  readonly milliseconds: number;
  readonly answerBytes: number;
}

/** `[v6]:port`, `host:port` or `host`, whose port is 9092 as everywhere in Kafka. */
export function parseAddress(text: string): BrokerAddress {
  const match = /^(?:[a-z_0-9]+:\/\/)?(?:\[([^\]]+)\]|([^:]*))(?::(\d+))?$/i.exec(text.trim());
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3] ?? 9092);
  if (!host || port < 1 || port > 65_535) throw new RangeError(`“${text}” is no address such as localhost:9092.`);
  return { host, port };
}

export function formatAddress({ host, port }: BrokerAddress): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
