import type { ConfigDocument } from '../model/document';
import type { Entry } from '../model/entry';
import type { Finding } from '../model/finding';
import type { Scope } from '../model/scope';
import type { Span } from '../model/span';
import { rootOf } from '../model/tree';

/** A scope that consumes in a group, and the entry that says in which. */
export interface GroupMember {
  readonly scope: Scope;
  readonly entry: Entry;
}

/** The scopes of a document that consume in the group. */
export function membersOf({ scopes }: ConfigDocument, group: string): GroupMember[] {
  return scopes.flatMap((scope): GroupMember[] => {
    const entry = groupEntryOf(scope);
    return entry && groupNamedBy(scope, entry) === group ? [{ scope, entry }] : [];
  });
}

/**
 * The findings of a document that are about the scope: in its text, at one of its entries or at a call that uses it. What
 * is at an entry that only others have is about them, though they may stand in one map or file with it.
 */
export function findingsOf(scope: Scope, findings: readonly Finding[], all: readonly Scope[]): Finding[] {
  const own = [...scope.entries.map(({ span }) => span), ...scope.calls.map(({ span }) => span)];
  const foreign = all.filter((other) => rootOf(other) !== rootOf(scope)).flatMap(({ entries }) => entries);
  return findings.filter(({ span }) => {
    if (own.some((one) => contains(one, span))) return true;
    return contains(scope.span, span) && !foreign.some((entry) => contains(entry.span, span));
  });
}

/** A worker's `group.id` names the group of workers; its connectors consume in groups of their own. */
function groupEntryOf(scope: Scope): Entry | undefined {
  switch (scope.role) {
    case 'consumer':
    case 'client':
      return entryOf(scope, 'group.id') ?? entryOf(scope, 'groupId');
    case 'streams':
      return entryOf(scope, 'application.id');
    case 'connector':
      return isSink(scope) ? entryOf(scope, 'name') : undefined;
    default:
      return undefined;
  }
}

/** A sink connector `x` consumes in the group `connect-x`, and a Streams application in that of its application.id. */
function groupNamedBy({ role }: Scope, { value }: Entry): string {
  const name = value.text.trim();
  return role === 'connector' ? `connect-${name}` : name;
}

function isSink(scope: Scope): boolean {
  return ['topics', 'topics.regex'].some((key) => entryOf(scope, key));
}

function entryOf({ entries }: Scope, key: string): Entry | undefined {
  return entries.find((entry) => entry.key === key && !entry.overriddenBy && entry.value.kind === 'literal');
}

function contains(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
