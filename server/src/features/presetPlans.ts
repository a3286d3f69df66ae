import { readerOf } from '../catalogue/reader';
import type { ConfigDocument } from '../model/document';
import type { Scope } from '../model/scope';
import { overlaps, type Span } from '../model/span';
import { type PresetChange, planPreset, presetNamesFor, type UserPresets } from '../presets/plan';

export interface PresetPlan {
  readonly preset: string;
  readonly changes: readonly PresetChange[];
}

/** The scopes of the document that can take presets. */
export function scopesWithPresets(document: ConfigDocument, own: UserPresets): readonly Scope[] {
  return document.scopes.filter((scope) => scope.entries.length > 0 && presetNamesFor(scope, own).length > 0);
}

/** The presets that would change anything in the scope whose first entry the span touches. */
export function presetPlansAt(document: ConfigDocument, span: Span, own: UserPresets): PresetPlan[] {
  const scope = scopesWithPresets(document, own).find(
    ({ entries: [first] }) => first !== undefined && overlaps(first.span, span),
  );
  if (!scope) return [];
  return presetNamesFor(scope, own).flatMap((preset) => {
    const changes = planPreset(document, readerOf(scope), preset, own);
    return changes.length > 0 ? [{ preset, changes }] : [];
  });
}

/** `acks: 1 → all`, with words for what is not there. */
export function changeLabel({ key, from, to }: Pick<PresetChange, 'key' | 'from' | 'to'>): string {
  return `${key}: ${from ?? 'not set'} → ${to ?? "Kafka's default"}`;
}

/** The reason of a change, and its price where it has one. */
export function changeReason({ reason, price }: Pick<PresetChange, 'reason' | 'price'>): string {
  return price ? `${reason}; price: ${price}` : reason;
}
