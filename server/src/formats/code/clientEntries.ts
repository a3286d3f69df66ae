import type { Entry, Value } from '../../model/entry';
import type { Span } from '../../model/span';
import { textOf } from './code';
import { settledValue } from './evaluate';
import type { Program } from './idioms';
import { type Given, named, placed, type Settings } from './settings';
import type { Node } from './tree';

/** How a client's options are called, and what their values say in Kafka's own words. */
export interface Naming {
  /** The option's name in the library; undefined where it cannot be read. */
  nameOf(program: Program, given: Given): string | undefined;
  canonical(name: string): string;
  /** Undefined where the value is what it looks like, and `unknown` where it is not. */
  said?(program: Program, key: string, value: Node): Said | 'unknown' | undefined;
}

/** A value in Kafka's words. */
export type Said = Pick<Extract<Value, { kind: 'literal' }>, 'text' | 'form'>;

type MutableEntry = { -readonly [Property in keyof Entry]: Entry[Property] };

/** The entries of a client's options, and whether nothing else can be among them. */
export function clientEntries(
  program: Program,
  settings: Settings,
  naming: Naming,
  at: Span,
): { readonly entries: readonly Entry[]; readonly complete: boolean } {
  const { all, complete } = named(settings, (one) => naming.nameOf(program, one));
  const entries = all.map((one) => placed(program, one.key, at, entryOf(program, one.name, one, naming)));
  return { entries: withWinners(entries), complete };
}

function entryOf(
  program: Program,
  name: string,
  { key, value, whole, conditional }: Given,
  naming: Naming,
): MutableEntry {
  const canonical = naming.canonical(name);
  const span = { start: value.start, end: value.end };
  const said = naming.said?.(program, canonical, value);
  const written = value.source.text.slice(value.start, value.end);
  const settled: Value =
    said === 'unknown'
      ? { kind: 'dynamic', text: written, span }
      : said
        ? { kind: 'literal', span, ...said, written }
        : { ...asWritten(program, value), span };
  return {
    key: canonical,
    writtenKey: name,
    keySpan: { start: key.start, end: key.end },
    value: settled.kind === 'literal' && conditional ? { ...settled, fallback: true } : settled,
    span: { start: whole.start, end: whole.end },
  };
}

/** What is given later wins. */
function withWinners(entries: readonly MutableEntry[]): readonly Entry[] {
  const winners = new Map(entries.map((entry) => [entry.writtenKey, entry]));
  for (const entry of entries) {
    const winner = winners.get(entry.writtenKey);
    if (winner && winner !== entry) entry.overriddenBy = winner;
  }
  return entries;
}

function asWritten(program: Program, node: Node): Value {
  const settled = settledValue(program, node);
  // Python writes truth values with capital letters.
  return settled.kind === 'literal' && settled.form === 'boolean' ? { ...settled, written: textOf(node) } : settled;
}
