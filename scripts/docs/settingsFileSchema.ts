import { RULES } from '../../server/src/rules/index.generated';
import { RULE_LEVELS } from '../../server/src/settings/ruleLevels';
import { SETTINGS_SCHEMA } from '../../server/src/settings/schema';
import { ruleSchema } from './ruleSchema';

const LEVELS = [...RULE_LEVELS, 'warn', 'info'];

/** The JSON Schema of `.kafka-lint.json`, for editors and for `$schema` in the file itself. */
export function settingsFileSchema(): string {
  const properties = Object.fromEntries(
    Object.entries(SETTINGS_SCHEMA).map(([name, schema]) => [name, inFile(name, schema)]),
  );
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of Kafka Config Lint',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...properties },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** Without what only VS Code's settings know, and with the rules by name. */
function inFile(name: string, schema: object): object {
  const { scope: _, ...rest } = schema as { readonly scope?: string };
  if (name === 'rules') return rules(rest);
  if (name !== 'overrides') return globs(name, rest);
  const { items, ...overrides } = SETTINGS_SCHEMA.overrides;
  const { scope: __, ...outer } = overrides;
  const { files, rules: ruled, ...others } = items.properties;
  return {
    ...outer,
    items: { ...items, properties: { files: globs('exclude', files), ...others, rules: rules(ruled) } },
  };
}

/** A single glob may stand without a list. */
function globs(name: string, schema: object): object {
  if (name !== 'exclude') return schema;
  const { type: _, ...rest } = schema as { readonly type?: string };
  return { type: ['array', 'string'], ...rest };
}

function rules(schema: object): object {
  const areas = [...new Set(RULES.map(({ id }) => `${id.slice(0, id.indexOf('/'))}/*`))];
  const named = RULES.map((rule) => [rule.id, ruleSchema(rule, LEVELS)] as const);
  const wide = ['*', ...areas].map((name) => [name, { type: 'string', enum: LEVELS }] as const);
  return { ...schema, additionalProperties: false, properties: Object.fromEntries([...wide, ...named]) };
}
