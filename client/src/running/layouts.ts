import type { Cluster } from '../../../server/src/cluster/cluster';
import { explainError } from '../../../server/src/cluster/explain/explainError';
import type { ClusterLayout, RunningSetting } from '../../../server/src/cluster/model';
import type { Connections } from '../connections/connections';

/** By topic. */
export type TopicSettings = ReadonlyMap<string, readonly RunningSetting[]>;

/** What is known of a cluster's topics. */
export type Layout =
  | { readonly kind: 'unasked' | 'asked' }
  /** Settings are absent as long as they are not known, and for topics where they may not be seen. */
  | { readonly kind: 'known'; readonly layout: ClusterLayout; readonly settings?: TopicSettings }
  | { readonly kind: 'failed'; readonly reason: string };

interface Kept {
  readonly cluster: object;
  readonly layout: Layout;
  readonly at: number;
}

/** Topics come and go seldom: what is shown is asked for again after this, in milliseconds, when somebody looks. */
const FRESH_MS = 60_000;

/** So many topics tell all that is set for them; of more only what their rows show. Still more tell nothing. */
const MOST_WHOLE = 300;
const MOST = 5000;
const SHOWN = ['min.insync.replicas', 'cleanup.policy', 'retention.ms', 'retention.bytes'];

async function settingsOf(cluster: Pick<Cluster, 'configsOf'>, { topics }: ClusterLayout): Promise<TopicSettings> {
  const named = topics.slice(0, MOST).map(({ topic }) => ({ kind: 'topic' as const, name: topic }));
  const { configs } = await cluster.configsOf(named, named.length > MOST_WHOLE ? SHOWN : undefined);
  return new Map(configs.map(({ name, settings }) => [name, settings]));
}

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
      const layout = await cluster.layout();
      const before = kept?.layout.kind === 'known' ? kept.layout.settings : undefined;
      this.#keep(clusterName, cluster, { kind: 'known', layout, ...(before && { settings: before }) });
      if (layout.topics.length === 0) return;
      const settings = await settingsOf(cluster, layout);
      this.#keep(clusterName, cluster, { kind: 'known', layout, settings });
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
