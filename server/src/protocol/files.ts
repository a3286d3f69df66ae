import { type FileKind, kindFinder, mentionsKafka } from './fileKinds';
import { FILE_KINDS } from './fileKinds.generated';

/** The kind of a file, by its name or else by the editor's language; undefined when no format reads it. */
export const fileKindOf = kindFinder(FILE_KINDS);

/** What an editor may tell the server of; whether it is Kafka's, its contents decide. */
export type FileFilter = { readonly language: string } | { readonly pattern: string };

/** The files of one family, or of both, by language and by name. */
export function fileFilters(family?: FileKind['family']): FileFilter[] {
  return FILE_KINDS.filter((kind) => !family || kind.family === family).flatMap(({ languageIds, names }) => [
    ...languageIds.map((language) => ({ language })),
    ...names.map((name) => ({ pattern: `**/${name}` })),
  ]);
}

/** The globs of their names. */
export function filePatterns(family?: FileKind['family']): string[] {
  return fileFilters(family).flatMap((filter) => ('pattern' in filter ? [filter.pattern] : []));
}

export function isCode(path: string, languageId?: string): boolean {
  return fileKindOf(path, languageId)?.family === 'code';
}

/** False for a text that cannot be Kafka's, so that no server needs to run for it. */
export function couldBeKafka(text: string, path: string, languageId?: string): boolean {
  const kind = fileKindOf(path, languageId);
  return kind !== undefined && mentionsKafka(kind, text);
}
