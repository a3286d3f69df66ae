import { SEVERITIES, type Severity } from '../model/finding';
import { RULES } from '../rules/index.generated';
import { nearest } from '../rules/support/nearest';
import { pathText, type SettingsPath, type SettingsProblem } from './problems';
import { readRuleOptions } from './ruleOptions';
import type { FileSettings, RuleLevel } from './settings';
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

/**
 * Severities by rule, area or `*`, and options behind a severity: `["warning", { "many": 200 }]`. A misspelt rule would
 * change nothing, and nobody would see it.
 */
export function readRules(
  raw: unknown,
  path: SettingsPath,
  problems: SettingsProblem[],
): Pick<FileSettings, 'rules' | 'ruleOptions'> {
  if (raw === undefined) return {};
  if (!isObject(raw)) {
    problems.push({ path, message: `"${pathText(path)}" must be an object from rule to severity.` });
    return {};
  }
  const known = Object.entries(raw).filter(([rule]) => isKnown(rule, [...path, rule], problems));
  const rules = known.flatMap(([rule, said]): [string, RuleLevel][] => {
    const level = readLevel(Array.isArray(said) ? said[0] : said, [...path, rule], problems);
    return level ? [[rule, level]] : [];
  });
  const options = known.flatMap(([rule, said]) => {
    const read = Array.isArray(said) ? readRuleOptions(rule, said, [...path, rule], problems) : undefined;
    return read ? [[rule, read] as const] : [];
  });
  return {
    rules: Object.fromEntries(rules),
    ...(options.length > 0 && { ruleOptions: Object.fromEntries(options) }),
  };
}

function isKnown(rule: string, path: SettingsPath, problems: SettingsProblem[]): boolean {
  if (rule === '*' || IDS.has(rule) || AREAS.has(rule)) return true;
  problems.push({ path, message: `"${rule}" is not a rule.${meant(rule)}` });
  return false;
}

function readLevel(raw: unknown, path: SettingsPath, problems: SettingsProblem[]): RuleLevel | undefined {
  const level = RULE_LEVELS.find((one) => one === raw) ?? (typeof raw === 'string' ? SHORT.get(raw) : undefined);
  if (level) return level;
  const names = RULE_LEVELS.map((one) => `"${one}"`).join(', ');
  problems.push({ path, message: `"${pathText(path)}" must be one of ${names}.` });
  return undefined;
}

function meant(rule: string): string {
  const short = [...IDS].filter((id) => id.endsWith(`/${rule}`));
  const similar = short.length === 1 ? short[0] : nearest(rule, [...IDS, ...AREAS]);
  return similar ? ` Did you mean "${similar}"?` : '';
}
