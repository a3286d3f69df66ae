import type { Code, SourceText } from '../code/code';
import type { Node } from '../code/tree';
import type { ImportedText } from '../format';
import { readFile } from './declarations';
import { filesNamed } from './wanted';

/** What is followed stands in short files; in UTF-16 units. */
const MAX_LENGTH = 200_000;
/** A file that uses a client needs a few others to say how it is made. */
const MAX_FILES = 40;

/** Trees of imported files, which change less often than the file that is being typed in. */
const KEPT = 60;
const trees = new Map<string, Node>();

/** Finds the files that a file imports, and what those import; each is read when something of it is asked for. */
export function filesOf(main: SourceText, imported: ImportedText | undefined): Code['fileOf'] {
  if (!imported) return () => undefined;
  const names = new Map<SourceText, string>([[main, '']]);
  const files = new Map<string, Node | undefined>();
  const rootOf = (asked: string): Node | undefined => {
    if (!files.has(asked) && files.size < MAX_FILES) {
      const file = imported(asked);
      const root = file && file.text.length < MAX_LENGTH ? treeOf(file.text) : undefined;
      files.set(asked, root);
      if (root && file && !names.has(root.source)) names.set(root.source, file.name);
    }
    return files.get(asked);
  };
  return (from, specifier) => {
    const base = names.get(from);
    for (const asked of base === undefined ? [] : filesNamed(base, specifier, imported)) {
      const root = rootOf(asked);
      if (root) return root;
    }
    return undefined;
  };
}

function treeOf(text: string): Node {
  const root = trees.get(text) ?? readFile(text, 'ts');
  trees.delete(text);
  trees.set(text, root);
  const [oldest] = trees.keys();
  if (trees.size > KEPT && oldest !== undefined) trees.delete(oldest);
  return root;
}
