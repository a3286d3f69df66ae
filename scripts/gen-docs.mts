// Writes the rule reference in docs/rules/ from the rules and their pages, docs/cli.md, docs/settings.md and the schema of
// .kafka-lint.json from the tables of options and settings, and the settings and activation events of
// package.json from the settings' schema and the formats, with the settings' texts in package.nls.json.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FILE_KINDS } from '../server/src/protocol/fileKinds.generated';
import { RULES } from '../server/src/rules/index.generated';
import { FIRST_RELEASE, isOnByDefault, type Rule } from '../server/src/rules/rule';
import { RULE_LEVELS } from '../server/src/settings/ruleLevels';
import { RULE_OPTIONS } from '../server/src/settings/ruleOptions';
import { SETTINGS_SCHEMA } from '../server/src/settings/schema';
import { cliPage } from './docs/cliPage';
import { localized } from './docs/manifestTexts';
import { ruleSchema } from './docs/ruleSchema';
import { settingsFileSchema } from './docs/settingsFileSchema';
import { settingsPage } from './docs/settingsPage';
import { generate } from './generate.mjs';
import { addressesOf } from './publish/addresses.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A page as people read it: its facts under the summary, and examples without the tests' attributes. */
async function referencePage(rule: Rule): Promise<string> {
  const source = await readFile(`${root}server/src/rules/${rule.id}.md`, 'utf8');
  const facts = [
    `| Severity | ${rule.severity}${isOnByDefault(rule) ? '' : ', off by default'} |`,
    `| --- | --- |`,
    ...('roles' in rule ? [`| Files | ${rule.roles.join(', ')} |`] : []),
    ...('from' in rule && rule.from ? [`| From Kafka | ${rule.from} |`] : []),
    ...('until' in rule && rule.until ? [`| Before Kafka | ${rule.until} |`] : []),
    `| Since | ${rule.since ?? FIRST_RELEASE}${rule.preview ? ', as a preview that may change' : ''} |`,
  ].join('\n');
  const sources = ['## Sources', '', ...rule.sources.map((one) => `- ${one}`), ''].join('\n');
  const page = readable(source, 'checkProject' in rule)
    .replace('\n## What it does', `\n${facts}\n\n## What it does`)
    .trimEnd();
  return [page, optionsSection(rule.id), sources].filter((section) => section !== '').join('\n\n');
}

/** What the settings can change about the rule, with an example that can be pasted. */
function optionsSection(id: string): string {
  const options = Object.entries(RULE_OPTIONS.get(id) ?? {});
  if (options.length === 0) return '';
  const rows = options.map(([name, one]) => `| \`${name}\` | ${one.default} | ${one.description} |`);
  const values = Object.fromEntries(options.map(([name, one]) => [name, one.default]));
  const example = `"rules": { "${id}": ["default", ${JSON.stringify(values)}] }`;
  return [
    '## Options',
    '',
    '| Option | Default | Meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
    '```json',
    example,
    '```',
  ].join('\n');
}

function readable(page: string, isProject: boolean): string {
  return page.replace(/^```(\w+)[ \t]+(.*?)[ \t]*$/gm, (_, language: string, info: string) => {
    const title = /^fix="(.*)"/.exec(info)?.[1];
    const version = /version=(\S+)/.exec(info)?.[1];
    const path = /\bpath=(\S+)/.exec(info)?.[1];
    const file = path && isProject ? ` in \`${path}\`` : '';
    const where = `${file}${version ? ` (Kafka ${version})` : ''}`;
    if (/ and\b/.test(info)) return `Beside it${where}:\n\n\`\`\`${language}`;
    if (title) return `After *${title}*${file}:\n\n\`\`\`${language}`;
    return `${info.startsWith('bad') ? 'Found' : 'Not found'}${where}:\n\n\`\`\`${language}`;
  });
}

