import type { ConfigDocument } from '../model/document';
import type { Entry } from '../model/entry';
import type { Scope } from '../model/scope';
import { touches } from '../model/span';

export interface Found {
  readonly scope: Scope;
  readonly entry: Entry;
}

/** The entry under the caret, with the scope that it belongs to. */
export function entryAt(document: ConfigDocument, offset: number): Found | undefined {
  for (const scope of document.scopes) {
    const entry = scope.entries.find((one) => touches(one.span, offset));
    if (entry) return { scope, entry };
  }
  return undefined;
}

/** The processes of a document, without their parts. */
export function processesIn({ scopes }: ConfigDocument): readonly Scope[] {
  return scopes.filter(({ part }) => !part);
}

/** What a part, or one process of several, is called in its document; undefined for the only thing in it. */
export function scopeName({ part, name, written }: Scope): string | undefined {
  return part ? written('*').replace(/[._]?\*$/, '') : name;
}
