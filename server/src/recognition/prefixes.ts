import type { Part, PartKind, Role } from '../model/scope';

/** Keys with a prefix that are a part's. */
export interface Prefixed {
  readonly prefix: string;
  readonly role: Role;
  readonly part: Part;
}

export function prefixed(prefix: string, role: Role, kind: PartKind): Prefixed {
  return { prefix, role, part: { kind } };
}

/** The three clients of a process, whose names follow `before` and are followed by `after`. */
export function clientsUnder(before: string, after = ''): readonly Prefixed[] {
  return (['producer', 'consumer', 'admin'] as const).map((kind) => prefixed(`${before}${kind}.${after}`, kind, kind));
}
