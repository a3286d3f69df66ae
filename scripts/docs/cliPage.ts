import { EXIT_CODES, optionsOf, signature, USAGE } from '../../server/src/cli/help';
import { OPTION_GROUPS } from '../../server/src/cli/options';

/** docs/cli.md: the options from their table, and what it takes more than a line to say. */
export function cliPage(): string {
  const tables = OPTION_GROUPS.map((group) => {
    const rows = optionsOf(group).map(([name, spec]) => `| \`${signature(name, spec)}\` | ${cell(spec.help)} |`);
    return [`### ${group}`, '', '| Option | Meaning |', '| --- | --- |', ...rows].join('\n');
  });
  return `# Command line

\`\`\`
${USAGE}
\`\`\`

The executable is \`kafka-lint\`, and \`npx kafka-config-lint\` runs it without an installation. Without a path it lints the
current folder. Folders are searched; \`.gitignore\` and \`.kafkalintignore\` are respected, and a file that is named itself is
always linted.

## Exit codes

\`\`\`
${EXIT_CODES}
\`\`\`

## Options

${tables.join('\n\n')}

## Settings

The nearest \`.kafka-lint.json\` beside or above each linted file holds for it; \`kafka-lint init\` writes one, and
[settings.md](settings.md) lists what it may hold. A misspelt key or rule is an error with its line and column. Options of the
command line win over the file.

## Fixes and presets

\`--fix\` applies safe fixes only: they cannot weaken delivery guarantees, security or ordering, nor break startup. A file keeps its
encoding, line ends, owner, mode and links; a file that is read-only, or that changed while it was being fixed, is left alone and
reported. \`--diff\` prints what would change and writes nothing. \`--preset\` changes values on purpose, so it needs the files'
names; changes that can lose records wait for \`--yes\`.

## Secrets

Values of keys that look like secrets (passwords, tokens, JAAS configurations, private keys), also misspelt or foreign ones, are
shown as \`•••\` in every output, diffs included.

## A running cluster

\`kafka-lint --bootstrap-server HOST:PORT\` lints what brokers and topics really run with: the effective configuration of each broker
and the settings of each topic, by the same rules as files, and together with the files that are named. It reads metadata and
configurations, and nothing else. A fix comes with the command of Kafka's own tools that makes it, where one can; nothing is changed
by kafka-lint. What the user may not see (permission \`DescribeConfigs\` on the cluster or on topics) is said, and the rest is linted.
In JSON such a finding has \`running\` (cluster, broker or topic, key), in SARIF a logical location. The exit code is 2 when no broker
answers.

## Consumer lag

\`kafka-lint lag\` shows what the extension's sidebar shows: for each consumer group its lag as \`kafka-consumer-groups.sh\` counts it,
and what is the matter with it. \`--group\` adds the partitions, \`--watch\` goes on, and states that need time, such as a stalled
group, appear after some looks. It reads metadata and offsets, and commits nothing. The exit code is 0 when the lag could be read and
2 when not; what is unknown is printed as unknown.

\`--serve 9308\` serves Prometheus at \`http://127.0.0.1:9308/metrics\`, under the names of kafka_exporter
(\`kafka_consumergroup_lag\`, \`kafka_topic_partition_current_offset\`, …), with \`kafka_lint_consumergroup_status\`,
\`kafka_lint_consumergroup_lost_records\`, \`kafka_lint_up\` and \`kafka_lint_snapshot_age_seconds\` beside them. A number that is not
known has no series, never 0 or -1; when the cluster stops answering, only \`kafka_lint_up 0\` and the age are left. Everybody who
reaches the address can read it: it is the loopback interface unless a host is given.

\`--command-config\` takes the same client.properties as Kafka's tools: TLS with PEM files, PLAIN, SCRAM and OAUTHBEARER.

## Formats

| Format | For |
| --- | --- |
| \`text\` | people: source line, carets, fixes, and a summary |
| \`json\` | scripts: \`files\` (what each was read as), \`notRead\`, and \`findings\` with role, version and where the version comes from |
| \`sarif\` | code scanning (SARIF 2.1.0), with each rule's page and fingerprints |
| \`github\` | annotations on pull requests |
| \`codeclimate\` | GitLab's merge requests |
| \`junit\`, \`checkstyle\` | Jenkins and other build servers |

## Only what is new

\`--since origin/main\` lints the files that the branch and the working tree changed since the branch left \`origin/main\`.
\`--baseline FILE --update-baseline\` writes the present findings into a file; \`--baseline FILE\` then leaves them out, also when
lines move. A changed line is a new finding. [ci.md](ci.md) has examples for build servers.
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
