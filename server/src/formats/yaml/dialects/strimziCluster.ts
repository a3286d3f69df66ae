import type { ClusterFacts, Written } from '../../../model/resource';
import type { Span } from '../../../model/span';
import type { YamlContext } from '../draft';
import { fieldAt, itemsOf, nodeAt, textAt, type YamlNode } from '../nodes';
import type { YamlPart } from '../read';

export function isStrimzi(root: YamlNode): boolean {
  return textAt(root, 'apiVersion')?.startsWith('kafka.strimzi.io/') === true;
}

/** What the file says of the cluster of that name. */
export function factsOfCluster({ parts }: YamlContext, name: string | undefined): ClusterFacts | undefined {
  const found = parts.find(({ root }) => root && isKind(root, 'Kafka') && textAt(root, 'metadata', 'name') === name);
  if (!found?.root || name === undefined) return undefined;
  const brokers = brokersIn(parts, found.root, name);
  const minIsr = numberAt(found.root, 'spec', 'kafka', 'config', 'min.insync.replicas');
  return {
    ...(brokers !== undefined && { brokers }),
    ...(minIsr !== undefined && { minInsyncReplicas: minIsr }),
  };
}

/** The brokers of its pools in the file, else those of the resource itself. */
export function brokersIn(parts: readonly YamlPart[], root: YamlNode, name: string | undefined): number | undefined {
  const pools = poolsOf(parts, name);
  if (pools.length === 0) return hasPools(root) ? undefined : numberAt(root, 'spec', 'kafka', 'replicas');
  const counts = pools.filter(isBrokers).map((pool) => numberAt(pool, 'spec', 'replicas'));
  return counts.reduce((sum, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0);
}

/** Where the cluster's brokers are said to keep their data in the pods. */
export function ephemeralIn(parts: readonly YamlPart[], root: YamlNode, name: string | undefined): Span | undefined {
  const pools = poolsOf(parts, name).filter(isBrokers);
  const own = hasPools(root) ? [] : [nodeAt(root, 'spec', 'kafka', 'storage')];
  const storages = pools.length > 0 ? pools.map((pool) => nodeAt(pool, 'spec', 'storage')) : own;
  for (const storage of storages) {
    for (const one of [storage, ...itemsOf(fieldAt(storage, 'volumes')?.value)]) {
      const type = fieldAt(one, 'type')?.value;
      if (type?.kind === 'scalar' && type.text === 'ephemeral') return type.span;
    }
  }
  return undefined;
}

/** The resource leaves its nodes to node pools, wherever these are. */
function hasPools(root: YamlNode): boolean {
  const isEnabled = textAt(root, 'metadata', 'annotations', 'strimzi.io/node-pools') === 'enabled';
  return isEnabled || textAt(root, 'apiVersion') === 'kafka.strimzi.io/v1';
}

/** What the resource says of its nodes though their pools do. */
export function pooledFields(parts: readonly YamlPart[], root: YamlNode, name: string | undefined): Written<string>[] {
  if (!hasPools(root) && poolsOf(parts, name).length === 0) return [];
  return ['replicas', 'storage'].flatMap((field) => {
    const found = fieldAt(nodeAt(root, 'spec', 'kafka'), field);
    return found ? [{ value: field, span: found.keySpan }] : [];
  });
}

function poolsOf(parts: readonly YamlPart[], name: string | undefined): YamlNode[] {
  return parts.flatMap(({ root }) => {
    if (!root || !isKind(root, 'KafkaNodePool')) return [];
    return textAt(root, 'metadata', 'labels', 'strimzi.io/cluster') === name ? [root] : [];
  });
}

function isBrokers(pool: YamlNode): boolean {
  return itemsOf(nodeAt(pool, 'spec', 'roles')).some((role) => role.kind === 'scalar' && role.text === 'broker');
}

function isKind(root: YamlNode, kind: string): boolean {
  return isStrimzi(root) && textAt(root, 'kind') === kind;
}

function numberAt(root: YamlNode, ...path: readonly string[]): number | undefined {
  const text = textAt(root, ...path);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
