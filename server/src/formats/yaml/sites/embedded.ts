import type { Entry } from '../../../model/entry';
import type { Scope } from '../../../model/scope';
import type { Embedded } from '../../embed';

const holders = new WeakMap<Entry | Scope, Embedded>();

/** Remembers which entries and scopes stand in the file. */
export function setEmbedded(file: Embedded): void {
  for (const one of [...file.entries, ...file.scopes]) holders.set(one, file);
}

/** The embedded file that an entry or a scope stands in; undefined for what the YAML text says itself. */
export function embeddedOf(one: Entry | Scope): Embedded | undefined {
  return holders.get(one);
}
