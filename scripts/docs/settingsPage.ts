import { SETTINGS_SCHEMA } from '../../server/src/settings/schema';

interface Described {
  readonly type: string;
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly markdownDescription: string;
}

/** docs/settings.md, from the schema of the settings. */
export function settingsPage(ofClient: Readonly<Record<string, object>>): string {
  const shared = Object.entries(SETTINGS_SCHEMA as unknown as Record<string, Described>).map(([name, schema]) =>
    row(name, schema),
  );
  const own = Object.entries(ofClient as Record<string, Described>).map(([name, schema]) => row(name, schema));
  return `# Settings

These hold in the editor with the prefix \`kafkaLint.\`, and without it in \`.kafka-lint.json\`, which the editor and the command
line both read: the editor in the root of each workspace folder, the command line in the nearest folder beside or above each file.
Where both say something, the file wins; lists add up. The file may have comments. \`kafka-lint init\` writes one, and
\`"$schema": "./node_modules/kafka-config-lint/schema/kafka-lint.schema.json"\` gives other editors completion in it.

| Setting | Default | Meaning |
| --- | --- | --- |
${shared.join('\n')}

## Overrides

Each entry of \`overrides\` has \`files\` (globs relative to the settings file or the workspace folder; one without a slash matches
names in any folder) and any of \`enable\`, \`targetVersion\`, \`profile\`, \`rules\` and \`role\`. A later entry wins over an earlier one.

\`\`\`jsonc
{
  "targetVersion": "3.9",
  // Severities may be written shortly: "warn", "info".
  "rules": { "producer/compression": "warn", "broker/plaintext-listener": "off" },
  "overrides": [{ "files": ["legacy/**"], "targetVersion": "2.8", "rules": { "broker/*": "off" } }],
  "presets": { "cheap": { "topic": { "retention.ms": 86400000 } } }
}
\`\`\`

## Options of rules

Some rules have a threshold that teams see differently; their pages list them. Options stand behind the severity, and an override changes
those that it names:

\`\`\`json
{ "rules": { "consumer/poll-interval": ["default", { "mostRecords": 20000 }] } }
\`\`\`

## Of the editor alone

| Setting | Default | Meaning |
| --- | --- | --- |
${own.join('\n')}
`;
}

function row(name: string, { default: fallback, enum: choices, markdownDescription, ...rest }: Described): string {
  const text = markdownDescription ?? (rest as { readonly description?: string }).description ?? '';
  const values = choices ? ` One of ${choices.map((one) => `\`${one}\``).join(', ')}.` : '';
  const plain = text.replace(/`#([^`#]+)#`/g, '`$1`').replaceAll('|', '\\|');
  return `| \`${name}\` | \`${JSON.stringify(fallback)}\` | ${plain}${values} |`;
}
