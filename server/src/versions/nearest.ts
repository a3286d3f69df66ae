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
  return { ...farther, ...nearer };
}

function named({ servers, clients, kafkajs }: ShownVersions, file: string): FoundVersions {
  return {
    ...(servers && { servers: { version: servers, file } }),
    ...(clients && { clients: { version: clients, file } }),
    ...(kafkajs && { kafkajs: { version: kafkajs, file } }),
  };
}
