/** A half-open range of UTF-16 offsets into a document's text: `start` is included, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** True when `offset` lies in the span or at its very end, where an editor's caret still belongs to it. */
export function touches(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}

/** True when the two spans share at least one position; spans that only meet at an end count. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** True when the inner span lies wholly in the outer one. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The place of what stands in another file, where nothing can be marked or changed. */
export const NOWHERE: Span = { start: -1, end: -1 };
