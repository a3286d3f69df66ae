import type { Span } from '../../model/span';
import type { LogicalLine } from '../assignments/logicalLine';

export interface ShellWord {
  readonly text: string;
  readonly dynamic: boolean;
  readonly fallback: boolean;
  /** Index of the first character, and of the one behind the last. */
  readonly start: number;
  readonly end: number;
}

const VARIABLE = /\$(?:\{(\w+)(?:(:?)([-+?#%/])([^{}]*))?\}|(\w+))/y;

/** Where the word that begins at the index ends: at a blank that is neither quoted nor escaped. */
export function endOfWord(text: string, start: number, sign: string): number {
  let quote = '';
  let at = start;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === sign && quote !== "'" && at + 1 < text.length) at++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (/\s/.test(char)) break;
  }
  return Math.min(at, text.length);
}

/** What the builder makes of a stretch of an instruction: quotes and escapes go, variables are filled in. */
export function resolve(text: string, start: number, end: number, sign: string): ShellWord {
  let result = '';
  let dynamic = false;
  let fallback = false;
  let quote = '';
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (quote === "'") {
      if (char === "'") quote = '';
      else result += char;
    } else if (char === sign) {
      // At the very end it escapes nothing, and is gone.
      if (at + 1 >= end) continue;
      // Within quotes only these are escaped.
      result += quote === '"' && !['"', '$', sign].includes(next) ? char + next : next;
      at++;
    } else if (char === '"' || (char === "'" && quote === '')) quote = quote === char ? '' : char;
    else if (char === '$') {
      VARIABLE.lastIndex = at;
      const [all, , , operator, word = ''] = VARIABLE.exec(text) ?? [];
      if (operator === '-' && !/[$"'\\]/.test(word)) {
        result += word;
        fallback = true;
      } else dynamic = true;
      at += Math.max(0, (all?.length ?? 1) - 1);
    } else result += char;
  }
  return { text: result, dynamic, fallback, start, end };
}

/** Where a stretch of the joined line stands in the file. */
export function spanOf({ offsetOf }: LogicalLine, start: number, end: number): Span {
  const from = offsetOf(start);
  return { start: from, end: end > start ? offsetOf(end - 1) + 1 : from };
}
