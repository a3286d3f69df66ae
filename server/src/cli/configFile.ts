import { dirname, join, resolve } from 'node:path';
import { codeOf, diskError } from '../disk/diskError';
import { readSmallFile } from '../disk/readSmallFile';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings';
import { readSettingsText } from '../settings/settingsText';

export const CONFIG_FILE = '.kafka-lint.json';
const MOST_BYTES = 1024 * 1024;

export interface ConfigFile {
  readonly settings: Settings;
  /** The folder that globs in the settings are relative to. */
  readonly folder: string;
  /** Absent where there is no file, so that the defaults hold. */
  readonly path?: string;
}

/** The file is missing, is not JSON, or says something that is not a setting. */
export class ConfigFileError extends Error {}

/** The settings of each file: those of the file that was named, or of the nearest one beside or above. */
export type ConfigFor = (path: string) => ConfigFile;

/** Throws a `ConfigFileError` at once for a named file, and for each of the others when it is first needed. */
export function createConfigs(named: string | undefined, cwd: string): ConfigFor {
  if (named !== undefined) {
    const config = readConfig(resolve(cwd, named));
    return () => config;
  }
  const byFolder = new Map<string, ConfigFile | ConfigFileError>();
  const find = (folder: string): ConfigFile | ConfigFileError => {
    const known = byFolder.get(folder) ?? configIn(folder) ?? above(folder);
    byFolder.set(folder, known);
    return known;
  };
  const above = (folder: string) =>
    dirname(folder) === folder ? { settings: DEFAULT_SETTINGS, folder: cwd } : find(dirname(folder));
  return (path) => {
    const found = find(dirname(path));
    if (found instanceof ConfigFileError) throw found;
    return found;
  };
}

/** Undefined when the folder has none. */
function configIn(folder: string): ConfigFile | ConfigFileError | undefined {
  try {
    return readConfig(join(folder, CONFIG_FILE));
  } catch (error) {
    if (!(error instanceof ConfigFileError)) throw error;
    return codeOf(diskCause(error)) === 'ENOENT' ? undefined : error;
  }
}

function diskCause({ cause }: Error): unknown {
  return cause instanceof Error ? (cause.cause ?? cause) : cause;
}

function readConfig(path: string): ConfigFile {
  const { settings, problems } = readSettingsText(textOf(path));
  if (problems.length > 0) {
    const told = problems.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
    throw new ConfigFileError(told.join('\n'));
  }
  return { settings, folder: dirname(path), path };
}

function textOf(path: string): string {
  try {
    return readSmallFile(path, MOST_BYTES).bytes.toString('utf8');
  } catch (error) {
    throw new ConfigFileError(`${path}: ${diskError(error).message}.`, { cause: error });
  }
}
