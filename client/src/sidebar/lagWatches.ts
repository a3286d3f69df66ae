import * as l10n from '@vscode/l10n';
import type { Clock } from '../../../server/src/cluster/clock';
import type { LagHistory } from '../../../server/src/cluster/trend/history';
import type { ClusterSettings } from '../../../server/src/connection/model';
import type { Connections } from '../connections/connections';
import type { ClusterView } from './clusterView';
import { ClusterWatch } from './clusterWatch';

export interface LagWatchesOptions {
  readonly connections: Pick<Connections, 'clusters' | 'stateOf' | 'onDidChange'>;
  /** Milliseconds between refreshes. */
  readonly intervalMs: number;
  /** What was seen of the cluster before; it grows with every snapshot. */
  readonly historyOf: (clusterName: string) => LagHistory;
  readonly clock?: Clock;
}

interface Watched {
  readonly watch: ClusterWatch;
  /** The connection that it watches: another one is watched anew. */
  readonly state: object;
}

/** All clusters that a person has added, each watched while it is connected. */
export class LagWatches {
  readonly #options: LagWatchesOptions;
  readonly #watched = new Map<string, Watched>();
  readonly #listeners = new Set<() => void>();
  readonly #subscription: { dispose(): void };
  #intervalMs: number;
  #isActive = false;

  constructor(options: LagWatchesOptions) {
    this.#options = options;
    this.#intervalMs = options.intervalMs;
    this.#subscription = options.connections.onDidChange(() => this.#follow());
    this.#follow();
  }

  views(): readonly ClusterView[] {
    const views = this.#options.connections.clusters.map((settings) => this.#viewOf(settings));
    return views.map((view, index) => withTwin(view, views.slice(0, index)));
  }

  /** Calls back after every change, but not for ages that only grow. */
  onDidChange(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  /** False sends nothing more until it is true again. */
  set isActive(value: boolean) {
    if (value === this.#isActive) return;
    this.#isActive = value;
    for (const { watch } of this.#watched.values()) watch.isActive = value;
  }

  set intervalMs(value: number) {
    this.#intervalMs = value;
    for (const { watch } of this.#watched.values()) watch.intervalMs = value;
  }

  async refresh(): Promise<void> {
    await Promise.all([...this.#watched.values()].map(({ watch }) => watch.refresh()));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#listeners.clear();
    for (const { watch } of this.#watched.values()) watch.dispose();
    this.#watched.clear();
  }

  /** Watches what is connected now, and nothing else. */
  #follow(): void {
    const { connections, historyOf, clock } = this.#options;
    const names = new Set(connections.clusters.map(({ name }) => name));
    for (const name of new Set([...names, ...this.#watched.keys()])) {
      const state = connections.stateOf(name);
      const old = this.#watched.get(name);
      if (old?.state === state && names.has(name)) continue;
      old?.watch.dispose();
      this.#watched.delete(name);
      if (state.kind !== 'connected' || !names.has(name)) continue;
      const watch = new ClusterWatch({
        cluster: state.cluster,
        first: state.first,
        history: historyOf(name),
        intervalMs: this.#intervalMs,
        isActive: this.#isActive,
        onChange: () => this.#tell(),
        ...(clock && { clock }),
      });
      this.#watched.set(name, { watch, state });
    }
    this.#tell();
  }

  #viewOf({ name, bootstrapServers, securityProtocol, tls }: ClusterSettings): ClusterView {
    const state = this.#options.connections.stateOf(name);
    const watch = this.#watched.get(name)?.watch;
    const failure = state.kind === 'failed' ? state.error : watch?.failure;
    const staleMs = watch?.staleMs(this.#intervalMs);
    return {
      name,
      bootstrapServers,
      security:
        tls?.verifyHostname === false ? l10n.t('{0}, host names are not checked', securityProtocol) : securityProtocol,
      isAuthenticated: securityProtocol.startsWith('SASL') || tls?.certificateFile !== undefined,
      connection: state.kind,
      ...(failure && { failure }),
      ...(watch && { snapshot: watch.snapshot }),
      ...(staleMs !== undefined && { staleMs }),
      trendOf: (groupId) => watch?.trendOf(groupId) ?? { outlook: { kind: 'unknown' } },
      statusOf: (groupId, partition) => watch?.statusOf(groupId, partition),
      behindSince: (groupId) => watch?.behindSince(groupId),
    };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The later of two entries for one cluster says so: its lag counts twice. */
function withTwin(view: ClusterView, earlier: readonly ClusterView[]): ClusterView {
  const id = view.snapshot?.clusterId;
  const twin = id === undefined ? undefined : earlier.find(({ snapshot }) => snapshot?.clusterId === id);
  return twin ? { ...view, sameAs: twin.name } : view;
}
