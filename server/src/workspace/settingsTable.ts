import { readSettings } from '../settings/read';
import { type ResolvedSettings, settingsFor } from '../settings/resolve';
import { SETTINGS_SCHEMA } from '../settings/schema';
import type { Settings } from '../settings/settings';
import { isIn, lastPart, pathBelow, pathOf } from './uris';

/** Where the settings of a workspace folder come from, as they were read: not yet checked. */
export interface SettingsSource {
  /** The folder's URI; undefined for files outside of every folder. */
  readonly folder: string | undefined;
  readonly editor: unknown;
  /** What the folder's `.kafka-lint.json` holds; it wins over the editor, since a team shares it. */
  readonly file?: unknown;
}

export interface DocumentSettings extends ResolvedSettings {
  readonly all: Settings;
  /** The document's path for telling its role. */
  readonly path: string;
}

export interface SettingsTable {
  forDocument(uri: string): DocumentSettings;
  /** The innermost workspace folder around a document; undefined outside of all. */
  folderOf(uri: string): string | undefined;
  /** What is wrong in the settings, a sentence each. */
  readonly problems: readonly string[];
}

/** The settings of every folder, resolved; a document belongs to the innermost folder around it. */
export function settingsTable(raw: readonly SettingsSource[]): SettingsTable {
  const sources = raw.map((source) => ({ ...source, editor: withoutForeign(source.editor) }));
  const innermostFirst = sources
    .map((source) => ({ folder: source.folder, all: readSettings(merge(source.editor, source.file)).settings }))
    .sort((a, b) => (b.folder?.length ?? 0) - (a.folder?.length ?? 0));
  const fallback = readSettings(undefined).settings;
  const ownerOf = (uri: string) => innermostFirst.find(({ folder }) => folder === undefined || isIn(uri, folder));
  return {
    problems: sources.flatMap(problemsOf),
    folderOf: (uri) => ownerOf(uri)?.folder,
    forDocument(uri) {
      const owner = ownerOf(uri);
      const all = owner?.all ?? fallback;
      const path = pathOf(uri);
      const relative = owner?.folder === undefined ? lastPart(path) : pathBelow(uri, owner.folder);
      return { ...settingsFor(all, relative), all, path };
    },
  };
}

function problemsOf({ folder, editor, file }: SettingsSource): string[] {
  const place = folder === undefined ? '' : ` of ${lastPart(pathOf(folder))}`;
  return [
    ...readSettings(editor).problems.map(({ message }) => `The settings${place}: ${message}`),
    ...readSettings(file).problems.map(({ message }) => `.kafka-lint.json${place}: ${message}`),
  ];
}

/** An editor hands over the settings of the client too, such as what it traces; it tells its users of unknown ones. */
function withoutForeign(editor: unknown): unknown {
  if (!isObject(editor)) return editor;
  return Object.fromEntries(Object.entries(editor).filter(([name]) => Object.hasOwn(SETTINGS_SCHEMA, name)));
}

/** Lists add up and tables take each other's rows, so that a user's own preset survives a team's file. */
function merge(editor: unknown, file: unknown): unknown {
  if (!isObject(editor)) return isObject(file) ? file : undefined;
  if (!isObject(file)) return editor;
  const keys = new Set([...Object.keys(editor), ...Object.keys(file)]);
  // Not by assignment, which would take a key `__proto__` for the prototype.
  return Object.fromEntries([...keys].map((key) => [key, mergedValue(own(editor, key), own(file, key))]));
}

function mergedValue(before: unknown, value: unknown): unknown {
  if (value === undefined) return before;
  if (Array.isArray(before) && Array.isArray(value)) return [...before, ...value];
  return isObject(before) && isObject(value) ? { ...before, ...value } : value;
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
