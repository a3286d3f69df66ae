import { Composer, type Document, type ParsedNode, Parser } from 'yaml';
import type { Span } from '../../model/span';
import { locate } from './locate';
import type { YamlNode } from './nodes';

/** One of the documents that `---` separates. */
export interface YamlPart {
  readonly root: YamlNode | undefined;
  readonly span: Span;
  /** Neither as it stands nor without a few bad lines is it YAML, or a template makes it: absence tells nothing. */
  readonly uncertain: boolean;
  /** The text that has been read, of the same length: without a template's lines. */
  readonly masked: string;
  /** Scalars of several lines, in which a `#` begins no comment. */
  readonly multiline: readonly Span[];
}

/** The longest text that is read, in UTF-16 units: parsing takes a quarter of a second a million. */
export const MAX_YAML_LENGTH = 1024 * 1024;

/** How often a line that is no YAML is left out, such as the one that is being typed. */
const MAX_REPAIRS = 3;

const OPTIONS = {
  // Finding duplicates takes the parser quadratic time.
  uniqueKeys: false,
  prettyErrors: false,
  keepSourceTokens: false,
  // Programs differ in what `010` and `yes` are, so every scalar stays text here.
  schema: 'failsafe',
  version: '1.2',
} as const;

/** Reads all documents of a text. Never throws: what cannot be read is left out. */
export function readYaml(text: string): YamlPart[] {
  return partsOf(text).map((span) => readPart(text, span));
}

/** A line of three hyphens ends a document even within a block scalar, so that documents can be read one by one. */
function partsOf(text: string): Span[] {
  const starts = [0, ...Array.from(text.matchAll(/^---(?=[ \t\r\n]|$)/gm), ({ index }) => index)];
  return starts
    .map((start, index) => ({ start, end: starts[index + 1] ?? text.length }))
    .filter(({ start, end }) => end > start);
}

function readPart(text: string, span: Span): YamlPart {
  const written = text.slice(span.start, span.end);
  const masked = maskTemplates(written);
  const { document, repaired } = compose(masked);
  const multiline: Span[] = [];
  const root = document?.contents ? locate(document.contents, span.start, multiline) : undefined;
  return { root, span, masked, uncertain: repaired || masked !== written, multiline };
}

interface Composed {
  readonly document: Document.Parsed<ParsedNode> | undefined;
  readonly repaired: boolean;
}

/** The parts of open documents that did not change since they were last read. */
const cache = new Map<string, Composed>();
const MAX_CACHED = 64;

function compose(text: string): Composed {
  const known = cache.get(text);
  const composed = known ?? composeRepaired(text);
  cache.delete(text);
  cache.set(text, composed);
  const [oldest] = cache.keys();
  if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
  return composed;
}

/** Leaves out the line of the first error, a few times over: a half-typed line would damage its neighbours. */
function composeRepaired(text: string): Composed {
  let current = text;
  let document = composeOnce(current);
  for (let repairs = 0; repairs < MAX_REPAIRS; repairs++) {
    const error = document?.errors[0];
    if (!error) return { document, repaired: repairs > 0 };
    const blanked = blankLine(current, error.pos[0]);
    if (blanked === current) break;
    current = blanked;
    document = composeOnce(current);
  }
  return { document, repaired: true };
}

function composeOnce(text: string): Document.Parsed<ParsedNode> | undefined {
  try {
    const [document] = new Composer(OPTIONS).compose(new Parser().parse(text), true, text.length);
    return document;
  } catch {
    // Nesting as deep as nobody writes it.
    return undefined;
  }
}

function blankLine(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at);
  const end = next === -1 ? text.length : next;
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r]/g, ' ') + text.slice(end);
}

/**
 * Helm, Jinja: lines that are only the template's become empty ones, and what it fills in becomes a word, both of the
 * same length, so that the plain lines can be read in their places. Blanks would be of a block's indentation.
 */
function maskTemplates(text: string): string {
  if (!/\{[{%#]/.test(text)) return text;
  return text
    .replace(/^[ \t]*(?:\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|\{#[^#\n]*#\})[ \t]*$/gm, (line) => '\n'.repeat(line.length))
    .replace(/\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}/g, (action) => 'x'.repeat(action.length));
}
