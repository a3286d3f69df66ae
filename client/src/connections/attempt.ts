import type { Cluster } from '../../../server/src/cluster/cluster';
import type { ConnectionOptions } from '../../../server/src/cluster/connection';
import type { ExplainedError } from '../../../server/src/cluster/explain/errorFacts';
import { explainError } from '../../../server/src/cluster/explain/explainError';
import type { ClusterSnapshot } from '../../../server/src/cluster/model';
import { connectionOptionsOf } from '../../../server/src/connection/connectionOptions';
import { usesSasl, usesTls } from '../../../server/src/connection/model';
import type { FilledIn } from './draft';

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

/** Connects once and takes the first snapshot; never rejects, and keeps no connection unless it succeeds. */
export async function attempt(wish: FilledIn, tools: AttemptTools, signal: AbortSignal): Promise<Attempt> {
  try {
    return await Promise.race([connect(wish, tools, signal), cancelled(signal)]);
  } catch (error) {
    const { securityProtocol } = wish.settings;
    const context = { usesTls: usesTls(securityProtocol), usesSasl: usesSasl(securityProtocol) };
    return { kind: 'failed', error: explainError(error, context) };
  }
}

async function connect({ settings, secrets }: FilledIn, tools: AttemptTools, signal: AbortSignal): Promise<Attempt> {
  const cluster = await tools.open(await connectionOptionsOf(settings, secrets, tools.readText));
  const close = (): void => cluster.close();
  if (signal.aborted) close();
  signal.addEventListener('abort', close);
  try {
    return { kind: 'connected', cluster, snapshot: await cluster.refresh() };
  } catch (error) {
    close();
    throw error;
  } finally {
    signal.removeEventListener('abort', close);
  }
}

/** At once, though a connection that is just being set up ends with its own timeout. */
function cancelled(signal: AbortSignal): Promise<Attempt> {
  return new Promise((resolve) => {
    const cancel = (): void => resolve({ kind: 'cancelled' });
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
}
