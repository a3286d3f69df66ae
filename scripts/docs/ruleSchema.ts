import type { Rule } from '../../server/src/rules/rule';
import { RULE_OPTIONS } from '../../server/src/settings/ruleOptions';

/** What the settings may say of a rule: a severity, or a severity and the rule's options. */
export function ruleSchema({ id, summary }: Rule, levels: readonly string[]): object {
  const level = { type: 'string', enum: levels };
  const options = Object.entries(RULE_OPTIONS.get(id) ?? {});
  if (options.length === 0) return { ...level, description: summary };
  const properties = options.map(([name, option]) => [name, { type: 'number', ...option }] as const);
  const values = { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
  const list = { type: 'array', items: [level, values], minItems: 1, maxItems: 2 };
  return { anyOf: [level, list], description: summary };
}
