import type { Entry } from '../model/entry';
import { ownText } from '../model/ownText';
import { type Answer, type Ask, answerTo, contentOf, type Subject } from './asks';
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
    has: (entry) => known.entries.get(entry.writtenKey)?.get(entry.value.text) === restOf(entry),
    add(entry, { asks }) {
      for (const [id, one] of asks) if (one.ask.of !== 'entry') known.asked.set(id, one);
      const key = ownText(entry.writtenKey);
      const values = known.entries.get(key) ?? new Map<string, number | string>();
      known.entries.set(key, values.set(ownText(entry.value.text), restOf(entry)));
      known.size++;
    },
  };
}

function isAnsweredAlike({ asked }: Known, subject: Subject): boolean {
  for (const { ask, answer } of asked.values()) if (answerTo(ask, subject) !== answer) return false;
  return true;
}

const KINDS = ['literal', 'dynamic', 'absent'] as const;

/** All of an entry but key and value, as one number where it is nothing out of the way: there are thousands of them. */
function restOf(entry: Entry): number | string {
  const { key, keySpan, value, span, elsewhere, shared, overriddenBy } = entry;
  const { start } = span;
  const isPlain = keySpan.start === start && span.end === value.span.end && !elsewhere && !shared && !overriddenBy;
  if (!isPlain || ('form' in value && value.form) || ('written' in value && value.written) || 'fallback' in value)
    return contentOf(entry) ?? '';
  const lengths = [KINDS.indexOf(value.kind), key.length, keySpan.end - start, value.span.start - start];
  let rest = value.span.end - start;
  for (const length of lengths) {
    if (length >= BASE) return contentOf(entry) ?? '';
    rest = rest * BASE + length;
  }
  return Number.isSafeInteger(rest) ? rest : (contentOf(entry) ?? '');
}

const BASE = 1024;
