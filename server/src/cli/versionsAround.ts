import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readSmallFile } from '../disk/readSmallFile';
import type { FoundVersions } from '../model/version';
import { MAX_LENGTH, versionFilesAmong } from '../versions/detect';
import { orElse, versionsOfFolder } from '../versions/nearest';
import { foldersUpTo, projectRoot } from './projectRoot';

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
    const known = all.get(folder) ?? foldersAround(path, cwd).map(ofFolder).reduce(orElse, {});
    all.set(folder, known);
    return known;
  };
}

function foldersAround(path: string, cwd: string): string[] {
  return foldersUpTo(projectRoot(path, cwd), path).slice(0, MAX_LEVELS);
}

function readVersionFiles(folder: string): { name: string; text: string }[] {
  return versionFilesAmong(namesIn(folder)).flatMap((name) => {
    try {
      const { bytes, whole } = readSmallFile(join(folder, name), MAX_LENGTH);
      return whole ? [{ name, text: bytes.toString('utf8') }] : [];
    } catch {
      // What cannot be read shows nothing.
      return [];
    }
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((child) => (child.isFile() ? [child.name] : []));
  } catch {
    return [];
  }
}
