/** What everybody may know of a format without its code: which files it reads, and a cheap look that rules most of them out. */
export interface FileKind {
  /** Names the format; nothing outside its folder may depend on what it says. */
  readonly id: string;
  /** `settings` are lists of keys and values, `code` are programs. */
  readonly family: 'settings' | 'code';
  /** The languages that editors give to such files. */
  readonly languageIds: readonly string[];
  /**
   * Globs of names, such as `*.properties`, or with the folder that they are in: `sysctl.d/*.conf`. One with a fixed
   * ending goes before one that ends in `*`, and of those the one that says more of the name.
   */
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
  const byName = kinds
    .flatMap((kind) => kind.names.map((glob) => ({ kind, glob, pattern: nameOf(glob) })))
    .sort((a, b) => Number(a.glob.endsWith('*')) - Number(b.glob.endsWith('*')) || saidBy(b.glob) - saidBy(a.glob));
  return (path, languageId) => {
    const name = fileNameOf(path);
    const kind =
      byName.find(({ pattern }) => pattern.test(path))?.kind ??
      kinds.find(({ languageIds }) => languageId !== undefined && languageIds.includes(languageId));
    return kind?.never?.test(name) ? undefined : kind;
  };
}

/** How much of a name the glob says. */
function saidBy(glob: string): number {
  return glob.replace(/\{[^{}]*\}|\*/g, '').length;
}

/** Globs know `*`, which is no sign between folders, and `{a,b}` only. */
function nameOf(glob: string): RegExp {
  const source = glob
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replaceAll('/', '[/\\\\]')
    .replaceAll('*', '[^/\\\\]*')
    .replace(/\{([^{}]*)\}/g, (_, list: string) => `(?:${list.replaceAll(',', '|')})`);
  return new RegExp(`(?:^|[/\\\\])${source}$`, 'i');
}
