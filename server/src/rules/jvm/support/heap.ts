import type { Explicit, Reader } from '../../../catalogue/reader';
import type { Entry } from '../../../model/entry';
import type { Role } from '../../../model/scope';

export const GIGABYTE = 1024 ** 3;

/** A size of the JVM in bytes: `6g`, `512m`, `1073741824`; undefined for what it does not accept. */
export function sizeOf(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d{1,15})([kmgt]?)$/i.exec(text.trim()) ?? [];
  return digits === undefined
    ? undefined
    : Number(digits) * 1024 ** ['', 'k', 'm', 'g', 't'].indexOf(unit.toLowerCase());
}

export function heapSize(reader: Reader, key: '-Xmx' | '-Xms'): Explicit<number> | undefined {
  const entry = reader.entry(key);
  const value = entry && isKnown(entry) ? sizeOf(entry.value.text) : undefined;
  return entry && value !== undefined ? { entry, value } : undefined;
}

function isKnown({ value }: Entry): boolean {
  return value.kind === 'literal';
}

/** In the largest unit that says it whole. */
export function humanSize(bytes: number): string {
  for (const [unit, size] of [
    ['g', GIGABYTE],
    ['m', 1024 ** 2],
    ['k', 1024],
  ] as const)
    if (bytes >= size && bytes % size === 0) return `${bytes / size}${unit}`;
  return String(bytes);
}

const SERVERS: readonly (Role | 'server' | 'other')[] = ['broker', 'combined', 'server'];

/** The process is known to be a broker. */
export function isBroker({ scope }: Reader): boolean {
  const process = scope.machine?.process;
  return process !== undefined && SERVERS.includes(process);
}

/** It may be one. */
export function maybeBroker(reader: Reader): boolean {
  return isBroker(reader) || reader.scope.machine?.process === undefined;
}
