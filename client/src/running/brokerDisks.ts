import { explainError } from '../../../server/src/cluster/explain/explainError';
import type { LogDir } from '../../../server/src/cluster/model';
import type { Connections } from '../connections/connections';

/** What is known of the directories of a broker. */
export type Disks =
  | { readonly kind: 'unasked' | 'asked' }
  | { readonly kind: 'known'; readonly dirs: readonly LogDir[] }
  | { readonly kind: 'failed'; readonly reason: string };

interface Kept {
  readonly cluster: object;
  readonly disks: Disks;
  readonly at: number;
}

/** What is shown is asked for again after this, in milliseconds, when somebody looks. */
const FRESH_MS = 60_000;

/** The disks of brokers, asked for when somebody unfolds one and not before. */
export class BrokerDisks {
  readonly #connections: Pick<Connections, 'stateOf'>;
  readonly #onChange: () => void;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(connections: Pick<Connections, 'stateOf'>, onChange: () => void, now = Date.now) {
    this.#connections = connections;
    this.#onChange = onChange;
    this.#now = now;
  }

  of(clusterName: string, broker: number): Disks {
    return this.#keptOf(clusterName, broker)?.disks ?? { kind: 'unasked' };
  }

  /** Never rejects. */
  async look(clusterName: string, broker: number): Promise<void> {
    const state = this.#connections.stateOf(clusterName);
    if (state.kind !== 'connected') return;
    const kept = this.#keptOf(clusterName, broker);
    if (kept && (kept.disks.kind === 'asked' || this.#now() - kept.at < FRESH_MS)) return;
    const { cluster } = state;
    const keep = (disks: Disks): void => {
      this.#kept.set(idOf(clusterName, broker), { cluster, disks, at: this.#now() });
      this.#onChange();
    };
    keep(kept?.disks.kind === 'known' ? kept.disks : { kind: 'asked' });
    try {
      keep({ kind: 'known', dirs: await cluster.logDirsOf(broker) });
    } catch (error) {
      keep({ kind: 'failed', reason: explainError(error).message });
    }
  }

  /** Of another connection than the present one nothing is known. */
  #keptOf(clusterName: string, broker: number): Kept | undefined {
    const state = this.#connections.stateOf(clusterName);
    const kept = this.#kept.get(idOf(clusterName, broker));
    return state.kind === 'connected' && kept?.cluster === state.cluster ? kept : undefined;
  }
}

function idOf(clusterName: string, broker: number): string {
  return `${broker} ${clusterName}`;
}
