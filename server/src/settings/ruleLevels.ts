import { SEVERITIES, type Severity } from '../model/finding';
import { RULES } from '../rules/index.generated';
import { nearest } from '../rules/support/nearest';
import { pathText, type SettingsPath, type SettingsProblem } from './problems';
import type { RuleLevel, RuleLevels } from './settings';
import { isObject } from './values';

/** Short names that other linters use. */
const SHORT: ReadonlyMap<string, Severity> = new Map([
  ['warn', 'warning'],
  ['info', 'information'],
]);

export const RULE_LEVELS = ['default', 'off', ...SEVERITIES] as const;

/** A severity by its name or a short one. */
export function severityNamed(text: string): Severity | undefined {
  return SHORT.get(text) ?? SEVERITIES.find((severity) => severity === text);
}

const IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));
const AREAS: ReadonlySet<string> = new Set(RULES.map(({ id }) => `${id.slice(0, id.indexOf('/'))}/*`));

/** Severities by rule, area or `*`. A misspelt rule would change nothing, and nobody would see it. */
export function readRules(raw: unknown, path: SettingsPath, problems: SettingsProblem[]): RuleLevels | undefined {
  if (raw === undefined) return undefined;
  if (!isObject(raw)) {
    problems.push({ path, message: `"${pathText(path)}" must be an object from rule to severity.` });
    return undefined;
  }
  const read = Object.entries(raw).flatMap(([rule, level]): [string, RuleLevel][] => {
    const place = [...path, rule];
    if (rule !== '*' && !IDS.has(rule) && !AREAS.has(rule)) {
      problems.push({ path: place, message: `"${rule}" is not a rule.${meant(rule)}` });
      return [];
    }
    const known =
      RULE_LEVELS.find((one) => one === level) ?? (typeof level === 'string' ? SHORT.get(level) : undefined);
    if (known) return [[rule, known]];
    const names = RULE_LEVELS.map((one) => `"${one}"`).join(', ');
    problems.push({ path: place, message: `"${pathText(place)}" must be one of ${names}.` });
    return [];
  });
  return Object.fromEntries(read);
}

function meant(rule: string): string {
  const short = [...IDS].filter((id) => id.endsWith(`/${rule}`));
  const similar = short.length === 1 ? short[0] : nearest(rule, [...IDS, ...AREAS]);
  return similar ? ` Did you mean "${similar}"?` : '';
}
