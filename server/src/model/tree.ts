import type { Entry } from './entry';
import type { PartKind, Scope } from './scope';
import { touches } from './span';

/** The process that a scope belongs to, or the scope itself. */
export function rootOf(scope: Scope): Scope {
  return scope.parent ? rootOf(scope.parent) : scope;
}

/** The part of a process that is for all its clusters. */
export function partOf({ parts }: Scope, kind: PartKind): Scope | undefined {
  return parts.find(({ part }) => part?.kind === kind && part.cluster === undefined);
}

/** What a process sets for no part of it; keys that belong to something else, such as a flow, are whole. */
export function processEntries({ entries, others }: Scope): readonly Entry[] {
  return others.length === 0 ? entries : [...entries, ...others];
}

/** The process that a setting belongs to which is typed at the offset: that of the nearest one above it. */
export function scopeNear(scopes: readonly Scope[], offset: number): Scope | undefined {
  const around = scopes.filter((scope) => touches(rootOf(scope).span, offset));
  let nearest: { readonly scope: Scope; readonly start: number } | undefined;
  for (const scope of around) {
    const start = scope.entries.findLast(({ span, shared }) => !shared && span.start <= offset)?.span.start;
    if (start !== undefined && start > (nearest?.start ?? -1)) nearest = { scope, start };
  }
  return nearest ? rootOf(nearest.scope) : around.find(({ part }) => !part);
}

/** Copies of scopes, and of all that they belong to or that belongs to them, each with the change. */
export function mapScopes(scopes: readonly Scope[], change: (scope: Scope) => Partial<Scope>): Scope[] {
  const copies = new Map<Scope, Scope>();
  const copy = (scope: Scope, parent?: Scope): Scope => {
    const parts: Scope[] = [];
    const made: Scope = { ...scope, ...change(scope), parts, ...(parent && { parent }) };
    copies.set(scope, made);
    parts.push(...scope.parts.map((part) => copy(part, made)));
    return made;
  };
  for (const scope of scopes) if (!copies.has(rootOf(scope))) copy(rootOf(scope));
  return scopes.flatMap((scope) => copies.get(scope) ?? []);
}
