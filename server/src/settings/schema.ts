import { SEVERITIES } from '../model/finding';
import { ROLES } from '../model/scope';
import { DEVELOPMENT_FOLDERS } from '../recognition/developmentPath';
import { PROFILES } from '../rules/rule';

/** A JSON Schema node, as VS Code's settings editor reads it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const RULE_LEVELS = ['default', 'off', ...SEVERITIES] as const;
const GLOBS: JsonSchema = { type: 'array', items: { type: 'string' } };

const rules: JsonSchema = {
  type: 'object',
  default: {},
  markdownDescription:
    'Severity by rule: a rule id (`producer/linger-zero`), an area (`producer/*`) or every rule (`*`). The most specific name wins. `off` silences the rule, `default` keeps its own severity. A rule with options takes them behind the severity: `["warning", { "mostPartitions": 200 }]`.',
  additionalProperties: {
    anyOf: [
      { type: 'string', enum: RULE_LEVELS },
      { type: 'array', items: [{ type: 'string', enum: RULE_LEVELS }] },
    ],
  },
};

const targetVersion: JsonSchema = {
  type: 'string',
  default: 'auto',
  pattern: '^(auto|\\d{1,2}\\.\\d{1,2}(\\.\\d+)*)$',
  patternErrorMessage: 'Write `auto` or a Kafka version such as `3.9`.',
  markdownDescription:
    'The Kafka version that the configuration is for, such as `3.9`. `auto` reads it from images and build files around the file (`docker-compose.yml`, `Dockerfile`, `pom.xml`, …) or from its own keys, else takes the newest version known.',
};

const profile: JsonSchema = {
  type: 'string',
  default: 'none',
  enum: ['none', ...PROFILES],
  markdownDescription: 'What you tune for. It raises or lowers advice; it never hides a mistake.',
};

const preset: JsonSchema = {
  type: 'object',
  additionalProperties: { type: ['string', 'number', 'boolean'] },
};

/**
 * Every setting, without the `kafkaLint.` prefix. The settings section of package.json, the reader of
 * `.kafka-lint.json` and the README's table come from here.
 */
export const SETTINGS_SCHEMA = {
  enable: {
    type: 'boolean',
    default: true,
    scope: 'resource',
    markdownDescription: 'Lint Kafka configuration in this workspace.',
  },
  targetVersion: { ...targetVersion, scope: 'resource' },
  profile: { ...profile, scope: 'resource' },
  rules: { ...rules, scope: 'resource' },
  overrides: {
    type: 'array',
    default: [],
    scope: 'resource',
    markdownDescription:
      'Settings for some files only. `files` are globs relative to the workspace folder; a later override wins over an earlier one.',
    items: {
      type: 'object',
      required: ['files'],
      additionalProperties: false,
      properties: {
        files: GLOBS,
        enable: { type: 'boolean' },
        targetVersion,
        profile,
        rules,
        role: { type: 'string', enum: ROLES, description: 'What the files configure, where it cannot be told.' },
      },
    },
  },
  exclude: {
    ...GLOBS,
    default: [],
    scope: 'resource',
    markdownDescription: 'Globs, relative to the workspace folder, of files that are never linted.',
  },
  developmentFolders: {
    type: 'array',
    items: { type: 'string' },
    default: DEVELOPMENT_FOLDERS,
    scope: 'resource',
    markdownDescription:
      'Names of folders, below the workspace folder, with tests and examples: advice for production is lowered or left out there. An empty list treats all folders alike.',
  },
  run: {
    type: 'string',
    default: 'open',
    enum: ['open', 'workspace'],
    scope: 'resource',
    enumDescriptions: ['Files that are open.', 'All files of the workspace, whether they are open or not.'],
    markdownDescription: 'Which files show their findings in the editor. The command line lints all that it is given.',
  },
  clusterFiles: {
    type: 'object',
    default: {},
    scope: 'resource',
    additionalProperties: GLOBS,
    markdownDescription:
      'Which files belong to one Kafka cluster, where that cannot be concluded from addresses: globs by the name of the cluster. Rules about several files compare them.',
  },
  inlayHints: {
    type: 'string',
    default: 'on',
    enum: ['off', 'on', 'onHover'],
    scope: 'resource',
    enumDescriptions: [
      'Never.',
      'Beside durations and sizes: 604800000 is followed by 7 days.',
      'Only in the hover of the key or the value.',
    ],
    markdownDescription: 'Where to show durations and sizes in units that people read.',
  },
  presets: {
    type: 'object',
    default: {},
    scope: 'resource',
    markdownDescription:
      'Your own presets by name, each with the values for `producer`, `consumer`, `broker` or `topic` files.',
    additionalProperties: {
      type: 'object',
      additionalProperties: false,
      properties: {
        description: { type: 'string' },
        producer: preset,
        consumer: preset,
        broker: preset,
        topic: preset,
      },
    },
  },
} as const satisfies Readonly<Record<string, JsonSchema>>;
