import type { ApiCall, ApiSupport } from './api/call';
import type { BrokerNode } from './api/metadata';
import { BrokerConnection } from './brokerConnection';
import type { ErrorContext, ExplainedError } from './explain/errorFacts';
import { explainError } from './explain/explainError';
import { type BrokerAddress, formatAddress, type OpenLink } from './link';
import { NoBrokerError } from './linkErrors';

type MakeCall<Answer> = (support: ApiSupport) => ApiCall<Answer>;

/** The brokers of one cluster: first the addresses that a person gave, then those that the cluster names. */
export class Brokers {
  readonly #open: OpenLink;
  readonly #context: ErrorContext;
  readonly #bootstrap: readonly BrokerConnection[];
  readonly #connections = new Map<number, BrokerConnection>();
  #nodes: readonly BrokerNode[] = [];

  constructor(bootstrap: readonly BrokerAddress[], open: OpenLink, context: ErrorContext = {}) {
    this.#open = open;
    this.#context = context;
    this.#bootstrap = bootstrap.map((address) => new BrokerConnection(address, open));
  }

  /** As the cluster last named them; empty before that. */
  get nodes(): readonly BrokerNode[] {
    return this.#nodes;
  }

  /** Why the broker did not answer when it was last asked, in a person's words; undefined when it did. */
  explainFailure(id: number): ExplainedError | undefined {
    const connection = this.#connections.get(id);
    if (!connection?.failure) return undefined;
    const isAdvertised = this.#isOnlyAdvertised(connection);
    const address = formatAddress(connection.address);
    return explainError(connection.failure, { ...this.#context, address, isAdvertised });
  }

  /** What the broker supports; undefined before it was connected to. */
  supportOf(id: number): ApiSupport | undefined {
    return this.#connections.get(id)?.support;
  }

  /** Throws NoBrokerError when a cluster could be found, but none of the brokers that it names be reached. */
  requireOne(): void {
    const named = [...this.#connections.values()];
    if (named.length === 0 || named.some(({ failure }) => failure === undefined)) return;
    const failures = named.map(({ address, failure }) => ({ address, error: failure }));
    const isAdvertised = named.some((connection) => this.#isOnlyAdvertised(connection));
    throw new NoBrokerError(failures, { ...this.#context, isAdvertised });
  }

  startRefresh(): void {
    for (const connection of this.#all()) connection.startRefresh();
  }

  /** Keeps the connections of brokers that stayed where they were, and closes the others. */
  update(nodes: readonly BrokerNode[]): void {
    this.#nodes = nodes;
    for (const [id, connection] of this.#connections) {
      const node = nodes.find((candidate) => candidate.id === id);
      if (node && formatAddress(node) === formatAddress(connection.address)) continue;
      this.#connections.delete(id);
      // An address that a person gave stays one to try.
      if (this.#bootstrap.includes(connection)) connection.drop();
      else connection.close();
    }
    for (const { id, host, port } of nodes) {
      if (!this.#connections.has(id)) this.#connections.set(id, this.#connectionTo({ host, port }));
    }
  }

  /** Rejects with whatever kept the broker from answering. */
  async send<Answer>(id: number, call: MakeCall<Answer>): Promise<Answer> {
    const connection = this.#connections.get(id);
    if (!connection) throw new Error(`The cluster names no broker ${id}.`);
    return await connection.send(call);
  }

  /** Asks one broker after another until one answers, connected ones first; rejects with NoBrokerError. */
  async sendToAny<Answer>(call: MakeCall<Answer>): Promise<Answer> {
    const failures: { address: BrokerAddress; error: unknown }[] = [];
    const byReadiness = this.#all().sort((one, other) => rank(one) - rank(other));
    for (const connection of byReadiness) {
      try {
        return await connection.send(call);
      } catch (error) {
        failures.push({ address: connection.address, error });
      }
    }
    throw new NoBrokerError(failures, this.#context);
  }

  /** Ends every link; the next requests connect anew. */
  drop(): void {
    for (const connection of this.#all()) connection.drop();
  }

  close(): void {
    for (const connection of this.#bootstrap) connection.close();
    for (const connection of this.#connections.values()) connection.close();
  }

  /** A bootstrap address that the cluster names too is the same broker, and needs no second connection. */
  #connectionTo(address: BrokerAddress): BrokerConnection {
    const known = this.#bootstrap.find((candidate) => formatAddress(candidate.address) === formatAddress(address));
    return known ?? new BrokerConnection(address, this.#open);
  }

  /** An address that was never reached may be one that only the cluster's own machines know. */
  #isOnlyAdvertised(connection: BrokerConnection): boolean {
    return connection.support === undefined && !this.#bootstrap.includes(connection);
  }

  #all(): BrokerConnection[] {
    return [...new Set([...this.#connections.values(), ...this.#bootstrap])];
  }
}

function rank(connection: BrokerConnection): number {
  if (connection.isOpen) return 0;
  return connection.failure ? 2 : 1;
}
