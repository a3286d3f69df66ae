/** What everybody may know of a format without its code: which files it reads, and a cheap look that rules most of them out. */
export interface FileKind {
  /** Names the format; nothing outside its folder may depend on what it says. */
  readonly id: string;
  /** `settings` are lists of keys and values, `code` are programs. */
  readonly family: 'settings' | 'code';
  /** The languages that editors give to such files. */
  readonly languageIds: readonly string[];
  /** Globs of names, such as `*.properties`; one with a fixed ending goes before one that ends in `*`. */
  readonly names: readonly string[];
  /** Files of other programs, whatever language an editor gives them. */
  readonly never?: RegExp;
  /** A text that could be Kafka's matches all patterns of at least one list: no server starts for another one. */
  readonly mentions: readonly (readonly RegExp[])[];
  /** No more of a text is looked at, in UTF-16 units. */
  readonly reach: number;
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** False for a text that cannot be Kafka's. */
export function mentionsKafka({ mentions, reach }: FileKind, text: string): boolean {
  const head = text.length > reach ? text.slice(0, reach) : text;
  return mentions.some((patterns) => patterns.every((pattern) => pattern.test(head)));
}

/** Tells of which kind a file is: by its name, or else by the editor's language. */
export function kindFinder(kinds: readonly FileKind[]): (path: string, languageId?: string) => FileKind | undefined {
  const named = (isOpen: boolean) =>
    kinds.flatMap((kind) =>
      kind.names.filter((glob) => glob.endsWith('*') === isOpen).map((glob) => ({ kind, pattern: nameOf(glob) })),
    );
  const byName = [...named(false), ...named(true)];
  return (path, languageId) => {
    const name = fileNameOf(path);
    const kind =
      byName.find(({ pattern }) => pattern.test(name))?.kind ??
      kinds.find(({ languageIds }) => languageId !== undefined && languageIds.includes(languageId));
    return kind?.never?.test(name) ? undefined : kind;
  };
}

/** Names know `*` and `{a,b}` only. */
function nameOf(glob: string): RegExp {
  const source = glob
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\{([^{}]*)\}/g, (_, list: string) => `(?:${list.replaceAll(',', '|')})`);
  return new RegExp(`^${source}$`, 'i');
}
