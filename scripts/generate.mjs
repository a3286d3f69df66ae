import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes generated files, or with `--check` only tells which are stale and fails.
 * `wanted` maps paths below `root` to their contents; `owned` is a folder below `root` where every other file goes.
 * @param {{ root: string, wanted: Map<string, string | Buffer>, owned?: string, command: string }} task
 */
export async function generate({ root, wanted, owned, command }) {
  const stale = [];
  for (const [path, content] of wanted) {
    const present = await readFile(join(root, path)).catch(() => undefined);
    if (!present?.equals(Buffer.from(content))) stale.push(path);
  }
  const superfluous = owned ? await otherFiles(root, owned, wanted) : [];
  if (process.argv.includes('--check')) {
    for (const path of [...stale, ...superfluous]) console.error(`${path} is stale: run \`${command}\`.`);
    if (stale.length + superfluous.length > 0) process.exitCode = 1;
    return;
  }
  for (const path of stale) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), wanted.get(path));
  }
  for (const path of superfluous) await rm(join(root, path));
}

async function otherFiles(root, owned, wanted) {
  const entries = await readdir(join(root, owned), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .filter((path) => !wanted.has(path));
}
