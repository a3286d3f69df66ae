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

/** The scope of the file itself rather than of a prefix in it. */
export function mainScope(document: ConfigDocument): Scope | undefined {
  return document.scopes.find((scope) => scope.prefix === '') ?? document.scopes[0];
}
