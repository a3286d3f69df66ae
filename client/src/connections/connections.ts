import * as l10n from '@vscode/l10n';
import type { Cluster } from '../../../server/src/cluster/cluster';
import type { ExplainedError } from '../../../server/src/cluster/explain/errorFacts';
import type { ClusterSnapshot } from '../../../server/src/cluster/model';
import type { ClusterSettings } from '../../../server/src/connection/model';
import { type Attempt, type AttemptTools, attempt } from './attempt';
import { canonicalText } from './canonical';
import type { ClusterStore } from './clusterStore';

export type ConnectionState =
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'connecting' }
  /** The cluster stays open until the state changes, and is closed then. */
  | { readonly kind: 'connected'; readonly cluster: Cluster; readonly first: ClusterSnapshot }
  | { readonly kind: 'failed'; readonly error: ExplainedError };

export interface ConnectionsTools extends AttemptTools {
  readonly store: ClusterStore;
  isTrusted(): boolean;
  /** The names of the clusters that a person wants connected, kept between sessions. */
  readonly wanted: { get(): readonly string[]; set(names: readonly string[]): void };
}

interface Entry {
  readonly settings: ClusterSettings;
  readonly state: ConnectionState;
  readonly abort: AbortController;
}

const DISCONNECTED: ConnectionState = { kind: 'disconnected' };
const UNTRUSTED: ConnectionState = {
  kind: 'failed',
  error: {
    message: l10n.t('Clusters cannot be connected from an untrusted workspace.'),
    whatToDo: l10n.t('Trust the workspace first, if you do.'),
  },
};

/** The clusters that a person has added, and which of them are connected. */
export class Connections {
  readonly #tools: ConnectionsTools;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();

  constructor(tools: ConnectionsTools) {
    this.#tools = tools;
  }

  get clusters(): readonly ClusterSettings[] {
    return this.#tools.store.list().clusters;
  }

  stateOf(name: string): ConnectionState {
    return this.#entries.get(name)?.state ?? DISCONNECTED;
  }

  /** Calls back after a change of the clusters or of any state. */
  onDidChange(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  /** Connects because a person wants it. An earlier attempt for the cluster is given up. */
  async connect(settings: ClusterSettings, signal?: AbortSignal): Promise<ConnectionState> {
    const state = await this.#connect(settings, signal);
    if (state.kind === 'connected') await this.#approve(settings);
    return state;
  }

  /** Takes over what a person has connected in order to try it. */
  async adopt(settings: ClusterSettings, result: Extract<Attempt, { kind: 'connected' }>): Promise<void> {
    this.#end(settings.name);
    this.#set(settings, stateAfter(result), new AbortController());
    await this.#approve(settings);
  }

  disconnect(name: string): void {
    const { wanted } = this.#tools;
    wanted.set(wanted.get().filter((one) => one !== name));
    this.#end(name);
    this.#tell();
  }

  /** Connects, without being asked, what is still wanted and a person has connected to at just this address before. */
  async resume(): Promise<void> {
    const { wanted, store } = this.#tools;
    const names = wanted.get();
    const clusters = this.clusters.filter((one) => names.includes(one.name) && store.isApproved(one));
    const idle = clusters.filter(({ name }) => !this.#entries.has(name));
    await Promise.all(idle.map((settings) => this.#connect(settings)));
  }

  /** For a change of the settings: what is gone or is reached in another way is disconnected. */
  refreshSettings(): void {
    for (const [name, { settings }] of this.#entries) {
      if (canonicalText(this.#tools.store.find(name) ?? null) !== canonicalText(settings)) this.#end(name);
    }
    this.#tell();
  }

  dispose(): void {
    for (const name of [...this.#entries.keys()]) this.#end(name);
    this.#listeners.clear();
  }

  async #connect(settings: ClusterSettings, signal?: AbortSignal): Promise<ConnectionState> {
    if (!this.#tools.isTrusted()) return UNTRUSTED;
    const { name } = settings;
    this.#end(name);
    const abort = new AbortController();
    const giveUp = (): void => abort.abort();
    if (signal?.aborted) giveUp();
    signal?.addEventListener('abort', giveUp);
    this.#set(settings, { kind: 'connecting' }, abort);
    const secrets = await this.#tools.store.secretsOf(name);
    const result = await attempt({ settings, secrets }, this.#tools, abort.signal);
    signal?.removeEventListener('abort', giveUp);
    const state = stateAfter(result);
    if (this.#entries.get(name)?.abort === abort) return this.#set(settings, state, abort);
    // Somebody has disconnected or connected anew while this attempt was under way.
    if (state.kind === 'connected') state.cluster.close();
    return DISCONNECTED;
  }

  async #approve(settings: ClusterSettings): Promise<void> {
    const { wanted, store } = this.#tools;
    wanted.set([...new Set([...wanted.get(), settings.name])]);
    await store.approve(settings);
  }

  #set(settings: ClusterSettings, state: ConnectionState, abort: AbortController): ConnectionState {
    if (state.kind === 'disconnected') this.#entries.delete(settings.name);
    else this.#entries.set(settings.name, { settings, state, abort });
    this.#tell();
    return state;
  }

  #end(name: string): void {
    const entry = this.#entries.get(name);
    this.#entries.delete(name);
    entry?.abort.abort();
    if (entry?.state.kind === 'connected') entry.state.cluster.close();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function stateAfter(result: Attempt): ConnectionState {
  if (result.kind === 'cancelled') return DISCONNECTED;
  if (result.kind === 'failed') return result;
  return { kind: 'connected', cluster: result.cluster, first: result.snapshot };
}
