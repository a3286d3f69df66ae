import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isIgnored, type Layer, layersAbove, layersOf, NEVER_ENTERED } from './ignoreFiles';

/** The files below a folder that no ignore file covers, folder by folder in the order of their names. */
export async function* filesBelow(folder: string): AsyncGenerator<string> {
  yield* walk(folder, layersAbove(folder));
}

async function* walk(folder: string, above: readonly Layer[]): AsyncGenerator<string> {
  const children = await childrenOf(folder);
  const layers = [...above, ...layersOf(folder, children)];
  for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, child.name);
    if (child.isDirectory()) {
      if (!NEVER_ENTERED.has(child.name) && !isIgnored(`${path}${sep}`, layers)) yield* walk(path, layers);
    } else if (child.isFile() && !isIgnored(path, layers)) {
      yield path;
    }
  }
}

/** A folder that cannot be read has nothing for us. */
async function childrenOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
