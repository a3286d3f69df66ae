import type { Fix } from '../../../model/finding';
import type { Span } from '../../../model/span';

/** A fix that inserts source text at one place, which changes what the code does. */
export function insertFix(title: string, offset: number, newText: string): Fix {
  return { title, safe: false, edits: [{ kind: 'text', span: { start: offset, end: offset }, newText }] };
}

/** A fix that replaces source text. */
export function replaceFix(title: string, span: Span, newText: string, safe = false): Fix {
  return { title, safe, edits: [{ kind: 'text', span, newText }] };
}
