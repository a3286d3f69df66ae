interface Origin {
  readonly start: number;
  readonly end: number;
}

/** A word of a line of systemd's: quotes may stand around all of it or a part, and C's escapes hold everywhere. */
export interface UnitWord {
  readonly text: string;
  /** Where each character of the text comes from: its index, and the one behind it. */
  readonly origins: readonly Origin[];
  /** A specifier such as `%i` is filled in. */
  readonly dynamic: boolean;
  readonly start: number;
  readonly end: number;
}

const ESCAPE = /\\(?:([abfnrtvs\\"'])|x([\da-fA-F]{2})|([0-7]{3})|u([\da-fA-F]{4}))/y;
const LETTERS = new Map([
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['s', ' '],
]);

/** The words from the index on; those behind an open quote, which systemd refuses with the line, are left out. */
export function unitWords(line: string, from: number): UnitWord[] {
  const words: UnitWord[] = [];
  for (let at = from; at < line.length; ) {
    if (/\s/.test(line.charAt(at))) {
      at++;
      continue;
    }
    const word = wordAt(line, at);
    if (!word) return words;
    words.push(word);
    at = word.end;
  }
  return words;
}

function wordAt(line: string, start: number): UnitWord | undefined {
  const origins: Origin[] = [];
  let text = '';
  let dynamic = false;
  let quote = '';
  let at = start;
  while (at < line.length) {
    const char = line.charAt(at);
    const escaped = char === '\\' ? escapeAt(line, at) : undefined;
    let taken = 1;
    let piece = char;
    if (escaped) [piece, taken] = escaped;
    else if (quote === '' && /\s/.test(char)) break;
    else if (quote === '' ? char === '"' || char === "'" : char === quote) {
      quote = quote === '' ? char : '';
      piece = '';
    } else if (char === '%') {
      if (line.charAt(at + 1) === '%') taken = 2;
      else dynamic = true;
    }
    for (let unit = 0; unit < piece.length; unit++) origins.push({ start: at, end: at + taken });
    text += piece;
    at += taken;
  }
  return quote === '' ? { text, origins, dynamic, start, end: at } : undefined;
}

/** What an escape stands for, and its length. */
function escapeAt(line: string, at: number): [string, number] | undefined {
  ESCAPE.lastIndex = at;
  const [all, letter, hex, octal, unicode] = ESCAPE.exec(line) ?? [];
  if (all === undefined) return undefined;
  if (letter !== undefined) return [LETTERS.get(letter) ?? letter, all.length];
  const code = hex ?? unicode;
  const number = code === undefined ? Number.parseInt(octal ?? '0', 8) : Number.parseInt(code, 16);
  return [String.fromCharCode(number), all.length];
}
