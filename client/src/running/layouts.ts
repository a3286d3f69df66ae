import type { Cluster } from '../../../server/src/cluster/cluster';
import type { ClusterLayout, RunningSetting } from '../../../server/src/cluster/model';
import { type Told, WhenLooked } from './whenLooked';

/** By topic. */
export type TopicSettings = ReadonlyMap<string, readonly RunningSetting[]>;

interface KnownLayout {
  readonly layout: ClusterLayout;
  /** Absent as long as they are not known, and without the topics where they may not be seen. */
  readonly settings?: TopicSettings;
}

/** What is known of a cluster's topics. */
export type Layout = Told<KnownLayout>;

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
  readonly #looked: WhenLooked<KnownLayout>;

  constructor(...given: ConstructorParameters<typeof WhenLooked>) {
    this.#looked = new WhenLooked(...given);
  }

  of(clusterName: string): Layout {
    return this.#looked.of(clusterName);
  }

  /** Never rejects. */
  look(clusterName: string): Promise<void> {
    return this.#looked.look(clusterName, async (cluster, tell, before) => {
      const layout = await cluster.layout();
      if (layout.topics.length === 0) return { layout };
      tell({ layout, ...(before?.settings && { settings: before.settings }) });
      return { layout, settings: await settingsOf(cluster, layout) };
    });
  }
}
