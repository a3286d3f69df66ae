import type { Span } from '../../model/span';
import {
  afterContinuation,
  afterLineEnd,
  BACKSLASH,
  BYTE_ORDER_MARK,
  CARRIAGE_RETURN,
  COLON,
  EQUALS,
  EXCLAMATION,
  HASH,
  isBlank,
  isContinuation,
  isLineEnd,
  isSeparator,
  LINE_FEED,
  SPACE,
} from './characters';

/** A logical line with a key, as offsets; escapes are still unresolved. */
export interface RawEntry {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly hasSeparator: boolean;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** Whether key or value hold a backslash. */
  readonly escaped: boolean;
}

export interface Scan {
  readonly entries: readonly RawEntry[];
  /** From the marker to the end of the line. */
  readonly comments: readonly Span[];
}

/** Splits a text into entries and comments as java.util.Properties does. */
export function scan(text: string): Scan {
  const entries: RawEntry[] = [];
  const comments: Span[] = [];
  let at = startOfText(text);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || isLineEnd(code)) {
      at++;
    } else if (code === HASH || code === EXCLAMATION) {
      const end = endOfLine(text, at);
      comments.push({ start: at, end });
      at = end;
    } else if (isContinuation(text, at) && afterLineEnd(text, at + 1) < text.length) {
      // A backslash alone on a line joins nothing with the next one, which may even be a comment.
      at = afterLineEnd(text, at + 1);
    } else if (isContinuation(text, at) && text.charCodeAt(at + 2) === LINE_FEED) {
      at += 3;
    } else {
      const { entry, end } = scanEntry(text, at);
      entries.push(entry);
      at = end;
    }
  }
  return { entries, comments };
}

/** Zero, or one behind a byte order mark. */
export function startOfText(text: string): number {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
}

export function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** Where the logical line ends that holds `from`, an offset that no open backslash precedes. */
export function endOfLogicalLine(text: string, from: number): number {
  return scanValue(text, from).stop;
}

function scanEntry(text: string, start: number): { entry: RawEntry; end: number } {
  const key = scanKey(text, start);
  const separator = scanSeparator(text, key.stop);
  const value = scanValue(text, separator.stop);
  const entry = {
    keyStart: start,
    keyEnd: key.end,
    hasSeparator: separator.found,
    valueStart: separator.found ? separator.stop : key.end,
    valueEnd: separator.found ? value.end : key.end,
    escaped: key.escaped || value.escaped,
  };
  return { entry, end: value.stop };
}

interface Part {
  /** Behind the last character that counts. */
  readonly end: number;
  /** Where the next part begins; a continuation may lie between. */
  readonly stop: number;
  readonly escaped: boolean;
}

function scanKey(text: string, from: number): Part {
  const { length } = text;
  let at = from;
  let end = from;
  let escaped = false;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      escaped = true;
      if (isContinuation(text, at)) at = afterContinuation(text, at);
      else if (at + 1 < length) end = at += 2;
      else at = length;
      continue;
    }
    if (code <= COLON || code === EQUALS) {
      if (isSeparator(code) || isBlank(code) || isLineEnd(code)) break;
    }
    end = ++at;
  }
  return { end, stop: at, escaped };
}

function scanSeparator(text: string, from: number): { stop: number; found: boolean } {
  let at = from;
  let found = false;
  let sign = false;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
      found = true;
    } else if (isSeparator(code) && !sign) {
      at++;
      sign = true;
      found = true;
    } else if (isContinuation(text, at)) {
      at = afterContinuation(text, at);
    } else {
      return { stop: at, found };
    }
  }
}

function scanValue(text: string, from: number): Part {
  const { length } = text;
  let at = from;
  let end = from;
  let escaped = false;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code > SPACE && code !== BACKSLASH) {
      end = ++at;
      continue;
    }
    if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
    if (code !== BACKSLASH) {
      end = ++at;
      continue;
    }
    escaped = true;
    if (isContinuation(text, at)) at = afterContinuation(text, at);
    else if (at + 1 < length) end = at += 2;
    // java.util.Properties drops a backslash at the very end of the text.
    else at = length;
  }
  return { end, stop: at, escaped };
}
