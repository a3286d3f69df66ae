import fc from 'fast-check';

const SYNTAX = ['\\', '\\', '\n', '\n', '\r', '\r\n', ' ', '\t', '\f', '=', ':', '#', '!', '\\\n', '\\\r\n', '\\\r'];
const ESCAPES = ['\\u0041', '\\u00e9', '\\uD83D\\uDE00', '\\n', '\\t', '\\=', '\\ ', '\\:', '\\#', '\\\\'];
/** Rare, since a document that is refused tells nothing else; `\` before the text `u` makes more of them. */
const MALFORMED = ['\\u00', '\\u', '\\u000g', '\\u004\\\n'];
const TEXT = [
  'a',
  'b',
  'key',
  'acks',
  'u',
  '0',
  'fF',
  'é',
  '\u00a0',
  '\u2028',
  '\u0085',
  '\u000b',
  '\0',
  '😀',
  '\ud83d',
  '\ufeff',
];
const PIECES = [
  'a=1\n',
  'b : 2\r\n',
  '# comment\n',
  '! comment',
  '  \\\n  ',
  '=\\\n\n',
  '\\\n#',
  '\\\n!',
  'a\\\n=',
  '\\u00\\\n41',
  '\\\\\\\n',
];

const fragment = fc.oneof(
  { weight: 25, arbitrary: fc.constantFrom(...SYNTAX) },
  { weight: 10, arbitrary: fc.constantFrom(...ESCAPES) },
  { weight: 20, arbitrary: fc.constantFrom(...TEXT) },
  { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.constantFrom(...MALFORMED) },
);

/** Texts dense with everything that java.util.Properties has rules for. No byte order mark stands first. */
export const nastyDocument: fc.Arbitrary<string> = fc
  .array(fragment, { maxLength: 40, size: 'max' })
  .map((fragments) => fragments.join('').replace(/^\ufeff+/, ''));

/** Like the former, but long enough to cross the buffers that java.util.Properties reads through. */
export const longNastyDocument: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 8150, max: 8200 }), fc.constantFrom('a', '\\\\', '# ', 'k=\\\n'), nastyDocument)
  .map(([length, filler, end]) => filler.repeat(Math.ceil(length / filler.length)).slice(0, length) + end);
