import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export const RULES_FOLDER = fileURLToPath(new URL('../server/src/rules/', import.meta.url));

/** The `<area>/<id>` of every rule, sorted: each has a .ts and a .md file. */
export async function ruleIds() {
  const files = await readdir(RULES_FOLDER, { recursive: true });
  const ids = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^[a-z0-9-]+\/[a-z0-9-]+\.md$/.test(file))
    .map((file) => file.slice(0, -'.md'.length));
  return ids.sort();
}
