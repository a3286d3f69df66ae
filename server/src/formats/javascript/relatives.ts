/** Beyond it a file is an index of others rather than a user of constants. */
const MAX_IMPORTS = 30;
const SPECIFIER = /(?:\bfrom\s*|\brequire\(\s*)(['"])(\.{1,2}\/[^'"\n]+)\1/g;

/** The files of the project that a text imports, as it names them: `./settings`. */
export function relativeImports(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, , specifier = ''] of text.matchAll(SPECIFIER)) found.add(specifier);
  return [...found].slice(0, MAX_IMPORTS);
}

const ENDINGS = ['.ts', '.js', '.mts', '.mjs', '.cjs', '.tsx', '/index.ts', '/index.js'];

/** The names that the imported file may have, the likeliest first: TypeScript writes `.js` for a `.ts` file. */
export function candidatesFor(specifier: string): readonly string[] {
  const known = /^(.*)\.([cm]?)(?:js|ts)x?$/.exec(specifier);
  if (known) return [`${known[1]}.${known[2]}ts`, specifier];
  return /\.(?:json|vue|svelte|css)$/.test(specifier) ? [] : ENDINGS.map((ending) => specifier + ending);
}
