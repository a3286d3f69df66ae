import type { FileFacts } from '../model/project';

/** True when two readings of a file say the same, wherever it is written. */
export function sameFacts(one: FileFacts, other: FileFacts): boolean {
  return one.scopes.length === other.scopes.length && textOf(one) === textOf(other);
}

function textOf({ scopes, monitoring, metricPorts }: FileFacts): string {
  return JSON.stringify({ scopes, monitoring, metricPorts }, (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
}
