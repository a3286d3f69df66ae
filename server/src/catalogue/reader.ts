import type { Entry } from '../model/entry';
import type { Scope } from '../model/scope';
import { isAtLeast, type KafkaVersion } from '../model/version';
import { settingAt } from './catalogue';
import { parseValue, type TypedResult } from './typed';

/** What a scope says about a key, read through the catalogue. */
export type Reading =
  | { readonly kind: 'set'; readonly entry: Entry; readonly value: TypedResult }
  /** Not in the file, so Kafka's default of the target version holds. */
  | { readonly kind: 'default'; readonly value: TypedResult }
  | { readonly kind: 'invalid'; readonly entry: Entry }
  /** A placeholder, a key that the target version does not have, or an absent key of a fragment. */
  | { readonly kind: 'unknown'; readonly entry?: Entry };

export interface Explicit<T> {
  readonly entry: Entry;
  readonly value: T;
}

/**
 * A scope as rules read it. `number`, `string`, `boolean` and `list` give the value in force (the file's, else the
 * default where the scope is complete) and undefined when it is unknown or invalid, so that a rule which compares
 * them stays silent about what nobody can know. The `set…` variants look at what is written only.
 */
export interface Reader {
  readonly scope: Scope;
  readonly version: KafkaVersion;
  atLeast(version: KafkaVersion): boolean;
  /** The entry that wins, whatever its value. */
  entry(key: string): Entry | undefined;
  has(key: string): boolean;
  /** Where to speak about what is absent: the first entry, and rather one that is the scope's alone. */
  first(): Entry | undefined;
  /** What is computed of a scope, or of something in it, once for all rules that ask. */
  once<About extends object | undefined, T>(compute: (reader: Reader, about: About) => T, about: About): T;
  reading(key: string): Reading;
  number(key: string): number | undefined;
  string(key: string): string | undefined;
  boolean(key: string): boolean | undefined;
  list(key: string): readonly string[] | undefined;
  setNumber(key: string): Explicit<number> | undefined;
  setString(key: string): Explicit<string> | undefined;
  setBoolean(key: string): Explicit<boolean> | undefined;
  setList(key: string): Explicit<readonly string[]> | undefined;
}

const readers = new WeakMap<Scope, Reader>();

/** One reader a scope, so that rules share what has been read. */
export function readerOf(scope: Scope): Reader {
  const known = readers.get(scope);
  if (known) return known;
  const reader = makeReader(scope);
  readers.set(scope, reader);
  return reader;
}

const isNumber = (value: TypedResult): value is number => typeof value === 'number';
const isString = (value: TypedResult): value is string => typeof value === 'string';
const isBoolean = (value: TypedResult): value is boolean => typeof value === 'boolean';
const isList = (value: TypedResult): value is readonly string[] => Array.isArray(value);

function makeReader(scope: Scope): Reader {
  const { version } = scope.target;
  const winners = new Map(scope.entries.filter((entry) => !entry.overriddenBy).map((entry) => [entry.key, entry]));
  const readings = new Map<string, Reading>();
  const computed = new Map<unknown, Map<unknown, unknown>>();
  const reading = (key: string): Reading => {
    const known = readings.get(key) ?? read(scope, key, winners.get(key));
    readings.set(key, known);
    return known;
  };
  const effective = <T extends TypedResult>(key: string, is: (value: TypedResult) => value is T): T | undefined => {
    const found = reading(key);
    return (found.kind === 'set' || found.kind === 'default') && is(found.value) ? found.value : undefined;
  };
  const explicit = <T extends TypedResult>(
    key: string,
    is: (value: TypedResult) => value is T,
  ): Explicit<T> | undefined => {
    const found = reading(key);
    return found.kind === 'set' && is(found.value) ? { entry: found.entry, value: found.value } : undefined;
  };
  const reader: Reader = {
    scope,
    version,
    atLeast: (bound) => isAtLeast(version, bound),
    entry: (key) => winners.get(key),
    has: (key) => winners.has(key),
    first: () => scope.entries.find(({ shared }) => !shared) ?? scope.entries[0],
    once: (compute, about) => keptIn(computed, compute, about, () => compute(reader, about)),
    reading,
    number: (key) => effective(key, isNumber),
    string: (key) => effective(key, isString),
    boolean: (key) => effective(key, isBoolean),
    list: (key) => effective(key, isList),
    setNumber: (key) => explicit(key, isNumber),
    setString: (key) => explicit(key, isString),
    setBoolean: (key) => explicit(key, isBoolean),
    setList: (key) => explicit(key, isList),
  };
  return reader;
}

/** Several questions, each about several things: what was answered before, or what is answered now. */
export function keptIn<T>(
  answers: Map<unknown, Map<unknown, unknown>>,
  question: unknown,
  about: unknown,
  answer: () => T,
): T {
  const known = answers.get(question) ?? new Map<unknown, unknown>();
  answers.set(question, known);
  // What stands under a question is what that question has given, which the type of the map cannot say.
  if (known.has(about)) return known.get(about) as T;
  const given = answer();
  known.set(about, given);
  return given;
}

function read(scope: Scope, key: string, entry: Entry | undefined): Reading {
  const setting = settingAt(scope.role, key, scope.target.version);
  if (!entry) {
    // Other libraries have defaults of their own.
    const kafkas = scope.client === 'java' ? setting?.default : undefined;
    const fallback = scope.completeness === 'complete' ? defaultOf(scope, key, kafkas) : undefined;
    if (!setting || fallback === undefined || fallback === null) return { kind: 'unknown' };
    const typed = parseValue(setting, fallback);
    return typed.kind === 'ok' ? { kind: 'default', value: typed.value } : { kind: 'unknown' };
  }
  if (!setting || entry.value.kind === 'dynamic') return { kind: 'unknown', entry };
  const typed = parseValue(setting, entry.value.text);
  if (typed.kind === 'ok') return { kind: 'set', entry, value: typed.value };
  const meant = parseValue(setting, withoutComment(entry.value.text));
  return meant.kind === 'ok' ? { kind: 'set', entry, value: meant.value } : { kind: 'invalid', entry };
}

function defaultOf({ defaults }: Scope, key: string, kafkas: string | null | undefined): string | null | undefined {
  return defaults?.has(key) ? defaults.get(key) : kafkas;
}

/**
 * A comment behind a value makes Kafka refuse it, which is a finding of its own. The other rules judge what was
 * meant, so that the author hears everything at once.
 */
function withoutComment(text: string): string {
  return /^(\S+)\s+[#!]/.exec(text.trim())?.[1] ?? text;
}
