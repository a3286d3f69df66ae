import type { FileFacts } from '../model/project';

/** True when two readings of a file say the same, wherever it is written. */
export function sameFacts(one: FileFacts, other: FileFacts): boolean {
  return (['scopes', 'monitoring', 'metricPorts'] as const).every((name) => same(one[name], other[name]));
}

/** Looks at plain facts only up to the first difference; functions say how something is written, and are no facts. */
function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one === 'function') return typeof other === 'function';
  if (!isObject(one) || !isObject(other)) return false;
  if (one instanceof Map) return other instanceof Map && same([...one], [...other]);
  const keys = Object.keys(one);
  if (Array.isArray(one) !== Array.isArray(other) || keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
