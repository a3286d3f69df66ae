import type { Cluster } from '../../../server/src/cluster/cluster';
import { explainError } from '../../../server/src/cluster/explain/explainError';
import type { Connections } from '../connections/connections';

/** What is known of something that a cluster is asked for. */
export type Told<Known extends object> =
  | { readonly kind: 'unasked' | 'asked' }
  | ({ readonly kind: 'known' } & Known)
  | { readonly kind: 'failed'; readonly reason: string };

/** Asks the cluster. What is known before all is may be told, and what was known before is at hand. */
export type Question<Known extends object> = (
  cluster: Cluster,
  tell: (known: Known) => void,
  before: Known | undefined,
) => Promise<Known>;

interface Kept<Known extends object> {
  readonly cluster: object;
  readonly told: Told<Known>;
  readonly at: number;
}

/** What changes seldom is asked for again after this, in milliseconds, when somebody looks. */
const FRESH_MS = 60_000;

/** What connected clusters are asked for when somebody looks at it, and not before. */
export class WhenLooked<Known extends object> {
  readonly #connections: Pick<Connections, 'stateOf'>;
  readonly #onChange: () => void;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept<Known>>();

  constructor(connections: Pick<Connections, 'stateOf'>, onChange: () => void, now = Date.now) {
    this.#connections = connections;
    this.#onChange = onChange;
    this.#now = now;
  }

  of(clusterName: string, part = ''): Told<Known> {
    return this.#keptOf(clusterName, part)?.told ?? { kind: 'unasked' };
  }

  /** Asks unless it was asked a moment ago; what is known stays on show meanwhile. Never rejects. */
  async look(clusterName: string, question: Question<Known>, part = ''): Promise<void> {
    const state = this.#connections.stateOf(clusterName);
    if (state.kind !== 'connected') return;
    const kept = this.#keptOf(clusterName, part);
    if (kept && (kept.told.kind === 'asked' || this.#now() - kept.at < FRESH_MS)) return;
    const { cluster } = state;
    const keep = (told: Told<Known>): void => {
      // The answer of an old connection says nothing of the present one.
      if (!this.#isOf(clusterName, cluster)) return;
      this.#kept.set(idOf(clusterName, part), { cluster, told, at: this.#now() });
      this.#onChange();
    };
    const tell = (known: Known): void => keep({ kind: 'known', ...known });
    const before = kept?.told.kind === 'known' ? kept.told : undefined;
    keep(before ?? { kind: 'asked' });
    try {
      tell(await question(cluster, tell, before));
    } catch (error) {
      keep({ kind: 'failed', reason: explainError(error).message });
    }
  }

  /** Of another connection than the present one nothing is known. */
  #keptOf(clusterName: string, part: string): Kept<Known> | undefined {
    const kept = this.#kept.get(idOf(clusterName, part));
    return kept && this.#isOf(clusterName, kept.cluster) ? kept : undefined;
  }

  #isOf(clusterName: string, cluster: object): boolean {
    const state = this.#connections.stateOf(clusterName);
    return state.kind === 'connected' && state.cluster === cluster;
  }
}

function idOf(clusterName: string, part: string): string {
  return `${part} ${clusterName}`;
}
