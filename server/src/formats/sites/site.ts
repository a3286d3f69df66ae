import type { TextEdit } from '../../model/edit';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';

/** A setting that is to be written. */
export interface NewSetting {
  readonly name: string;
  readonly value: string;
  readonly comment?: string | undefined;
}

/** Where an entry is written, which can be in several manners; gives the edits that change it and nothing else. */
export interface Site {
  /** In YAML: `KEY: value`, `- KEY=value`, or a map of its own with the name in it. */
  readonly form?: 'pair' | 'assignment' | 'item';
  set(text: string, value: string): TextEdit | undefined;
  rename(text: string, name: string): TextEdit | undefined;
  remove(text: string): TextEdit | undefined;
  /** Behind it, in its manner. */
  add(text: string, setting: NewSetting): TextEdit | undefined;
  /** The offset of its first character, where that is the first of its line. */
  lineOf(text: string): number | undefined;
}

/** Where a scope's settings go when it has none of its own to put them behind. */
export interface Place {
  add(text: string, setting: NewSetting): TextEdit | undefined;
}

const sites = new WeakMap<Entry, Site>();
const places = new WeakMap<Scope, Place>();

export function withSite<E extends Entry>(entry: E, site: Site): E {
  sites.set(entry, site);
  return entry;
}

/** An entry of another scope that is written at the same place. */
export function sameEntry<E extends Entry>(entry: E): E {
  const copy = { ...entry };
  const site = sites.get(entry);
  return site ? withSite(copy, site) : copy;
}

export function siteOf(entry: Entry): Site | undefined {
  return sites.get(entry);
}

export function setPlace(scope: Scope, place: Place): void {
  places.set(scope, place);
}

export function placeOf(scope: Scope): Place | undefined {
  return places.get(scope);
}
