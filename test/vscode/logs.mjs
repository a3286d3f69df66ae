// What VS Code left behind on the disk after a run: logs in which nothing may have gone unhandled, and no secret anywhere.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As VS Code's extension host and Node say it. */
const UNHANDLED = /rejected promise not handled|unhandled ?rejection|uncaught ?exception/i;

/**
 * Complaints about the logs and settings below the folder, one a line; secrets themselves are not repeated.
 * @param {string} folder
 * @param {readonly string[]} secrets
 */
export async function faultsBelow(folder, secrets) {
  const files = (await readdir(folder, { recursive: true })).filter((path) => /\.log$|settings\.json$/.test(path));
  if (!files.some((path) => path.endsWith('exthost.log')))
    return [`There is no log of an extension host in ${folder}.`];
  const faults = await Promise.all(
    files.map(async (path) => faultsOf(path, await readFile(join(folder, path), 'utf8'), secrets)),
  );
  return faults.flat();
}

/** Complaints about one text. */
export function faultsOf(name, text, secrets) {
  return text.split('\n').flatMap((line, index) => {
    if (secrets.some((secret) => line.includes(secret))) return [`${name}:${index + 1} holds a secret.`];
    return UNHANDLED.test(line) ? [`${name}:${index + 1} ${line}`] : [];
  });
}
