// What VS Code left behind on the disk after a run: logs in which nothing may have gone unhandled, and no secret anywhere.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './host/paths.mjs';

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

/** Complaints about one text, in which every entry starts with a time. */
function faultsOf(name, text, secrets) {
  const leaks = secrets.some((secret) => text.includes(secret)) ? [`${name} holds a secret.`] : [];
  const entries = text.split(/^(?=\d{4}-\d\d-\d\d )/m);
  const unhandled = entries.filter(
    (entry, index) => UNHANDLED.test(entry) && !isForeign(entry + (entries[index + 1] ?? '')),
  );
  return [...leaks, ...unhandled.map((entry) => `${name}: ${entry}`)];
}

/** VS Code's own extensions have such errors too; the stack says whose it is, in the next entry of an extension host's log. */
function isForeign(report) {
  return /[\\/]extensions[\\/]/.test(report) && !report.includes(join(ROOT, 'dist'));
}