function indexPage(): string {
  const areas = [...new Set(RULES.map((rule) => rule.id.split('/')[0]))];
  const tables = areas.map((area) => {
    const rows = RULES.filter((rule) => rule.id.startsWith(`${area}/`)).map(
      (rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.summary} |`,
    );
    return [`## ${area}`, '', '| Rule | Severity | What it finds |', '| --- | --- | --- |', ...rows, ''].join('\n');
  });
  return `# Rules\n\n${RULES.length} rules. Each page says what the rule finds, why, and when to ignore it.\n\n${tables.join('\n')}`;
}

/** package.json, and package.nls.json with what it shows; the words for what is written by hand are written there by hand. */
async function manifestFiles(): Promise<Map<string, string>> {
  // The client's own would be sent to the server, which would read it as its own.
  const twice = Object.keys(SETTINGS_SCHEMA).filter((name) => `kafkaLint.${name}` in CLIENT_SETTINGS);
  if (twice.length > 0) throw new Error(`Settings of both the client and the server: ${twice.join(', ')}.`);
  const manifest = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  const properties = Object.entries(SETTINGS_SCHEMA).map(([name, schema]) => [
    `kafkaLint.${name}`,
    withRules(name, schema),
  ]);
  const { bugs, homepage } = addressesOf(manifest);
  Object.assign(manifest, { bugs: { url: bugs }, homepage });
  manifest.activationEvents = activationEvents(manifest.activationEvents);
  manifest.contributes ??= {};
  const configuration = {
    title: 'Kafka Config Lint',
    properties: { ...Object.fromEntries(properties), ...CLIENT_SETTINGS },
  };
  const settings = localized(configuration, 'settings');
  manifest.contributes.configuration = settings.manifest;
  // Completion and checks in the settings file, which may have comments.
  manifest.contributes.jsonValidation = [{ fileMatch: '.kafka-lint.json', url: './schema/kafka-lint.schema.json' }];
  const present = Object.entries(JSON.parse(await readFile(`${root}package.nls.json`, 'utf8')));
  const byHand = present.filter(([key]) => !key.startsWith('settings.'));
  return new Map([
    ['package.json', `${JSON.stringify(manifest, undefined, 2)}\n`],
    ['package.nls.json', `${JSON.stringify(Object.fromEntries([...byHand, ...settings.texts]), undefined, 2)}\n`],
  ]);
}

/** The extension wakes for each language that a format reads. */
function activationEvents(present: readonly string[]): string[] {
  const languages = FILE_KINDS.flatMap(({ languageIds }) => languageIds.map((id) => `onLanguage:${id}`));
  return [...languages, ...present.filter((event) => !event.startsWith('onLanguage:'))];
}

const TEXT = { type: 'string' };

/** Settings of the client alone, which the server never sees. */
const CLIENT_SETTINGS = {
  'kafkaLint.clusters': {
    type: 'array',
    default: [],
    // A workspace must not be able to say where a password goes.
    scope: 'application',
    markdownDescription:
      'The Kafka clusters to watch, without any secret: passwords and keys are in the secret storage. Use *Kafka Lint: Add a Cluster*, which asks for both and tries the connection.',
    items: {
      type: 'object',
      required: ['name', 'bootstrapServers'],
      additionalProperties: false,
      properties: {
        name: TEXT,
        bootstrapServers: { type: 'array', items: TEXT },
        securityProtocol: { enum: ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'] },
        sasl: {
          type: 'object',
          properties: {
            mechanism: { enum: ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER'] },
            username: TEXT,
            tokenEndpoint: TEXT,
            clientId: TEXT,
            scope: TEXT,
            extensions: { type: 'object', additionalProperties: TEXT },
            urlEncode: { type: 'boolean' },
          },
        },
        tls: {
          type: 'object',
          description: 'Absolute paths of PEM files.',
          properties: { caFile: TEXT, certificateFile: TEXT, keyFile: TEXT, verifyHostname: { type: 'boolean' } },
        },
      },
    },
  },
  'kafkaLint.lag.interval': {
    type: 'number',
    default: 10,
    minimum: 2,
    maximum: 3600,
    scope: 'application',
    markdownDescription:
      'Seconds between refreshes of consumer lag. Refreshing pauses while the view is hidden or the window is unfocused, unless `#kafkaLint.lag.notifications#` is enabled.',
  },
  'kafkaLint.lag.threshold': {
    type: 'integer',
    default: 100_000,
    minimum: 1,
    scope: 'application',
    markdownDescription: 'Lag, in messages, above which a consumer group is reported as lagging.',
  },
  'kafkaLint.lag.thresholds': {
    type: 'object',
    default: {},
    scope: 'application',
    markdownDescription:
      'Other thresholds for some groups: globs of group ids, such as `payments-*`, with a number of messages each. The first that matches counts.',
    additionalProperties: { type: 'integer', minimum: 1 },
  },
  'kafkaLint.lag.notifications': {
    type: 'boolean',
    default: false,
    scope: 'application',
    markdownDescription:
      'Notify when the lag of a group rises above its threshold. Connected clusters are then refreshed in the background too.',
  },
  'kafkaLint.lag.notifyAbout': {
    type: 'string',
    enum: ['new', 'all'],
    enumDescriptions: [
      'Lag that rises while the cluster is watched and does not drain within 5 minutes.',
      'Also lag that was there when the cluster was connected, and lag that drains soon.',
    ],
    default: 'new',
    scope: 'application',
    markdownDescription: 'Which lag above the threshold is worth a notification.',
  },
  'kafkaLint.lag.quietTime': {
    type: 'number',
    default: 30,
    minimum: 0,
    maximum: 1440,
    scope: 'application',
    markdownDescription: 'Minimum minutes between two notifications about the same group.',
  },
  'kafkaLint.lag.statusBar': {
    type: 'boolean',
    default: true,
    scope: 'application',
    markdownDescription: 'Show the group with the highest lag in the status bar while a cluster is connected.',
  },
  'kafkaLint.trace.server': {
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    default: 'off',
    scope: 'window',
    description: 'Log the traffic between VS Code and the language server.',
  },
};

/** The editor completes rule names and shows their summaries. */
function withRules(name: string, schema: object): object {
  if (name !== 'rules') return schema;
  const properties = Object.fromEntries(RULES.map((rule) => [rule.id, ruleSchema(rule, RULE_LEVELS)]));
  return { ...schema, properties };
}

const pages = await Promise.all(
  RULES.map(async (rule): Promise<[string, string]> => [`docs/rules/${rule.id}.md`, await referencePage(rule)]),
);
const documentation = new Map([...pages, ['docs/rules/README.md', indexPage()]]);
const others = new Map([
  ['schema/kafka-lint.schema.json', settingsFileSchema()],
  ['docs/cli.md', cliPage()],
  ['docs/settings.md', settingsPage(CLIENT_SETTINGS)],
]);
await generate({ root, wanted: others, command: 'npm run gen' });
await generate({ root, wanted: documentation, owned: 'docs/rules', command: 'npm run gen' });
await generate({ root, wanted: await manifestFiles(), command: 'npm run gen' });
