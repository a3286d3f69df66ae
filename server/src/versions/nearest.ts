import type { FoundVersions } from '../model/version';
import { type ShownVersions, versionsIn } from './detect';

/** The text of a file with the name that people know it by. */
export interface VersionFile {
  readonly name: string;
  readonly text: string;
}

/** What the files of one folder show, the first that shows something winning for each kind. */
export function versionsOfFolder(files: readonly VersionFile[]): FoundVersions {
  return files.reduce<FoundVersions>((found, { name, text }) => orElse(found, named(versionsIn(name, text), name)), {});
}

/** What the nearer folder shows, and what only the farther one does. */
export function orElse(nearer: FoundVersions, farther: FoundVersions): FoundVersions {
  const packages = { ...farther.packages, ...nearer.packages };
  return { ...farther, ...nearer, ...(Object.keys(packages).length > 0 && { packages }) };
}

function named({ servers, clients, kafkajs, packages }: ShownVersions, file: string): FoundVersions {
  return {
    ...(servers && { servers: { version: servers, file } }),
    ...(clients && { clients: { version: clients, file } }),
    ...(kafkajs && { kafkajs: { version: kafkajs, file } }),
    ...(packages && { packages }),
  };
}
