import picomatch from 'picomatch';
import type { LintSettings } from '../engine/lint';
import type { Severity } from '../model/finding';
import type { Role } from '../model/scope';
import { type FoundVersions, type KafkaVersion, parseVersion } from '../model/version';
import { isDevelopmentPath } from '../recognition/developmentPath';
import type { OptionValues } from '../rules/options';
import type { FileSettings, RuleLevel, Settings } from './settings';

/** What the settings say about one file. */
export interface ResolvedSettings {
  /** False when linting is off for the file or it is excluded. */
  readonly enabled: boolean;
  readonly lint: LintSettings;
  /** The name of the cluster that the file belongs to. */
  readonly cluster?: string;
  /** For the parser: a role or a version that the settings fix for the file. */
  readonly hints: {
    readonly role?: Role;
    readonly version?: KafkaVersion;
    readonly found?: FoundVersions;
    readonly development: boolean;
  };
}

/** `path` is relative to the folder of the settings, with `/` between the parts. */
export function settingsFor(settings: Settings, path: string): ResolvedSettings {
  const layers = layersFor(settings, path);
  const last = <K extends keyof FileSettings>(name: K): FileSettings[K] | undefined =>
    layers.findLast((layer) => layer[name] !== undefined)?.[name];
  const profile = last('profile');
  const role = last('role');
  const version = parseVersion(last('targetVersion') ?? '');
  const cluster = Object.entries(settings.clusterFiles).find(([, globs]) => matches(globs, path))?.[0];
  return {
    ...(cluster !== undefined && { cluster }),
    enabled: last('enable') !== false && !matches(settings.exclude, path),
    lint: {
      severityOf: (rule) => severityOf(layers, rule),
      optionsOf: (rule) => optionsOf(layers, rule),
      ...(profile && profile !== 'none' && { profile }),
    },
    hints: {
      development: isDevelopmentPath(path, settings.developmentFolders),
      ...(role && { role }),
      ...(version && { version }),
    },
  };
}

function layersFor(settings: Settings, path: string): readonly FileSettings[] {
  if (settings.overrides.length === 0) return [settings];
  return [settings, ...settings.overrides.filter((override) => matches(override.files, path))];
}

/** Later layers win; within one, the id wins over its area and the area over `*`. */
function severityOf(layers: readonly FileSettings[], rule: string): Severity | 'off' | undefined {
  const area = `${rule.slice(0, rule.indexOf('/'))}/*`;
  for (const { rules } of layers.toReversed()) {
    const level: RuleLevel | undefined = rules?.[rule] ?? rules?.[area] ?? rules?.['*'];
    if (level) return level === 'default' ? undefined : level;
  }
  return undefined;
}

/** Each layer changes the options that it names. */
function optionsOf(layers: readonly FileSettings[], rule: string): OptionValues | undefined {
  const named = layers.map(({ ruleOptions }) => ruleOptions?.[rule]).filter((values) => values !== undefined);
  return named.length === 0 ? undefined : Object.assign({}, ...named);
}

const matchers = new Map<string, (path: string) => boolean>();

function matches(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => matcherOf(glob)(path));
}

/** A glob without a slash matches the file's name in any folder, as in ignore files. */
function matcherOf(glob: string): (path: string) => boolean {
  const known = matchers.get(glob);
  if (known) return known;
  const matcher = picomatch(glob, { dot: true, basename: !glob.includes('/') });
  matchers.set(glob, matcher);
  return matcher;
}
