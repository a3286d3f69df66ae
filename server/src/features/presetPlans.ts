import { readerOf } from '../catalogue/reader';
import type { ConfigDocument } from '../model/document';
import type { ConfigEdit } from '../model/edit';
import type { Entry } from '../model/entry';
import type { Scope } from '../model/scope';
import { overlaps, type Span } from '../model/span';
import { planPreset, presetNamesFor, type UserPresets } from '../presets/plan';
import type { PresetChange } from '../presets/types';
import { maskedValue } from '../secrets/mask';

export interface PresetPlan {
  readonly preset: string;
  readonly changes: readonly PresetChange[];
}

/** The scopes of the document that can take presets. */
export function scopesWithPresets(document: ConfigDocument, own: UserPresets): readonly Scope[] {
  return document.scopes.filter((scope) => anchorOf(scope) !== undefined && presetNamesFor(scope, own).length > 0);
}

/** Where a scope is found: the call that makes it, or its first entry. */
export function anchorOf(scope: Scope): Span | undefined {
  return scope.creation?.methodSpan ?? firstOf(scope)?.keySpan;
}

/** Of what a scope has in common with others, a lens for each would stand at one place. */
function firstOf({ entries }: Scope): Entry | undefined {
  return entries.find(({ shared }) => !shared) ?? entries[0];
}

/** What the preset would change in several scopes; a place that two of them share changes once. */
export function planPresets(
  document: ConfigDocument,
  scopes: readonly Scope[],
  preset: string,
  own: UserPresets,
): readonly PresetChange[] {
  const planned = scopes.flatMap((scope) => planPreset(document, readerOf(scope), preset, own));
  const places = planned.map(({ edit }) => placeOf(edit));
  return withOneMark(
    planned.filter((_, index) => places[index] === undefined || places.indexOf(places[index]) === index),
  );
}

/** Each scope's plan begins with a comment that says where its values come from; the file needs one of them. */
function withOneMark(changes: readonly PresetChange[]): readonly PresetChange[] {
  const marked = changes.findIndex(({ edit }) => edit.kind === 'add' && edit.comment !== undefined);
  return changes.map((change, index) => {
    if (index === marked || change.edit.kind !== 'add' || change.edit.comment === undefined) return change;
    const { comment, ...edit } = change.edit;
    return { ...change, edit };
  });
}

/** Tells edits apart in code, where several clients may share their options. */
function placeOf(edit: ConfigEdit): string | undefined {
  if (edit.kind === 'add') return edit.options && `${edit.options.span.start} ${edit.key}`;
  return 'entry' in edit ? `${edit.kind} ${edit.entry.span.start}` : undefined;
}

/** The presets that would change anything in the scope whose first entry the span touches. */
export function presetPlansAt(document: ConfigDocument, span: Span, own: UserPresets): PresetPlan[] {
  const scope = scopesWithPresets(document, own).find((one) => {
    const anchor = one.creation?.methodSpan ?? firstOf(one)?.span;
    return anchor !== undefined && overlaps(anchor, span);
  });
  if (!scope) return [];
  return presetNamesFor(scope, own).flatMap((preset) => {
    const changes = planPreset(document, readerOf(scope), preset, own);
    return changes.length > 0 ? [{ preset, changes }] : [];
  });
}

/** `acks: 1 → all`, with words for what is not there. */
export function changeLabel({ key, from, to }: Pick<PresetChange, 'key' | 'from' | 'to'>): string {
  return `${key}: ${maskedValue(key, from) ?? 'not set'} → ${maskedValue(key, to) ?? 'the default'}`;
}

/** The reason of a change, and its price where it has one. */
export function changeReason({ reason, price }: Pick<PresetChange, 'reason' | 'price'>): string {
  return price ? `${reason}. Cost: ${price}` : reason;
}
