import { areaOf } from '../catalogue/areas';
import type { ConfigDocument } from '../model/document';
import type { Entry } from '../model/entry';
import type { Scope } from '../model/scope';
import type { Span } from '../model/span';
import { MASK, maskedValue } from '../secrets/mask';
import { definitionOf, isDeprecated } from './definition';
import { scopeName } from './find';

/** A node of the outline. */
export interface OutlineNode {
  readonly name: string;
  readonly kind: 'scope' | 'area' | 'key';
  /** The value of a key. */
  readonly detail?: string;
  readonly deprecated?: boolean;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineNode[];
}

/** Longer values are cut, since an outline is a narrow place. */
const MAX_DETAIL = 60;

/** Keys by what they are about; each prefix such as `producer.` is a part of its own. */
export function outline({ scopes, family }: ConfigDocument): OutlineNode[] {
  // Code has an outline from its own language.
  if (family === 'code') return [];
  return scopes.flatMap((scope) => {
    const areas = areasOf(scope);
    const [first] = scope.entries;
    const name = scopeName(scope);
    if (name === undefined || !first) return areas;
    const span = spanOver(scope.entries);
    return [
      {
        name,
        kind: 'scope',
        detail: scope.role,
        span,
        nameSpan: first.keySpan,
        children: areas,
      },
    ];
  });
}

function areasOf(scope: Scope): OutlineNode[] {
  const areas = new Map<string, Entry[]>();
  for (const entry of scope.entries) {
    const area = areaOf(entry.key);
    const group = areas.get(area);
    if (group) group.push(entry);
    else areas.set(area, [entry]);
  }
  return Array.from(areas, ([name, entries]) => ({
    name,
    kind: 'area',
    span: spanOver(entries),
    nameSpan: entries[0]?.keySpan ?? scope.span,
    children: entries.map((entry) => keyNode(scope, entry)),
  }));
}

function keyNode(scope: Scope, { key, writtenKey, value, span, keySpan }: Entry): OutlineNode {
  const definition = definitionOf(scope, key);
  const text = definition?.setting?.type === 'PASSWORD' ? MASK : maskedValue(writtenKey, value.text.trim());
  return {
    name: writtenKey || '(empty key)',
    kind: 'key',
    detail: text.length > MAX_DETAIL ? `${text.slice(0, MAX_DETAIL)}…` : text,
    deprecated: definition !== undefined && isDeprecated(definition.history, scope.target.version),
    span,
    nameSpan: keySpan,
    children: [],
  };
}

function spanOver(entries: readonly Entry[]): Span {
  return { start: entries[0]?.span.start ?? 0, end: entries.at(-1)?.span.end ?? 0 };
}
