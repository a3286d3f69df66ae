import { RULES } from '../rules/index.generated';
import type { OptionValues, RuleOption } from '../rules/options';
import { nearest } from '../rules/support/nearest';
import { pathText, type SettingsPath, type SettingsProblem } from './problems';
import { isObject } from './values';

type Options = Readonly<Record<string, RuleOption>>;

/** The options of each rule that has some. */
export const RULE_OPTIONS: ReadonlyMap<string, Options> = new Map(
  RULES.flatMap((rule) => ('options' in rule && rule.options ? [[rule.id, rule.options] as const] : [])),
);

/** Reads the options in `[severity, options]`; undefined where there are none that can be used. */
export function readRuleOptions(
  rule: string,
  said: readonly unknown[],
  path: SettingsPath,
  problems: SettingsProblem[],
): OptionValues | undefined {
  const complain = (place: SettingsPath, message: string) => void problems.push({ path: place, message });
  if (said.length === 1) return undefined;
  const options = RULE_OPTIONS.get(rule);
  if (!options) {
    complain(path, `"${rule}" has no options: write the severity alone.`);
    return undefined;
  }
  const [, values] = said;
  if (said.length > 2 || !isObject(values)) {
    complain(path, `"${pathText(path)}" must be a severity, or a list of a severity and an object with options.`);
    return undefined;
  }
  const read = Object.entries(values).flatMap(([name, value]): [string, number][] => {
    const place = [...path, 1, name];
    const problem = problemWith(options, name, value);
    if (!problem) return [[name, value as number]];
    complain(place, `"${pathText(place)}" ${problem}`);
    return [];
  });
  return Object.fromEntries(read);
}

function problemWith(options: Options, name: string, value: unknown): string | undefined {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) {
    const similar = nearest(name, Object.keys(options)) ?? Object.keys(options)[0];
    return `is not an option of the rule. Did you mean "${similar}"?`;
  }
  const isGood = typeof value === 'number' && Number.isFinite(value) && value >= option.minimum;
  return isGood ? undefined : `must be a number of at least ${option.minimum}.`;
}
