import type { Entry } from '../model/entry';
import { ownText } from '../model/ownText';
import { type Answer, type Ask, answerTo, type Subject } from './asks';
import { formOf } from './content';
import type { Seen } from './observing';

/** Which rules have something to say of an entry, as long as what was asked beside it is answered alike. */
export interface Speakers {
  /** To be asked once a scope, whose entries it then knows. */
  of(subject: Subject): OfScope;
}

interface OfScope {
  /** The indexes of the rules; undefined for an entry that is not known. */
  get(entry: Entry): readonly number[] | undefined;
  set(entry: Entry, seen: Seen, speakers: readonly number[]): void;
}

interface Known {
  readonly asked: Map<string, { readonly ask: Ask; readonly answer: Answer }>;
  /** By the key as written, then by the value. */
  readonly entries: Map<string, Map<string, KnownEntry>>;
  size: number;
}

interface KnownEntry {
  readonly form: number | string;
  readonly speakers: readonly number[];
}

/** Of all entries of one kind of scope. */
const MOST_ENTRIES = 10_000;
const MOST_KINDS = 50;

export function createSpeakers(): Speakers {
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
    get(entry) {
      const one = known.entries.get(entry.writtenKey)?.get(entry.value.text);
      return one && one.form === formOf(entry) ? one.speakers : undefined;
    },
    set(entry, { asks }, speakers) {
      if (known.size > MOST_ENTRIES) return;
      for (const [id, one] of asks) if (one.ask.of !== 'entry') known.asked.set(id, one);
      const key = ownText(entry.writtenKey);
      const values = known.entries.get(key) ?? new Map<string, KnownEntry>();
      known.entries.set(key, values.set(ownText(entry.value.text), { form: formOf(entry), speakers }));
      known.size++;
    },
  };
}

function isAnsweredAlike({ asked }: Known, subject: Subject): boolean {
  for (const { ask, answer } of asked.values()) if (answerTo(ask, subject) !== answer) return false;
  return true;
}
