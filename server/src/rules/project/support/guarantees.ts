import type { ClusterFacts, ScopeFacts } from '../../../model/project';
import { brokersOf, readerFor } from './facts';

/** What a topic, or a broker for topics that say nothing themselves, guarantees to producers. */
export interface Guarantee {
  /** What says it, and under which name. */
  readonly where: ScopeFacts;
  readonly key: 'min.insync.replicas';
  /** In a sentence: `topic orders`, `new topics`. */
  readonly what: string;
  readonly minInsync: number;
  /** Undefined where nobody here knows it. */
  readonly replicas: number | undefined;
}

/** The guarantees of the topics that the producer is seen to write, else of what the cluster's topics get by default. */
export function guaranteesFor(cluster: ClusterFacts, producer: ScopeFacts): readonly Guarantee[] {
  const written = new Set(producer.topics.filter(({ use }) => use === 'writes').map(({ topic }) => topic));
  if (written.size === 0) {
    // The only topic that is declared is the one that is meant.
    const [only, ...others] = cluster.topics;
    if (only && others.length === 0) return guaranteeOfTopic(cluster, only);
    return others.length > 0 ? [] : knownGuarantees(cluster);
  }
  const declared = cluster.topics.filter(({ declares }) => declares && written.has(declares.topic));
  return declared.flatMap((topic) => guaranteeOfTopic(cluster, topic));
}

const known = new WeakMap<readonly ScopeFacts[], readonly Guarantee[]>();

/** Those of the brokers, which all producers without topics of their own share. */
function knownGuarantees(cluster: ClusterFacts): readonly Guarantee[] {
  const guarantees = known.get(cluster.servers) ?? guaranteesOfBrokers(cluster);
  known.set(cluster.servers, guarantees);
  return guarantees;
}

function guaranteeOfTopic(cluster: ClusterFacts, topic: ScopeFacts): Guarantee[] {
  const own = readerFor(topic).setNumber('min.insync.replicas')?.value;
  const replicas = topic.declares?.replicas?.value ?? defaultOf(cluster, 'default.replication.factor');
  const isOpen = own === undefined && topic.settings.has('min.insync.replicas');
  const minInsync = own ?? (isOpen ? undefined : defaultOf(cluster, 'min.insync.replicas'));
  if (minInsync === undefined || !topic.declares) return [];
  const what = `topic ${topic.declares.topic}`;
  const [broker] = brokersOf(cluster);
  const where = own === undefined && broker?.settings.has('min.insync.replicas') ? broker : topic;
  return [{ where, key: 'min.insync.replicas', what, minInsync, replicas }];
}

function guaranteesOfBrokers(cluster: ClusterFacts): Guarantee[] {
  return brokersOf(cluster).flatMap((where): Guarantee[] => {
    const reader = readerFor(where);
    const minInsync = reader.number('min.insync.replicas');
    const replicas = reader.setNumber('default.replication.factor')?.value;
    if (minInsync === undefined) return [];
    return [{ where, key: 'min.insync.replicas', what: 'new topics', minInsync, replicas }];
  });
}

/** What all brokers agree on; undefined where they do not, or nobody can know. */
function defaultOf(cluster: ClusterFacts, key: string): number | undefined {
  const values = new Set(brokersOf(cluster).map((broker) => readerFor(broker).number(key)));
  return values.size === 1 ? [...values][0] : undefined;
}
