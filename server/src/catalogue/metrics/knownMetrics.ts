import data from '../data/metrics.generated.json';
import type { BeanAttribute } from './exporterRules';

/** What gives metrics of Kafka: a well-known configuration of the JMX exporter, a library of clients, a program beside them. */
export type MetricSource = string;

/** The names that exporters of offsets use: those of kafka_exporter, which `kafka-lint lag --serve` serves too. */
const OFFSETS = [
  ...['brokers', 'broker_info', 'topic_partitions', 'topic_partition_current_offset', 'topic_partition_oldest_offset'],
  ...['topic_partition_leader', 'topic_partition_replicas', 'topic_partition_in_sync_replica'],
  ...['topic_partition_leader_is_preferred', 'topic_partition_under_replicated_partition'],
  ...['consumergroup_current_offset', 'consumergroup_current_offset_sum', 'consumergroup_lag', 'consumergroup_lag_sum'],
  ...['consumergroup_members', 'consumergroupzookeeper_lag_zookeeper'],
].map((name) => `kafka_${name}`);

const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = data.names;
const BEANS: Readonly<Record<string, string>> = data.beans;

/** Those whose names come from MBeans of brokers, by rules of a configuration. */
const CLIENT_SOURCES = ['Micrometer', 'OpenTelemetry'];

/** One of the names that were seen. */
export interface KnownMetric {
  readonly name: string;
  readonly sources: readonly MetricSource[];
}

let known: ReadonlyMap<string, KnownMetric> | undefined;

/** Every metric that was seen, by its name without the endings in which releases of the exporter differ. */
export function knownMetrics(): ReadonlyMap<string, KnownMetric> {
  known ??= readNames();
  return known;
}

function readNames(): Map<string, KnownMetric> {
  const found = new Map<string, KnownMetric>(
    OFFSETS.map((name) => [stemOf(name), { name, sources: ['kafka_exporter'] }]),
  );
  for (const [group, bySources] of Object.entries(NAMES)) {
    for (const [bits, rests] of Object.entries(bySources)) {
      const sources = data.sources.filter((_, index) => (Number(bits) >> index) % 2 === 1);
      for (const rest of rests.split(' ')) {
        const name = group + rest;
        const before = found.get(stemOf(name));
        found.set(stemOf(name), {
          name: before && before.name.length > name.length ? before.name : name,
          sources: [...new Set([...(before?.sources ?? []), ...sources])],
        });
      }
    }
  }
  return found;
}

/** Releases of the exporter differ in whether they leave, add or take `_total` and `_info`. */
export function stemOf(name: string): string {
  return name.replace(/_(?:total|info)$/, '');
}

/** The metric is one of clients, which no MBean of a broker has. */
export function isOfClients(sources: readonly MetricSource[]): boolean {
  return sources.length > 0 && sources.every((source) => CLIENT_SOURCES.includes(source));
}

let attributes: readonly BeanAttribute[] | undefined;

/** What brokers of the covered releases show by JMX, one instance of each MBean. */
export function beanAttributes(): readonly BeanAttribute[] {
  attributes ??= Object.entries(BEANS).flatMap(([bean, packed]) => {
    const set = data.sets[Number(packed.split(' ')[0])] ?? '';
    return set.split('\t').map((attribute): BeanAttribute => {
      const isNumber = !attribute.endsWith(':');
      return { text: bean + (isNumber ? attribute : attribute.slice(0, -1)), isNumber };
    });
  });
  return attributes;
}
