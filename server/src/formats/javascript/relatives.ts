/** Beyond it a file is an index of others rather than a user of clients. */
const MAX_IMPORTS = 60;
const SPECIFIER = /(?:\bfrom\s*|\b(?:require|import)\(\s*)(['"])([^'"\s]{1,200})\1/g;

/** The names under which a text imports others, packages included. */
export function specifiersIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, , specifier = ''] of text.matchAll(SPECIFIER)) found.add(specifier);
  return [...found].slice(0, MAX_IMPORTS);
}

const ENDINGS = ['.ts', '.js', '.mts', '.mjs', '.cjs', '.tsx', '.jsx', '/index.ts', '/index.js'];

/** The names that the imported file may have, the likeliest first: TypeScript writes `.js` for a `.ts` file. */
export function candidatesFor(specifier: string): readonly string[] {
  const known = /^(.*)\.([cm]?)(?:js|ts)x?$/.exec(specifier);
  if (known) return [`${known[1]}.${known[2]}ts`, specifier];
  if (/(?:^|\/)tsconfig\.json$/.test(specifier))
    return [specifier, specifier.replace(/tsconfig\.json$/, 'jsconfig.json')];
  if (/(?:^|\/)tsconfig[\w.-]*\.json$/.test(specifier)) return [specifier];
  if (/\.(?:json|vue|svelte|css)$/.test(specifier)) return [];
  const isFolder = /(?:^|\/)\.{0,2}$/.test(specifier);
  return (isFolder ? ENDINGS.slice(-2) : ENDINGS).map((ending) => specifier.replace(/\/$/, '') + ending);
}
