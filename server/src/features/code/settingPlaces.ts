import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { type Span, touches } from '../../model/span';

/** One of Kafka's own settings in code, with the client that it is for. */
export interface SettingPlace {
  readonly scope: Scope;
  readonly entry: Entry;
}

/** Every setting that code gives to Kafka's own clients; one that several share comes once. */
export function settingPlaces({ scopes }: ConfigDocument): SettingPlace[] {
  const places = new Map<number, SettingPlace>();
  for (const scope of scopes) {
    if (scope.client !== 'java') continue;
    for (const entry of scope.entries) {
      if (!entry.elsewhere && !places.has(entry.keySpan.start)) places.set(entry.keySpan.start, { scope, entry });
    }
  }
  return [...places.values()];
}

/** The setting whose key or value is at the offset, and which of the two that is. */
export function settingPlaceAt(document: ConfigDocument, offset: number): (SettingPlace & { at: Span }) | undefined {
  for (const place of settingPlaces(document)) {
    const { keySpan, value } = place.entry;
    const at = [keySpan, value.span].find((span) => touches(span, offset));
    if (at) return { ...place, at };
  }
  return undefined;
}
