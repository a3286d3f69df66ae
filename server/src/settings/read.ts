import { SEVERITIES } from '../model/finding';
import { ROLES } from '../model/scope';
import { parseVersion } from '../model/version';
import { PRESET_KINDS, type UserPreset } from '../presets/plan';
import { PROFILES } from '../rules/rule';
import { SETTINGS_SCHEMA } from './schema';
import {
  DEFAULT_SETTINGS,
  type FileSettings,
  type Override,
  type RuleLevel,
  type RuleLevels,
  type Settings,
} from './settings';

type Json = Readonly<Record<string, unknown>>;
/** Says that the value at `path` is wrong, and what it should be. */
type Complain = (path: string, expected: string) => void;

export interface ReadSettings {
  readonly settings: Settings;
  /** One sentence each, naming the key and the way out. What is wrong is left at its default. */
  readonly problems: readonly string[];
}

const RULE_LEVELS = ['default', 'off', ...SEVERITIES] as const;
const PROFILE_NAMES = ['none', ...PROFILES] as const;

/** Reads settings as an editor sends them or a config file holds them; never throws. */
export function readSettings(raw: unknown): ReadSettings {
  if (raw === undefined || raw === null) return { settings: DEFAULT_SETTINGS, problems: [] };
  if (!isObject(raw)) return { settings: DEFAULT_SETTINGS, problems: ['The settings must be an object.'] };
  const problems: string[] = [];
  const complain: Complain = (path, expected) => problems.push(`"${path}" must be ${expected}.`);
  for (const key of Object.keys(raw)) {
    if (!(key in SETTINGS_SCHEMA) && key !== '$schema') problems.push(`"${key}" is not a setting.`);
  }
  const inlayHints = readChoice(raw.inlayHints, ['off', 'on', 'onHover'] as const, 'inlayHints', complain);
  const settings: Settings = {
    ...readFileSettings(raw, '', complain),
    overrides: readOverrides(raw.overrides, complain),
    exclude: readStrings(raw.exclude, 'exclude', complain),
    inlayHints: inlayHints ?? DEFAULT_SETTINGS.inlayHints,
    presets: readPresets(raw.presets, complain),
  };
  return { settings, problems };
}

function readFileSettings(raw: Json, prefix: string, complain: Complain): FileSettings {
  const enable = readBoolean(raw.enable, `${prefix}enable`, complain);
  const targetVersion = readTargetVersion(raw.targetVersion, `${prefix}targetVersion`, complain);
  const profile = readChoice(raw.profile, PROFILE_NAMES, `${prefix}profile`, complain);
  const rules = readRules(raw.rules, `${prefix}rules`, complain);
  return {
    ...(enable !== undefined && { enable }),
    ...(targetVersion && { targetVersion }),
    ...(profile && { profile }),
    ...(rules && { rules }),
  };
}

function readOverrides(raw: unknown, complain: Complain): Override[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) {
    complain('overrides', 'an array of objects with "files"');
    return [];
  }
  return raw.flatMap((item: unknown, index) => {
    const prefix = `overrides[${index}].`;
    if (!isObject(item) || item.files === undefined) {
      complain(`overrides[${index}]`, 'an object with "files"');
      return [];
    }
    const role = readChoice(item.role, ROLES, `${prefix}role`, complain);
    const files = readStrings(item.files, `${prefix}files`, complain);
    return [{ files, ...readFileSettings(item, prefix, complain), ...(role && { role }) }];
  });
}

function readRules(raw: unknown, path: string, complain: Complain): RuleLevels | undefined {
  if (raw === undefined) return undefined;
  if (!isObject(raw)) {
    complain(path, 'an object from rule to severity');
    return undefined;
  }
  const read = Object.entries(raw).flatMap(([rule, level]): [string, RuleLevel][] => {
    const known = readChoice(level, RULE_LEVELS, `${path}["${rule}"]`, complain);
    return known ? [[rule, known]] : [];
  });
  return Object.fromEntries(read);
}

function readPresets(raw: unknown, complain: Complain): Settings['presets'] {
  if (raw === undefined) return {};
  if (!isObject(raw)) {
    complain('presets', 'an object from name to preset');
    return {};
  }
  return Object.fromEntries(
    Object.entries(raw).map(([name, preset]) => [name, readPreset(preset, `presets["${name}"]`, complain)]),
  );
}

function readPreset(raw: unknown, path: string, complain: Complain): UserPreset {
  if (!isObject(raw)) {
    complain(path, 'an object with "producer", "consumer", "broker" or "topic"');
    return {};
  }
  const kinds = PRESET_KINDS.flatMap((kind) => {
    const values = raw[kind];
    if (values === undefined) return [];
    if (isObject(values)) return [[kind, textValues(values)] as const];
    complain(`${path}.${kind}`, 'an object from key to value');
    return [];
  });
  const description = typeof raw.description === 'string' ? { description: raw.description } : {};
  return { ...description, ...Object.fromEntries(kinds) };
}

function textValues(values: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
}

function readTargetVersion(raw: unknown, path: string, complain: Complain): string | undefined {
  if (raw === undefined || raw === 'auto') return undefined;
  const version = typeof raw === 'string' ? parseVersion(raw) : undefined;
  if (!version) complain(path, '"auto" or a Kafka version such as "3.9"');
  return version;
}

function readBoolean(raw: unknown, path: string, complain: Complain): boolean | undefined {
  if (raw === undefined || typeof raw === 'boolean') return raw;
  complain(path, 'true or false');
  return undefined;
}

function readChoice<T extends string>(
  raw: unknown,
  choices: readonly T[],
  path: string,
  complain: Complain,
): T | undefined {
  if (raw === undefined) return undefined;
  const choice = choices.find((one) => one === raw);
  if (!choice) complain(path, `one of ${choices.map((one) => `"${one}"`).join(', ')}`);
  return choice;
}

function readStrings(raw: unknown, path: string, complain: Complain): string[] {
  if (raw === undefined) return [];
  if (typeof raw === 'string') return [raw];
  if (Array.isArray(raw) && raw.every((item) => typeof item === 'string')) return raw;
  complain(path, 'an array of strings');
  return [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
