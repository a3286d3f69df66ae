import type { Comment, ConfigDocument } from '../model/document';
import type { Span } from '../model/span';

export interface Fold {
  readonly span: Span;
  readonly kind: 'region' | 'comment';
}

/** A run of comment lines without a gap. */
interface Block {
  readonly first: Comment;
  readonly last: Comment;
  /** One of its lines is a rule of signs, as around a heading: `#### Logs ####`, `# ------`. */
  readonly isBanner: boolean;
}

/** Three or more signs in a row at the beginning of the comment, or nothing but signs. */
const BANNER = /^[#!]{4,}|^[#!]+[ \t]*[-=*~_+]{3,}/;

/** A line's end with nothing but blanks on the next line. */
const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[ \t\f]*(?=[\r\n])/g;

/**
 * Sections that a comment heads: a banner's go up to the next banner, any other's up to the next blank line. Comments
 * of several lines that head nothing, such as a licence, and values over several lines fold too.
 */
export function folds(document: ConfigDocument): Fold[] {
  const blocks = blocksOf(document);
  const banners = blocks.filter(({ isBanner }) => isBanner);
  const sections = banners.flatMap((banner, index) => {
    const end = trimmedEnd(document.text, banners[index + 1]?.first.span.start ?? document.text.length);
    return fold(document, banner.first.span.start, end, 'region');
  });
  const gaps = Array.from(document.text.matchAll(BLANK_LINE), ({ index }) => index);
  const paragraphs = blocks.filter(({ isBanner }) => !isBanner).flatMap((block) => paragraph(document, block, gaps));
  const values = document.entries.flatMap(({ span }) => fold(document, span.start, span.end, 'region'));
  return [...sections, ...paragraphs, ...values].sort((a, b) => a.span.start - b.span.start);
}

function paragraph(document: ConfigDocument, { first, last }: Block, gaps: readonly number[]): Fold[] {
  const end = firstFrom(gaps, last.span.end) ?? trimmedEnd(document.text, document.text.length);
  const isHeading = trimmedEnd(document.text, end) > last.span.end;
  if (isHeading) return fold(document, first.span.start, end, 'region');
  return fold(document, first.span.start, last.span.end, 'comment');
}

function blocksOf({ text, comments }: ConfigDocument): Block[] {
  const blocks: Block[] = [];
  for (const comment of comments) {
    const isBanner = BANNER.test(text.slice(comment.span.start, comment.span.end).trimStart());
    const before = blocks.at(-1);
    const touches = before && /^(?:\r\n|\r|\n)[ \t\f]*$/.test(text.slice(before.last.span.end, comment.span.start));
    if (touches) blocks[blocks.length - 1] = { ...before, last: comment, isBanner: before.isBanner || isBanner };
    else blocks.push({ first: comment, last: comment, isBanner });
  }
  return blocks;
}

/** Only what covers more than one line can be folded. */
function fold({ text }: ConfigDocument, start: number, end: number, kind: Fold['kind']): Fold[] {
  return /[\r\n]/.test(text.slice(start, end)) ? [{ span: { start, end }, kind }] : [];
}

/** The first of the sorted offsets that is not before `from`. */
function firstFrom(offsets: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return offsets[low];
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && ' \t\f\r\n'.includes(text.charAt(at - 1))) at--;
  return at;
}
