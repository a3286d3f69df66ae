import type { Reader } from '../catalogue/reader';
import type { ConfigDocument } from '../model/document';
import type { Entry } from '../model/entry';
import type { Scope } from '../model/scope';
import { contentOf } from './content';

/** Something that a rule has looked at; what belongs to the process of a part is asked of its `parent`. */
export type Ask =
  /** The entry of that key. */
  | { readonly of: 'key'; readonly name: string }
  /** The entry at which one speaks of what is absent, or the one that is judged. */
  | { readonly of: 'first' | 'entry'; readonly name: '' }
  /** How the scope writes a key. */
  | { readonly of: 'written' | 'parent written'; readonly name: string }
  /** What is computed of the scope, where that is a word or two, whatever it is computed of. */
  | { readonly of: 'once'; readonly name: string; readonly compute: (reader: Reader, about: undefined) => unknown }
  /** A property of the scope or of the document. */
  | { readonly of: 'scope' | 'parent' | 'document'; readonly name: string };

/** What is judged. */
export interface Subject {
  /** What every reading depends on: role, library, version and the like, and what the settings say of the rule. */
  readonly kind: string;
  readonly reader: Reader;
  readonly document: ConfigDocument;
  readonly entry?: Entry;
}

/** An answer as far as a rule could tell it from another one, without where in the text it stands. */
export type Answer = string | number | boolean | undefined | typeof NOTHING | typeof TOO_MUCH;

const NOTHING = Symbol('an empty list');
/** Stands for what has more to say than can be compared at each keystroke. */
export const TOO_MUCH = Symbol('too much');

const LONGEST = 2000;
/** Plain facts of a few words. */
const SMALL: ReadonlySet<string> = new Set(['target', 'part']);

export function answerTo(ask: Ask, subject: Subject): Answer {
  const { scope } = subject.reader;
  switch (ask.of) {
    case 'key':
    case 'first':
    case 'entry':
      return contentOf(entryAsked(ask, subject));
    case 'once':
      return wordOf(subject.reader.once(ask.compute, undefined));
    case 'written':
      return scope.written(ask.name);
    case 'parent written':
      return scope.parent?.written(ask.name);
    case 'scope':
      // What is asked of it has answers of its own.
      return ask.name === 'parent' ? scope.parent !== undefined : propertyOf(scope, ask.name);
    case 'parent':
      return scope.parent && propertyOf(scope.parent, ask.name);
    case 'document':
      return propertyOf(subject.document, ask.name);
  }
}

export function entryAsked({ of, name }: Ask, { reader, entry }: Subject): Entry | undefined {
  if (of === 'key') return reader.entry(name);
  return of === 'first' ? reader.first() : entry;
}

/** What is a word or a number, and no more. */
export function wordOf(value: unknown): Answer {
  if (typeof value === 'string') return value.length <= LONGEST ? value : TOO_MUCH;
  return value === undefined || typeof value === 'number' || typeof value === 'boolean' ? value : TOO_MUCH;
}

function propertyOf(object: Scope | ConfigDocument, name: string): Answer {
  const value: unknown = object[name as keyof typeof object];
  const word = wordOf(value);
  if (word !== TOO_MUCH) return word;
  if (Array.isArray(value) && value.length === 0) return NOTHING;
  return SMALL.has(name) ? JSON.stringify(value) : TOO_MUCH;
}
