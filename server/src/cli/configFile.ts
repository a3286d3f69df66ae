import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readSmallFile } from '../disk/readSmallFile';
import { readSettings } from '../settings/read';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings';

export const CONFIG_FILE = '.kafka-lint.json';

const MOST_BYTES = 1024 * 1024;

export interface ConfigFile {
  readonly settings: Settings;
  /** The folder that globs in the settings are relative to. */
  readonly folder: string;
}

/** The file is missing, is not JSON, or says something that is not a setting. */
export class ConfigFileError extends Error {}

export function loadConfig(named: string | undefined, cwd: string): ConfigFile {
  const path = named === undefined ? findUpwards(cwd) : resolve(cwd, named);
  if (!path) return { settings: DEFAULT_SETTINGS, folder: cwd };
  const { settings, problems } = readSettings(parse(path));
  if (problems.length > 0) throw new ConfigFileError(`${path}: ${problems.join(' ')}`);
  return { settings, folder: dirname(path) };
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readSmallFile(path, MOST_BYTES).bytes.toString('utf8'));
  } catch (error) {
    throw new ConfigFileError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function findUpwards(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_FILE);
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
    if (dirname(folder) === folder) return undefined;
  }
}
