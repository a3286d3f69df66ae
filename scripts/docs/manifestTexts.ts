/** What VS Code shows of a node of the manifest. */
const SHOWN = new Set(['title', 'description', 'markdownDescription', 'patternErrorMessage']);
const LISTED = new Set(['enumDescriptions', 'markdownEnumDescriptions']);
/** What a schema only nests by, which no name needs. */
const NESTING = new Set(['properties', 'items', 'anyOf']);

export interface Localized {
  readonly manifest: object;
  readonly texts: ReadonlyMap<string, string>;
}

/** Keys of package.nls.json in place of the texts of a part of the manifest, each named after where it stands. */
export function localized(part: object, prefix: string): Localized {
  const texts = new Map<string, string>();
  const keyFor = (path: readonly string[], text: string): string => {
    const key = path.filter((name) => !NESTING.has(name)).join('.');
    if (texts.has(key)) throw new Error(`Two texts of package.json have the key ${key}.`);
    texts.set(key, text);
    return `%${key}%`;
  };
  const walk = (node: unknown, path: readonly string[]): unknown => {
    const name = path.at(-1) ?? '';
    if (typeof node === 'string') return SHOWN.has(name) ? keyFor(path, node) : node;
    if (Array.isArray(node)) {
      return LISTED.has(name)
        ? node.map((text, index) => keyFor([...path, String(index)], text))
        : node.map((one) => walk(one, path));
    }
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value, [...path, key])]));
  };
  return { manifest: walk(part, [prefix]) as object, texts };
}
