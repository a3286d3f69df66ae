import type { ImportedText } from '../format';
import type { Code, SourceText } from './code';
import type { Node } from './tree';

/** What is followed stands in short files; in UTF-16 units. */
const MAX_LENGTH = 200_000;
/** A file that uses a client needs a few others to say how it is made. */
const MAX_FILES = 40;
/** Trees of imported files, which change less often than the file that is being typed in. */
const KEPT = 60;

/** How a language finds and reads the files of its project. */
interface Reading {
  read(text: string): Node;
  /** The files under a name that a file uses, the likeliest first, as the first file would call them. */
  named(from: string, specifier: string, known: ImportedText, text: string): readonly string[];
  /** False for texts that have nothing to tell; all have where it is absent. */
  tells?(text: string): boolean;
}

type FilesOf = (main: SourceText, imported: ImportedText | undefined) => Code['fileOf'];

/** Finds the files that a file imports, and what those import; each is read when something of it is asked for. */
export function projectFiles(language: Reading): FilesOf {
  const treeOf = keptTrees(language.read);
  return (main, imported) => {
    if (!imported) return () => undefined;
    const names = new Map<SourceText, string>([[main, '']]);
    const files = new Map<string, Node | undefined>();
    const rootNamed = (asked: string): Node | undefined => {
      if (!files.has(asked) && files.size < MAX_FILES) {
        const file = imported(asked);
        const isRead = file && file.text.length < MAX_LENGTH && (language.tells?.(file.text) ?? true);
        const root = isRead ? treeOf(file.text) : undefined;
        files.set(asked, root);
        if (root && file && !names.has(root.source)) names.set(root.source, file.name);
      }
      return files.get(asked);
    };
    return (from, specifier) => {
      const base = names.get(from);
      for (const asked of base === undefined ? [] : language.named(base, specifier, imported, from.text)) {
        const root = rootNamed(asked);
        if (root) return root;
      }
      return undefined;
    };
  };
}

function keptTrees(read: Reading['read']): Reading['read'] {
  const trees = new Map<string, Node>();
  return (text) => {
    const root = trees.get(text) ?? read(text);
    trees.delete(text);
    trees.set(text, root);
    const [oldest] = trees.keys();
    if (trees.size > KEPT && oldest !== undefined) trees.delete(oldest);
    return root;
  };
}
