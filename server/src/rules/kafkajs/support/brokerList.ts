import type { Entry } from '../../../model/entry';
import type { Span } from '../../../model/span';
import { isFilledIn } from './standIns';

export interface Broker {
  readonly text: string;
  /** The element itself where the list is written out, else the option. */
  readonly span: Span;
}

/** The brokers of a list that are no addresses for the library, each at its own place. */
export function wrongBrokers(entry: Entry, source: string, isAddress: (broker: string) => boolean): readonly Broker[] {
  const all = entry.value.text.split(',');
  const places = elementSpans(entry, source);
  const wrong = all.flatMap((text, index) =>
    isAddress(text) || isFilledIn(text.trim()) ? [] : [{ text: text.trim(), span: places[index] }],
  );
  const isKnown = places.length === all.length;
  const placed = wrong.map(({ text, span }) => ({ text, span: (isKnown && span) || entry.span }));
  // One place has one finding.
  return isKnown ? placed : placed.slice(0, 1);
}

const STRING = /(['"`])((?:(?!\1)[^\\])*)\1/g;

/** Where the strings of an array literal are. */
function elementSpans({ value }: Entry, source: string): readonly Span[] {
  if (!source.startsWith('[')) return [];
  return Array.from(source.matchAll(STRING), ({ index, 0: whole }) => ({
    start: value.span.start + index,
    end: value.span.start + index + whole.length,
  }));
}
