import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { FoundVersions } from '../model/version';
import { versionFilesAmong } from '../versions/detect';
import { orElse, versionsOfFolder } from '../versions/nearest';

const MAX_LEVELS = 10;

/** Tells which Kafka versions the files around a path show; each folder is read once. */
export function createVersionsAround(cwd: string): (path: string) => FoundVersions {
  const own = new Map<string, FoundVersions>();
  const all = new Map<string, FoundVersions>();
  const ofFolder = (folder: string): FoundVersions => {
    const known = own.get(folder) ?? versionsOfFolder(readVersionFiles(folder));
    own.set(folder, known);
    return known;
  };
  return (path) => {
    const folder = dirname(path);
    const known = all.get(folder) ?? foldersUpwards(folder, cwd).map(ofFolder).reduce(orElse, {});
    all.set(folder, known);
    return known;
  };
}

/** Up to the root of the repository, else up to the current folder when the path lies in it. */
function foldersUpwards(folder: string, cwd: string): string[] {
  const folders: string[] = [];
  for (let at = folder; folders.length < MAX_LEVELS; at = dirname(at)) {
    folders.push(at);
    if (statSync(join(at, '.git'), { throwIfNoEntry: false })) return folders;
    if (dirname(at) === at) break;
  }
  const inCwd = folders.filter((one) => one === cwd || one.startsWith(cwd + sep));
  return inCwd.length > 0 ? inCwd : [folder];
}

function readVersionFiles(folder: string): { name: string; text: string }[] {
  try {
    const names = readdirSync(folder, { withFileTypes: true }).flatMap((child) => (child.isFile() ? [child.name] : []));
    return versionFilesAmong(names).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  } catch {
    // What cannot be read shows nothing.
    return [];
  }
}
