const TAB = 9;
export const LINE_FEED = 10;
const FORM_FEED = 12;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const HASH = 35;
export const COLON = 58;
export const EQUALS = 61;
export const BACKSLASH = 92;
export const BYTE_ORDER_MARK = 0xfeff;

export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** The three characters that java.util.Properties takes for blank; a no-break space is an ordinary one. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === FORM_FEED;
}

export function isSeparator(code: number): boolean {
  return code === EQUALS || code === COLON;
}

/** The offset behind the line end at `at`, which takes CR LF as one. */
export function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** True when the backslash at `at` joins its line with the next one. */
export function isContinuation(text: string, at: number): boolean {
  return text.charCodeAt(at) === BACKSLASH && isLineEnd(text.charCodeAt(at + 1));
}

/** The first character behind the continuation at `at`: the leading blanks of the next line do not count. */
export function afterContinuation(text: string, at: number): number {
  return skipBlanks(text, afterLineEnd(text, at + 1));
}
