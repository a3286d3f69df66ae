import { keptIn, type Reader } from '../catalogue/reader';
import type { ConfigDocument } from '../model/document';
import type { Scope } from '../model/scope';
import { type Answer, type Ask, answerTo, type Subject, TOO_MUCH, wordOf } from './asks';

/** What was asked while a rule ran, in the order of the first time, with the answers. */
export interface Seen {
  readonly asks: Map<string, { readonly ask: Ask; readonly answer: Answer }>;
  /** Something was looked at that is not compared. */
  tooMuch: boolean;
}

/** A rule about single entries looks at the entry in any case. */
export function nothingSeen(subject?: Subject): Seen {
  const ask: Ask = { of: 'entry', name: '' };
  const asks: Seen['asks'] = new Map(subject?.entry && [['entry', { ask, answer: answerTo(ask, subject) }]]);
  return { asks, tooMuch: false };
}

interface Computed<T> {
  readonly value: T;
  readonly seen: Seen;
}

/** What was computed of each reader for several rules, with what it depends on. */
const shared = new WeakMap<Reader, Map<unknown, Map<unknown, unknown>>>();

/**
 * A reader and a document that note what a rule asks of them. They are for one run each, so that nothing which a rule
 * keeps of them can hide from a later run what it depends on; what rules share goes through `once`, which tells it.
 */
export function observed(subject: Subject, seen: Seen): { reader: Reader; document: ConfigDocument } {
  const { reader, document } = subject;
  let current = seen;
  const note = (ask: Ask): void => {
    const id = `${ask.of} ${ask.name}`;
    if (current.asks.has(id)) return;
    const answer = answerTo(ask, subject);
    current.asks.set(id, { ask, answer });
    if (answer === TOO_MUCH) current.tooMuch = true;
  };
  const asking =
    <T>(answer: (key: string) => T) =>
    (key: string): T => {
      note({ of: 'key', name: key });
      return answer(key);
    };
  const observing: Reader = {
    scope: observedScope(reader.scope, '', note),
    version: reader.version,
    atLeast: reader.atLeast,
    entry: asking(reader.entry),
    has: asking(reader.has),
    reading: asking(reader.reading),
    number: asking(reader.number),
    string: asking(reader.string),
    boolean: asking(reader.boolean),
    list: asking(reader.list),
    setNumber: asking(reader.setNumber),
    setString: asking(reader.setString),
    setBoolean: asking(reader.setBoolean),
    setList: asking(reader.setList),
    first() {
      note({ of: 'first', name: '' });
      return reader.first();
    },
    once(compute, about) {
      const outer = current;
      const known = shared.get(reader) ?? new Map<unknown, Map<unknown, unknown>>();
      shared.set(reader, known);
      const { value, seen: inner } = keptIn(known, compute, about, (): Computed<ReturnType<typeof compute>> => {
        current = nothingSeen();
        try {
          return { value: compute(observing, about), seen: current };
        } finally {
          current = outer;
        }
      });
      if (about === undefined && wordOf(value) !== TOO_MUCH) {
        note({ of: 'once', name: nameOf(compute), compute: compute as Extract<Ask, { of: 'once' }>['compute'] });
        return value;
      }
      for (const [id, one] of inner.asks) if (!outer.asks.has(id)) outer.asks.set(id, one);
      outer.tooMuch ||= inner.tooMuch;
      return value;
    },
  };
  return { reader: observing, document: noting(document, (name) => note({ of: 'document', name })) };
}

const names = new WeakMap<object, string>();
let named = 0;

function nameOf(compute: object): string {
  const name = names.get(compute) ?? `${++named}`;
  names.set(compute, name);
  return name;
}

function observedScope(scope: Scope, owner: '' | 'parent', note: (ask: Ask) => void): Scope {
  const of = owner === '' ? 'scope' : 'parent';
  return new Proxy(scope, {
    get(target, name) {
      if (typeof name === 'symbol') return Reflect.get(target, name);
      if (name === 'written') {
        return (key: string) => {
          note({ of: owner === '' ? 'written' : 'parent written', name: key });
          return target.written(key);
        };
      }
      note({ of, name });
      const isParent = name === 'parent' && owner === '' && target.parent;
      return isParent ? observedScope(target.parent, 'parent', note) : Reflect.get(target, name);
    },
    has(target, name) {
      if (typeof name === 'string') note({ of, name });
      return Reflect.has(target, name);
    },
  });
}

function noting<T extends object>(object: T, note: (name: string) => void): T {
  return new Proxy(object, {
    get(target, name) {
      if (typeof name === 'string') note(name);
      return Reflect.get(target, name);
    },
  });
}
