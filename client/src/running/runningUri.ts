import { Uri } from 'vscode';
import { CLUSTER_SCHEME, type RunningName, runningPath } from '../../../server/src/protocol/runningUri';

/** The query says how Kafka's own tools reach the cluster, for the commands that are offered to be copied. */
export function runningUri(part: RunningName, bootstrapServers: readonly string[]): string {
  return Uri.from({ scheme: CLUSTER_SCHEME, path: runningPath(part), query: bootstrapServers.join(',') }).toString();
}
