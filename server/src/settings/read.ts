import { ROLES } from '../model/scope';
import { PRESET_KINDS, type UserPreset } from '../presets/plan';
import { PROFILES } from '../rules/rule';
import { nearest } from '../rules/support/nearest';
import { type Complain, pathText, type SettingsPath, type SettingsProblem } from './problems';
import { readRules } from './ruleLevels';
import { SETTINGS_SCHEMA } from './schema';
import { DEFAULT_SETTINGS, type FileSettings, type Override, type Settings } from './settings';
import { isObject, type Json, readBoolean, readChoice, readGlobs, readStrings, readTargetVersion } from './values';

export interface ReadSettings {
  readonly settings: Settings;
  /** What is wrong is left at its default. */
  readonly problems: readonly SettingsProblem[];
}

const PROFILE_NAMES = ['none', ...PROFILES] as const;

/** Reads settings as an editor sends them or a config file holds them; never throws. */
export function readSettings(raw: unknown): ReadSettings {
  if (raw === undefined || raw === null) return { settings: DEFAULT_SETTINGS, problems: [] };
  const problems: SettingsProblem[] = [];
  if (!isObject(raw)) return { settings: DEFAULT_SETTINGS, problems: [{ path: [], message: MUST_BE_OBJECT }] };
  const complain: Complain = (path, expected) => {
    problems.push({ path, message: `"${pathText(path)}" must be ${expected}.` });
  };
  tellUnknown(raw, [], ['$schema', ...Object.keys(SETTINGS_SCHEMA)], problems);
  const inlayHints = readChoice(raw.inlayHints, ['off', 'on', 'onHover'] as const, ['inlayHints'], complain);
  const settings: Settings = {
    ...readFileSettings(raw, [], complain, problems),
    overrides: readOverrides(raw.overrides, complain, problems),
    exclude: readGlobs(raw.exclude, ['exclude'], complain),
    run: readChoice(raw.run, ['open', 'workspace'] as const, ['run'], complain) ?? DEFAULT_SETTINGS.run,
    clusterFiles: readClusterFiles(raw.clusterFiles, complain),
    inlayHints: inlayHints ?? DEFAULT_SETTINGS.inlayHints,
    presets: readPresets(raw.presets, complain, problems),
    ...(raw.developmentFolders !== undefined && {
      developmentFolders: readStrings(raw.developmentFolders, ['developmentFolders'], complain),
    }),
  };
  return { settings, problems };
}

const MUST_BE_OBJECT = 'The settings must be an object.';

function tellUnknown(raw: Json, path: SettingsPath, known: readonly string[], problems: SettingsProblem[]): void {
  for (const key of Object.keys(raw)) {
    if (known.includes(key)) continue;
    const similar = nearest(key, known);
    const place = [...path, key];
    const suggestion = similar ? ` Did you mean "${similar}"?` : '';
    problems.push({ path: place, message: `"${pathText(place)}" is not a setting.${suggestion}` });
  }
}

function readFileSettings(
  raw: Json,
  path: SettingsPath,
  complain: Complain,
  problems: SettingsProblem[],
): FileSettings {
  const enable = readBoolean(raw.enable, [...path, 'enable'], complain);
  const targetVersion = readTargetVersion(raw.targetVersion, [...path, 'targetVersion'], complain);
  const profile = readChoice(raw.profile, PROFILE_NAMES, [...path, 'profile'], complain);
  const rules = readRules(raw.rules, [...path, 'rules'], problems);
  return {
    ...(enable !== undefined && { enable }),
    ...(targetVersion && { targetVersion }),
    ...(profile && { profile }),
    ...rules,
  };
}

const OVERRIDE_KEYS = Object.keys(SETTINGS_SCHEMA.overrides.items.properties);

function readOverrides(raw: unknown, complain: Complain, problems: SettingsProblem[]): Override[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) {
    complain(['overrides'], 'an array of objects with "files"');
    return [];
  }
  return raw.flatMap((item: unknown, index) => {
    const path = ['overrides', index];
    if (!isObject(item) || item.files === undefined) {
      complain(path, 'an object with "files"');
      return [];
    }
    tellUnknown(item, path, OVERRIDE_KEYS, problems);
    const role = readChoice(item.role, ROLES, [...path, 'role'], complain);
    const files = readGlobs(item.files, [...path, 'files'], complain);
    return [{ files, ...readFileSettings(item, path, complain, problems), ...(role && { role }) }];
  });
}

function readClusterFiles(raw: unknown, complain: Complain): Settings['clusterFiles'] {
  if (raw === undefined) return {};
  if (!isObject(raw)) {
    complain(['clusterFiles'], 'an object from the name of a cluster to globs');
    return {};
  }
  return Object.fromEntries(
    Object.entries(raw).map(([name, globs]) => [name, readGlobs(globs, ['clusterFiles', name], complain)]),
  );
}

function readPresets(raw: unknown, complain: Complain, problems: SettingsProblem[]): Settings['presets'] {
  if (raw === undefined) return {};
  if (!isObject(raw)) {
    complain(['presets'], 'an object from name to preset');
    return {};
  }
  const presets = Object.entries(raw).map(([name, preset]) => {
    return [name, readPreset(preset, ['presets', name], complain, problems)] as const;
  });
  return Object.fromEntries(presets);
}

function readPreset(raw: unknown, path: SettingsPath, complain: Complain, problems: SettingsProblem[]): UserPreset {
  if (!isObject(raw)) {
    complain(path, 'an object with "producer", "consumer", "broker" or "topic"');
    return {};
  }
  tellUnknown(raw, path, ['description', ...PRESET_KINDS], problems);
  const kinds = PRESET_KINDS.flatMap((kind) => {
    const values = raw[kind];
    if (values === undefined) return [];
    if (isObject(values)) return [[kind, textValues(values)] as const];
    complain([...path, kind], 'an object from key to value');
    return [];
  });
  const description = typeof raw.description === 'string' ? { description: raw.description } : {};
  return { ...description, ...Object.fromEntries(kinds) };
}

function textValues(values: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
}
