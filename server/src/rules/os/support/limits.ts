import type { Reader } from '../../../catalogue/reader';
import type { Entry } from '../../../model/entry';

/** A limit of open files: what a process has, and what it may give itself. */
export interface OpenFiles {
  readonly soft?: Side;
  readonly hard?: Side;
}

interface Side {
  readonly entry: Entry;
  readonly value: number;
}

/** The limit that a scope sets, where it can be known. */
export function openFilesOf(reader: Reader): OpenFiles {
  const both = sideOf(reader, 'nofile', 0);
  const soft = sideOf(reader, 'nofile.soft', 0) ?? both;
  const hard = sideOf(reader, 'nofile.hard', 0) ?? sideOf(reader, 'nofile', 1) ?? both;
  return { ...(soft && { soft }), ...(hard && { hard }) };
}

/** systemd writes both sides as `soft:hard`. */
function sideOf(reader: Reader, key: string, index: number): Side | undefined {
  const entry = reader.entry(key);
  if (entry?.value.kind !== 'literal') return undefined;
  const value = countOf(entry.value.text.trim().split(':')[index] ?? '');
  return value === undefined ? undefined : { entry, value };
}

function countOf(text: string): number | undefined {
  if (/^(?:unlimited|infinity|-1)$/.test(text)) return Number.POSITIVE_INFINITY;
  // systemd knows units of bytes here, too.
  const [, digits, unit = ''] = /^(\d{1,15})([KMG]?)$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * 1024 ** ['', 'K', 'M', 'G'].indexOf(unit);
}
