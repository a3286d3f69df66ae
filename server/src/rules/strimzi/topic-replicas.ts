import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { Resource } from '../../model/resource';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'strimzi/topic-replicas',
  summary: 'A topic has too few copies for its cluster',
  severity: 'warning',
  roles: ['topic'],
  sources: ['Partition.isUnderMinIsr', 'Strimzi KafkaTopic, spec.replicas'],
  *check(reader: Reader): Iterable<Report> {
    const { resource } = reader.scope;
    if (!resource?.replicas) return;
    const message = messageOf(reader, resource, resource.replicas.value);
    if (message) yield { span: resource.replicas.span, message };
  },
};

function messageOf(reader: Reader, { cluster }: Resource, replicas: number): string | undefined {
  const minimum = reader.number('min.insync.replicas') ?? cluster?.minInsyncReplicas;
  if (minimum !== undefined && minimum > replicas) {
    return `replicas is ${replicas}, but min.insync.replicas is ${minimum}: writes with acks=all fail, or have fewer copies than promised.`;
  }
  if (replicas !== 1 || (cluster?.brokers ?? 0) < 3) return undefined;
  return `replicas is 1 in a cluster of ${cluster?.brokers} brokers: losing one broker makes partitions of the topic unavailable.`;
}
