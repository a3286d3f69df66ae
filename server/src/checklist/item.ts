import type { Reader } from '../catalogue/reader';
import type { ConfigDocument } from '../model/document';
import type { Span } from '../model/span';

export const SECTIONS = ['producers', 'consumers', 'brokers', 'hosts', 'monitoring'] as const;
export type Section = (typeof SECTIONS)[number];

/** What shows that something is as it should be, or what nobody can tell. */
export interface Shown {
  /** Absent where it is the scope as a whole. */
  readonly span?: Span;
  /** Without a final stop: `linger.ms is 20`. */
  readonly says: string;
}

/** One line of the checklist. */
export interface ChecklistItem {
  /** Kebab-case, and never changed: others keep it. */
  readonly id: string;
  readonly section: Section;
  /** What is to be done, in the imperative. */
  readonly title: string;
  /** Why, with what a usual guide gets wrong. */
  readonly why: string;
  /** Rules whose findings mean that it is not so. */
  readonly rules: readonly string[];
  /** Whether the scope is of the kind that the line is about. */
  concerns(reader: Reader): boolean;
  /** What in the scope shows that it is so; undefined where nothing does. */
  shown(reader: Reader, document: ConfigDocument): Shown | undefined;
  /** One place that shows it suffices, whatever others leave open. */
  readonly once?: true;
  /** Of a scope that it concerns: why there is nothing to do; undefined where there is. */
  needless?(reader: Reader): string | undefined;
  /** What to say where nothing is of that kind. */
  readonly absent: string;
}

/** The value of a key, where it is known and good: what the file says, else the default. */
export function shownNumber(reader: Reader, key: string, isGood: (value: number) => boolean): Shown | undefined {
  const value = reader.number(key);
  return value !== undefined && isGood(value) ? shownValue(reader, key, value) : undefined;
}

export function shownText(reader: Reader, key: string, isGood: (value: string) => boolean): Shown | undefined {
  const value = reader.string(key);
  return value !== undefined && isGood(value) ? shownValue(reader, key, value) : undefined;
}

function shownValue(reader: Reader, key: string, value: number | string): Shown {
  const entry = reader.entry(key);
  return entry
    ? { span: entry.span, says: `${entry.writtenKey} is ${value}` }
    : { says: `${reader.scope.written(key) || key} is ${value} by default` };
}

/** All of the parts, or nothing. */
export function together(...parts: readonly (Shown | undefined)[]): Shown | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  const span = known.find((part) => part.span)?.span;
  return { ...(span && { span }), says: known.map(({ says }) => says).join(', ') };
}
