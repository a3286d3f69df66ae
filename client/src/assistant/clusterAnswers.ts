import { factsAnswer } from '../../../server/src/cluster/answers/factsAnswer';
import { lagAnswer } from '../../../server/src/cluster/answers/lagAnswer';
import type { ClusterView } from '../sidebar/clusterView';

export interface LagQuestion {
  readonly cluster?: string;
  readonly group?: string;
}

/** Consumer lag of the connected clusters, as JSON: the highest first, and one group's by partition. */
export function consumerLag(views: readonly ClusterView[], { cluster, group }: LagQuestion): string {
  return answerOf(views, cluster, ({ snapshot, staleMs, failure, trendOf }) => ({
    ...(failure && { failure: failure.message }),
    ...(staleMs !== undefined && { secondsOverdue: Math.round(staleMs / 1000) }),
    ...(snapshot && lagAnswer({ snapshot, trendOf }, group)),
  }));
}

/** Brokers and unhealthy partitions of the connected clusters, as JSON. */
export function clusterFacts(views: readonly ClusterView[], cluster: string | undefined): string {
  return answerOf(views, cluster, ({ snapshot, failure, bootstrapServers }) => ({
    bootstrapServers,
    ...(failure && { failure: failure.message }),
    ...(snapshot && factsAnswer(snapshot)),
  }));
}

function answerOf(
  views: readonly ClusterView[],
  cluster: string | undefined,
  describe: (view: ClusterView) => object,
): string {
  const asked = views.filter(({ name }) => cluster === undefined || name === cluster);
  const answer = asked.map((view) => ({ cluster: view.name, connection: view.connection, ...describe(view) }));
  return JSON.stringify(answer.length > 0 ? answer : noCluster(cluster));
}

function noCluster(cluster: string | undefined): { error: string } {
  const which = cluster === undefined ? 'No cluster has been added' : `There is no cluster named ${cluster}`;
  return { error: `${which}. The user adds one with the command "Kafka Lint: Add a Cluster".` };
}
