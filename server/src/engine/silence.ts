import type { Entry } from '../model/entry';
import { ownText } from '../model/ownText';
import { type Answer, type Ask, answerTo, type Subject } from './asks';
import { formOf } from './content';
import type { Seen } from './observing';

/** Entries of which no rule has anything to say, as long as what was asked beside them is answered alike. */
export interface Silence {
  /** To be asked once a scope, whose entries it then knows. */
  of(subject: Subject): OfScope;
}

interface OfScope {
  has(entry: Entry): boolean;
  add(entry: Entry, seen: Seen): void;
}

interface Known {
  readonly asked: Map<string, { readonly ask: Ask; readonly answer: Answer }>;
  /** By the key as written, then by the value: what else there is to an entry. */
  readonly entries: Map<string, Map<string, number | string>>;
  size: number;
}

/** Of all entries of one kind of scope. */
const MOST_ENTRIES = 10_000;
const MOST_KINDS = 50;

export function createSilence(): Silence {
  const byKind = new Map<string, Known>();
  return {
    of(subject) {
      let known = byKind.get(subject.kind);
      if (!known || known.size > MOST_ENTRIES || !isAnsweredAlike(known, subject)) {
        if (byKind.size >= MOST_KINDS) byKind.clear();
        known = { asked: new Map(), entries: new Map(), size: 0 };
        byKind.set(subject.kind, known);
      }
      return ofScope(known);
    },
  };
}

function ofScope(known: Known): OfScope {
  return {
    has: (entry) => known.entries.get(entry.writtenKey)?.get(entry.value.text) === formOf(entry),
    add(entry, { asks }) {
      for (const [id, one] of asks) if (one.ask.of !== 'entry') known.asked.set(id, one);
      const key = ownText(entry.writtenKey);
      const values = known.entries.get(key) ?? new Map<string, number | string>();
      known.entries.set(key, values.set(ownText(entry.value.text), formOf(entry)));
      known.size++;
    },
  };
}

function isAnsweredAlike({ asked }: Known, subject: Subject): boolean {
  for (const { ask, answer } of asked.values()) if (answerTo(ask, subject) !== answer) return false;
  return true;
}
