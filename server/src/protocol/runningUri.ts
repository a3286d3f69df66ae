/** What is read of a running cluster, named as a document: `kafka-cluster:/orders/broker-1.properties`. */
export const CLUSTER_SCHEME = 'kafka-cluster';

export interface RunningName {
  readonly cluster: string;
  readonly kind: 'broker' | 'topic';
  readonly name: string;
}

export function runningPath({ cluster, kind, name }: RunningName): string {
  return `/${segment(cluster)}/${kind}-${segment(name)}.properties`;
}

/** Undefined for a path that is none of ours. */
export function runningName(path: string): RunningName | undefined {
  const match = /^\/([^/]+)\/(broker|topic)-([^/]+)\.properties$/.exec(path);
  const [, cluster, kind, name] = match ?? [];
  if (cluster === undefined || name === undefined || (kind !== 'broker' && kind !== 'topic')) return undefined;
  return { cluster: decoded(cluster), kind, name: decoded(name) };
}

/** Any name as one part of a path, and the same name from it. */
function segment(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('%3A', ':');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
