import picomatch from 'picomatch';
import { NEWEST_VERSION } from '../catalogue/catalogue';
import { isAtLeast, parseVersion } from '../model/version';
import type { Complain, SettingsPath } from './problems';

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readTargetVersion(raw: unknown, path: SettingsPath, complain: Complain): string | undefined {
  if (raw === undefined || raw === 'auto') return undefined;
  const version = typeof raw === 'string' ? parseVersion(raw) : undefined;
  if (version && isAtLeast(NEWEST_VERSION, version)) return version;
  complain(path, `"auto" or a Kafka version up to "${NEWEST_VERSION}", the newest that this release knows`);
  return undefined;
}

export function readBoolean(raw: unknown, path: SettingsPath, complain: Complain): boolean | undefined {
  if (raw === undefined || typeof raw === 'boolean') return raw;
  complain(path, 'true or false');
  return undefined;
}

export function readChoice<T extends string>(
  raw: unknown,
  choices: readonly T[],
  path: SettingsPath,
  complain: Complain,
): T | undefined {
  if (raw === undefined) return undefined;
  const choice = choices.find((one) => one === raw);
  if (!choice) complain(path, `one of ${choices.map((one) => `"${one}"`).join(', ')}`);
  return choice;
}

export function readStrings(raw: unknown, path: SettingsPath, complain: Complain): string[] {
  if (raw === undefined) return [];
  if (typeof raw === 'string') return [raw];
  if (Array.isArray(raw) && raw.every((item) => typeof item === 'string')) return raw;
  complain(path, 'an array of strings');
  return [];
}

/** Nobody writes longer ones, and what is made of them grows with them. */
const MOST_GLOB = 1000;

/** Those of the globs that can be used; one that cannot must not take the others with it. */
export function readGlobs(raw: unknown, path: SettingsPath, complain: Complain): string[] {
  const globs = readStrings(raw, path, complain);
  return globs.filter((glob, index) => {
    const isGood = glob !== '' && glob.length <= MOST_GLOB && isGlob(glob);
    if (!isGood) complain(Array.isArray(raw) ? [...path, index] : path, `a glob of 1 to ${MOST_GLOB} characters`);
    return isGood;
  });
}

function isGlob(glob: string): boolean {
  try {
    picomatch.makeRe(glob);
    return true;
  } catch {
    return false;
  }
}
