import { explainError } from '../../../server/src/cluster/explain/explainError';
import type { ClusterLayout } from '../../../server/src/cluster/model';
import type { Connections } from '../connections/connections';

/** What is known of a cluster's topics. */
export type Layout =
  | { readonly kind: 'unasked' | 'asked' }
  | { readonly kind: 'known'; readonly layout: ClusterLayout }
  | { readonly kind: 'failed'; readonly reason: string };

interface Kept {
  readonly cluster: object;
  readonly layout: Layout;
  readonly at: number;
}

/** Topics come and go seldom: what is shown is asked for again after this, in milliseconds, when somebody looks. */
const FRESH_MS = 60_000;

/** The topics of connected clusters, asked for when somebody looks at them and not before. */
export class Layouts {
  readonly #connections: Pick<Connections, 'stateOf'>;
  readonly #onChange: () => void;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(connections: Pick<Connections, 'stateOf'>, onChange: () => void, now = Date.now) {
    this.#connections = connections;
    this.#onChange = onChange;
    this.#now = now;
  }

  of(clusterName: string): Layout {
    const kept = this.#keptOf(clusterName);
    return kept?.layout ?? { kind: 'unasked' };
  }

  /** Asks unless it was asked a moment ago; what is known stays on show meanwhile. Never rejects. */
  async look(clusterName: string): Promise<void> {
    const state = this.#connections.stateOf(clusterName);
    if (state.kind !== 'connected') return;
    const kept = this.#keptOf(clusterName);
    if (kept && (kept.layout.kind === 'asked' || this.#now() - kept.at < FRESH_MS)) return;
    const { cluster } = state;
    this.#keep(clusterName, cluster, kept?.layout.kind === 'known' ? kept.layout : { kind: 'asked' });
    try {
      this.#keep(clusterName, cluster, { kind: 'known', layout: await cluster.layout() });
    } catch (error) {
      this.#keep(clusterName, cluster, { kind: 'failed', reason: explainError(error).message });
    }
  }

  /** Of another connection than the present one nothing is known. */
  #keptOf(clusterName: string): Kept | undefined {
    const state = this.#connections.stateOf(clusterName);
    const kept = this.#kept.get(clusterName);
    return state.kind === 'connected' && kept?.cluster === state.cluster ? kept : undefined;
  }

  #keep(clusterName: string, cluster: object, layout: Layout): void {
    this.#kept.set(clusterName, { cluster, layout, at: this.#now() });
    this.#onChange();
  }
}
