import type { Cluster } from '../cluster/cluster';
import type { ConnectionOptions } from '../cluster/connection';
import type { ExplainedError } from '../cluster/explain/errorFacts';
import { explainError } from '../cluster/explain/explainError';
import type { ClusterSnapshot } from '../cluster/model';
import { connectionOptionsOf } from './connectionOptions';
import type { FilledIn } from './draft';
import { usesSasl, usesTls } from './model';

export interface AttemptTools {
  /** Nothing is sent yet. */
  open(options: ConnectionOptions): Promise<Cluster>;
  /** Rejects for a file that cannot be read. */
  readText(path: string): Promise<string>;
}

export type Attempt =
  /** The cluster is the caller's to close. */
  | { readonly kind: 'connected'; readonly cluster: Cluster; readonly snapshot: ClusterSnapshot }
  | { readonly kind: 'failed'; readonly error: ExplainedError }
  | { readonly kind: 'cancelled' };

/** Connects once and takes the first snapshot; never rejects, and leaves no connection behind unless it succeeds. */
export async function attempt(
  { settings, secrets }: FilledIn,
  tools: AttemptTools,
  signal: AbortSignal,
): Promise<Attempt> {
  let cluster: Cluster | undefined;
  const close = (): void => cluster?.close();
  signal.addEventListener('abort', close);
  try {
    const options = await connectionOptionsOf(settings, secrets, tools.readText);
    cluster = await tools.open(options);
    if (signal.aborted) throw new Error('The attempt was given up.');
    const snapshot = await cluster.refresh();
    if (!signal.aborted) return { kind: 'connected', cluster, snapshot };
    return { kind: 'cancelled' };
  } catch (error) {
    close();
    if (signal.aborted) return { kind: 'cancelled' };
    const { securityProtocol } = settings;
    const context = { usesTls: usesTls(securityProtocol), usesSasl: usesSasl(securityProtocol) };
    return { kind: 'failed', error: explainError(error, context) };
  } finally {
    signal.removeEventListener('abort', close);
  }
}
