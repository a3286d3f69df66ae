import type { Severity } from '../model/finding';
import type { Role } from '../model/scope';
import type { UserPresets } from '../presets/plan';
import type { OptionValues } from '../rules/options';
import type { Profile } from '../rules/rule';

export type RuleLevel = Severity | 'off' | 'default';
export type RuleLevels = Readonly<Record<string, RuleLevel>>;
/** By rule. */
export type RuleOptions = Readonly<Record<string, OptionValues>>;

/** The parts that an override may set for its files. */
export interface FileSettings {
  readonly enable?: boolean;
  /** `auto` or a version. */
  readonly targetVersion?: string;
  readonly profile?: Profile | 'none';
  readonly rules?: RuleLevels;
  readonly ruleOptions?: RuleOptions;
  readonly role?: Role;
}

export interface Override extends FileSettings {
  readonly files: readonly string[];
}

export interface Settings extends FileSettings {
  readonly overrides: readonly Override[];
  readonly exclude: readonly string[];
  /** Which files an editor shows the findings of. */
  readonly run: 'open' | 'workspace';
  /** Globs of the files of a cluster, by its name. */
  readonly clusterFiles: Readonly<Record<string, readonly string[]>>;
  readonly inlayHints: 'off' | 'on' | 'onHover';
  readonly presets: UserPresets;
  /** Names of folders with tests and examples; the usual ones when absent. */
  readonly developmentFolders?: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  overrides: [],
  exclude: [],
  run: 'open',
  clusterFiles: {},
  inlayHints: 'on',
  presets: {},
};
